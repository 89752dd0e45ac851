import type { ClockTime } from '#src/domain/clock-time.ts';
import type { CoverageRule, RosterEntry } from '#src/domain/coverage-facts.ts';
import { DEFAULT_ROLLOVER } from '#src/domain/department.ts';
import type { HospitalId, PersonId, RosterEntryId, RuleId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import type { BatchSource } from '#src/domain/scrape-batch.ts';

/**
 * One row of the answer to the query that loads a schedule. Lists are joined by commas and equally long; what `head`
 * holds depends on the section.
 */
export interface ScheduleRow {
  section: 'version' | 'people' | 'rules' | 'instances' | 'entries';
  head: string | null;
  /** Ids of people, instances or entries. An instance with two persons stands twice. */
  ids: string | null;
  /** Days since the first date. */
  days: string | null;
  /** Places in the list of people, from 1; 0 is nobody. */
  persons: string | null;
}

/** Hospital id → code. */
export type HospitalCodes = Record<string, string>;

type VersionHead = [
  id: VersionId,
  hospitalId: HospitalId,
  status: VersionStatus,
  from: LocalDate,
  to: LocalDate,
  department: string,
  timeZone: string,
  rolloverHour: ClockTime | null,
  holidays: LocalDate[] | null,
  source: BatchSource | null,
  file: string | null,
  hospitals: HospitalCodes,
];

export function toHead(row: ScheduleRow) {
  const head = JSON.parse(row.head ?? '') as VersionHead;
  const [
    id,
    hospitalId,
    status,
    from,
    to,
    department,
    timeZone,
    rolloverHour,
    holidays,
    source,
    file,
    hospitals,
  ] = head;
  return {
    version: { id, hospitalId, status, from, to },
    department,
    hospitals,
    settings: { timeZone, rolloverHour: rolloverHour ?? DEFAULT_ROLLOVER, holidays: holidays ?? [] },
    source,
    file: file ?? '',
  };
}

type RuleTuple = [
  RuleId,
  string | null,
  string,
  number,
  string,
  CoverageRule['category'],
  CoverageRule['dayType'],
  CoverageRule['scenario'],
  ClockTime,
  ClockTime,
  string,
  string,
  string,
  CoverageRule['studyType'],
  CoverageRule['position'],
];

export function toRules(rows: readonly ScheduleRow[], hospitals: HospitalCodes): CoverageRule[] {
  const tuples = rows
    .filter((row) => row.section === 'rules' && row.head !== null)
    .flatMap((row) => JSON.parse(row.head ?? '[]') as RuleTuple[]);
  return tuples.map(
    ([id, groupId, sheet, sheetIndex, cell, category, dayType, scenario, start, end, ...study]) => {
      const [hospitalId, name, label, studyType, position] = study;
      return {
        id,
        groupId,
        sheet,
        sheetIndex,
        cell,
        category,
        dayType,
        scenario,
        start,
        end,
        hospital: hospitals[hospitalId] ?? hospitalId,
        study: name,
        label,
        studyType,
        position,
      };
    },
  );
}

type EntryLists = [
  reports: (string | null)[],
  lines: (number | null)[],
  texts: (string | null)[],
  reasons: (string | null)[],
  shiftTypes: string,
  sources: string,
  starts: string,
  ends: string,
];

export function toEntries(
  rows: readonly ScheduleRow[],
  { first, people }: { first: LocalDate; people: readonly PersonId[] },
): RosterEntry[] {
  const row = rows.find((each) => each.section === 'entries');
  if (!row?.ids || !row.head) return [];
  const [reports, lines, texts, reasons, ...joined] = JSON.parse(row.head) as EntryLists;
  const [shiftTypes = [], sources = [], starts = [], ends = []] = joined.map(words);
  const days = numbers(row.days);
  const persons = numbers(row.persons);
  const dates: LocalDate[] = [];
  return words(row.ids).map((id, place) => {
    const day = days[place] ?? 0;
    dates[day] ??= addDays(first, day);
    return {
      id: id as RosterEntryId,
      date: dates[day],
      shiftType: shiftTypes[place] as RosterEntry['shiftType'],
      personId: people[(persons[place] ?? 0) - 1] ?? null,
      start: (starts[place] || null) as ClockTime | null,
      end: (ends[place] || null) as ClockTime | null,
      source: sources[place] as RosterEntry['source'],
      report: reports[place] ?? null,
      line: lines[place] ?? null,
      text: texts[place] ?? null,
      reason: reasons[place] ?? null,
    };
  });
}

/** Every person by number, the first being number 1. */
export function toPeople(rows: readonly ScheduleRow[]): PersonId[] {
  return words(rows.find((row) => row.section === 'people')?.ids ?? null) as PersonId[];
}

/** The numbers of a list joined by commas. */
export const numbers = (joined: string | null): number[] => JSON.parse(`[${joined ?? ''}]`) as number[];

/** The words of a list joined by commas. */
export const words = (joined: string | null): string[] => (joined === null ? [] : joined.split(','));
