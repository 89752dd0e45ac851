import { type AskedStudy, buildWhoBook, computeWho, type WhoBook } from '#src/coverage/compute-who.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import { studyKey } from '#src/domain/study.ts';
import type { EpochMinute } from '#src/domain/zone-clock.ts';
import type { Db } from '#src/repositories/database.ts';
import { inSequence } from './in-sequence.ts';
import { rosterAge } from './roster-age.ts';
import { loadFacts } from './version-judgement.ts';

/** A version ready to be asked, with those beside it for the nights where they meet. */
export interface AskedSchedule {
  versionId: VersionId;
  /** Instant of which its roster is; null where none was imported. */
  asOf: string | null;
  book: WhoBook;
  /** Every study that the schedules know, each once, in the order of the matrix. */
  known: readonly AskedStudy[];
  layout: ScheduleFacts['layout'];
}

/** The schedules of a week. */
export interface DatedSchedules {
  /** The version that answers at an instant of the week; null where none does. */
  findAt(at: EpochMinute, scheduleDate: LocalDate): AskedSchedule | null;
}

/** Schedule dates around the week: a window may begin two days before it, and the next change may be days away. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 7;
const WEEK_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** Weeks are counted from 1970-01-01, each beginning on a Thursday. */
export const weekOf = (date: LocalDate): number => Math.floor(Date.parse(date) / (WEEK_DAYS * DAY_MS));

/** Schedule dates that answers within a week are made of, both included. */
export function spanOfWeek(week: number): { from: LocalDate; to: LocalDate } {
  const first = new Date(week * WEEK_DAYS * DAY_MS).toISOString().slice(0, 10) as LocalDate;
  return { from: addDays(first, -DAYS_BEFORE), to: addDays(first, WEEK_DAYS - 1 + DAYS_AFTER) };
}

interface NearSchedule {
  period: ProductionPeriod;
  facts: ScheduleFacts;
  asOf: string | null;
}

/** Loads what lies within `span` of each period, and makes books of it as they are asked for. */
export async function loadDatedSchedules(
  db: Db,
  periods: readonly ProductionPeriod[],
  span: { from: LocalDate; to: LocalDate },
): Promise<DatedSchedules> {
  const loaded = await inSequence(periods, async (period): Promise<NearSchedule[]> => {
    const from = period.from > span.from ? period.from : span.from;
    const to = period.to < span.to ? period.to : span.to;
    if (from > to) return [];
    const { facts } = await loadFacts(db, period.versionId, from, to);
    return [{ period, facts, asOf: await rosterAge(db, period.versionId) }];
  });
  const near = loaded.flat();
  const asked = new Map<NearSchedule, AskedSchedule>();
  const alone = new Map<NearSchedule, WhoBook>();
  const bookOf = (schedule: NearSchedule): AskedSchedule => {
    const made = asked.get(schedule) ?? toAsked(schedule, near);
    asked.set(schedule, made);
    return made;
  };
  const lists = (schedule: NearSchedule, at: EpochMinute): boolean => {
    const book = alone.get(schedule) ?? buildWhoBook([schedule.facts]);
    alone.set(schedule, book);
    return computeWho(book, at, () => true, []).length > 0;
  };
  return {
    findAt(at, scheduleDate) {
      // Beside the first and the last date of a schedule it is in force only where a window of it really lies: a day shift
      // that begins before the rollover hour, a night that ends after it.
      const inForce =
        near.find(({ period }) => period.from <= scheduleDate && scheduleDate <= period.to) ??
        near.find((schedule) => lists(schedule, at));
      return inForce ? bookOf(inForce) : null;
    },
  };
}

function toAsked(schedule: NearSchedule, near: readonly NearSchedule[]): AskedSchedule {
  const others = near.filter((other) => other !== schedule).map(({ facts }) => facts);
  const schedules: [ScheduleFacts, ...ScheduleFacts[]] = [schedule.facts, ...others];
  return {
    ...{ versionId: schedule.period.versionId, asOf: schedule.asOf, layout: schedule.facts.layout },
    ...{ book: buildWhoBook(schedules), known: knownStudies(schedules) },
  };
}

function knownStudies(schedules: readonly ScheduleFacts[]): AskedStudy[] {
  const known = new Map<string, AskedStudy>();
  for (const { rules, instances, layout } of schedules) {
    const ofList = layout === 'list' ? instances : [];
    const listed = ofList.map((i) => ({ ...i, study: i.studyType, label: `${i.hospital} ${i.studyType}` }));
    for (const { hospital, study, label, studyType } of [...rules, ...listed]) {
      const key = studyKey(hospital, study);
      if (!known.has(key)) known.set(key, { hospital, study, label, studyType });
    }
  }
  return [...known.values()];
}
