/**
 * The question of the night: who reads this study at this hospital at this instant, and why (R9)?
 *
 * Saturday 02:30, `Allen CT Neuro`: schedule date Friday, sheet `ON Weekday Neuro 1 am - 8 am` gives it to ON2, the roster has
 * Brightwater on ON2; he reads it until 08:00, then no window lists it.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { Reader, ScheduleFacts } from '../domain/coverage-facts.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Scenario } from '../domain/shift-type.ts';
import type { StudyType } from '../domain/specialty.ts';
import { studyKey } from '../domain/study.ts';
import { type EpochMinute, type ZoneClock, zoneClock } from '../domain/zone-clock.ts';
import { shiftHolders } from './shift-holders.ts';
import type { GapCause, StudyCell } from './study-cell.ts';
import { computeTimeline } from './study-timeline.ts';

export interface WhoAnswer {
  at: EpochMinute;
  hospital: string;
  study: string;
  label: string;
  studyType: StudyType;
  reader: Reader | null;
  cause: GapCause | null;
  because: {
    scheduleDate: LocalDate;
    window: string | null;
    scenario: Scenario | null;
    position: string | null;
    shiftType: string | null;
    /** Who holds the position, also where they may not read it. */
    person: string | null;
    rule: { file: string; sheet: string; cell: string } | null;
    assignment: { source: string; report: string | null; line: number | null; text: string | null } | null;
  };
  /** When this answer changes; null where the schedules in force end first. */
  until: EpochMinute | null;
  next: { name: string | null; cause: GapCause | null } | null;
}

/** A study at a hospital, asked for by name: answered even where nothing lists it at the instant. */
export interface AskedStudy {
  hospital: string;
  study: string;
  label: string;
  studyType: StudyType;
}

/** The schedules around an instant, ready to be asked: one for each version in force on the dates near it. */
export interface WhoBook {
  clock: ZoneClock;
  files: ReadonlyMap<StudyCell, string>;
  /** Cells by study in order of time; where two versions meet, both are there. */
  cells: ReadonlyMap<string, StudyCell[]>;
  rolloverMinute: number;
}

export function buildWhoBook(schedules: readonly [ScheduleFacts, ...ScheduleFacts[]]): WhoBook {
  const [{ timeZone, rolloverHour }] = schedules;
  const clock = zoneClock(timeZone);
  const cells = new Map<string, StudyCell[]>();
  const files = new Map<StudyCell, string>();
  for (const facts of schedules) {
    const holders = shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock);
    for (const [key, ofStudy] of computeTimeline(facts, holders, clock)) {
      for (const cell of ofStudy) files.set(cell, facts.file);
      cells.set(
        key,
        [...(cells.get(key) ?? []), ...ofStudy].sort((a, b) => a.from - b.from),
      );
    }
  }
  return { clock, files, cells, rolloverMinute: minuteOfDay(rolloverHour) };
}

/** One answer for each study listed at the instant, and for each asked one that is not; in the order of the matrix. */
export function computeWho(
  book: WhoBook,
  at: EpochMinute,
  wanted: (study: AskedStudy) => boolean,
  asked: readonly AskedStudy[],
): WhoAnswer[] {
  const answers: WhoAnswer[] = [];
  const listed = new Set<string>();
  for (const [key, ofStudy] of book.cells) {
    const cell = cellAt(ofStudy, at);
    if (!cell || !wanted(cell.demand)) continue;
    listed.add(key);
    answers.push(toAnswer(book, at, cell, ofStudy));
  }
  for (const study of asked) {
    const key = studyKey(study.hospital, study.study);
    if (listed.has(key)) continue;
    answers.push(unlisted(book, at, study, key));
  }
  return answers;
}

/** The cell that decides at an instant; where two versions meet, the narrower window. */
function cellAt(cells: readonly StudyCell[], at: EpochMinute): StudyCell | null {
  let best: StudyCell | null = null;
  for (const cell of cells) {
    if (cell.from > at) break;
    if (cell.to > at && (best === null || cell.demand.width < best.demand.width)) best = cell;
  }
  return best;
}

/** What an answer says, for telling whether it changes; where no window lists the study, whether any other is listed. */
function signatureAt(book: WhoBook, cells: readonly StudyCell[], at: EpochMinute): string {
  const cell = cellAt(cells, at);
  return cell ? `${cell.cause ?? 'read'} ${cell.person?.id ?? ''}` : unlistedCause(book, at);
}

function unlistedCause(book: WhoBook, at: EpochMinute): 'NOT_LISTED' | 'NO_WINDOW' {
  return [...book.cells.values()].some((ofStudy) => cellAt(ofStudy, at) !== null)
    ? 'NOT_LISTED'
    : 'NO_WINDOW';
}

/** Walks forward over the boundaries until somebody else reads it, or the cause changes. */
function nextAfter(
  book: WhoBook,
  cells: readonly StudyCell[],
  at: EpochMinute,
): Pick<WhoAnswer, 'until' | 'next'> {
  const now = signatureAt(book, cells, at);
  const deciding = cellAt(cells, at) ? cells : [...book.cells.values()].flat();
  const later = new Set(deciding.flatMap((cell) => [cell.from, cell.to]).filter((minute) => minute > at));
  const until = [...later].sort((a, b) => a - b).find((minute) => signatureAt(book, cells, minute) !== now);
  if (until === undefined) return { until: null, next: null };
  const next = cellAt(cells, until);
  if (!next) return { until, next: { name: null, cause: unlistedCause(book, until) } };
  return { until, next: { name: next.cause ? null : (next.person?.name ?? null), cause: next.cause } };
}

function toAnswer(book: WhoBook, at: EpochMinute, cell: StudyCell, ofStudy: readonly StudyCell[]): WhoAnswer {
  const { hospital, study, label, studyType, position, source } = cell.demand;
  const file = book.files.get(cell) ?? '';
  const place =
    'rule' in source
      ? { sheet: source.rule.sheet, cell: source.rule.cell }
      : {
          sheet: source.instance.sourceSheet ?? '',
          cell: `${source.instance.sourceRow}:${source.instance.sourceRow}`,
        };
  const { entry } = cell;
  return {
    ...{ at, hospital, study, label, studyType },
    reader: cell.cause === null ? cell.person : null,
    cause: cell.cause,
    because: {
      scheduleDate: cell.date,
      window: cell.window,
      scenario: cell.scenario,
      position,
      shiftType: cell.shiftType,
      person: cell.person?.name ?? null,
      rule: { file, ...place },
      assignment: entry && {
        source: entry.source,
        report: entry.report,
        line: entry.line,
        text: entry.text ?? entry.reason,
      },
    },
    ...nextAfter(book, ofStudy, at),
  };
}

function unlisted(book: WhoBook, at: EpochMinute, study: AskedStudy, key: string): WhoAnswer {
  const { clock, rolloverMinute } = book;
  const date = clock.dateAt(at);
  const scheduleDate = minuteOfDay(clock.timeAt(at)) < rolloverMinute ? addDays(date, -1) : date;
  const { hospital, label, studyType } = study;
  return {
    ...{ at, hospital, study: study.study, label, studyType, reader: null },
    cause: unlistedCause(book, at),
    because: {
      ...{ scheduleDate, window: null, scenario: null, position: null, shiftType: null, person: null },
      ...{ rule: null, assignment: null },
    },
    ...nextAfter(book, book.cells.get(key) ?? [], at),
  };
}
