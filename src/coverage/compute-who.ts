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
import { buildListedRuns, buildStudyRuns, runAt, type StudyRun } from './study-runs.ts';
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
  /** Each study that is listed at all, in the order of the matrix; where two versions meet, both are there. */
  studies: ReadonlyMap<string, StudyRun[]>;
  /** Of a study that nothing lists. */
  unlisted: StudyRun[];
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
  const listed = buildListedRuns(cells.values());
  const studies = new Map([...cells].map(([key, ofStudy]) => [key, buildStudyRuns(ofStudy, listed)]));
  const unlisted = buildStudyRuns([], listed);
  return { clock, files, studies, unlisted, rolloverMinute: minuteOfDay(rolloverHour) };
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
  for (const [key, runs] of book.studies) {
    const run = runAt(runs, at);
    if (!run.cell || !wanted(run.cell.demand)) continue;
    listed.add(key);
    answers.push(toAnswer(book, at, run, run.cell));
  }
  for (const study of asked) {
    const key = studyKey(study.hospital, study.study);
    if (!listed.has(key)) answers.push(toUnlisted(book, at, study, key));
  }
  return answers;
}

function toAnswer(book: WhoBook, at: EpochMinute, run: StudyRun, cell: StudyCell): WhoAnswer {
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
    ...{ until: run.until, next: run.next },
  };
}

function toUnlisted(book: WhoBook, at: EpochMinute, study: AskedStudy, key: string): WhoAnswer {
  const { clock, rolloverMinute } = book;
  const run = runAt(book.studies.get(key) ?? book.unlisted, at);
  const date = clock.dateAt(at);
  const scheduleDate = minuteOfDay(clock.timeAt(at)) < rolloverMinute ? addDays(date, -1) : date;
  const { hospital, label, studyType } = study;
  return {
    ...{ at, hospital, study: study.study, label, studyType, reader: null },
    cause: run.unlisted,
    because: {
      ...{ scheduleDate, window: null, scenario: null, position: null, shiftType: null, person: null },
      ...{ rule: null, assignment: null },
    },
    ...{ until: run.until, next: run.next },
  };
}
