/**
 * Schedules for tests in few words: `sheet('ON Weekday Neuro 01:00-08:00', { 'Ash CT Neuro': 'ON1' })`,
 * `roster('2026-03-07', { ON1: 'Reed', ON2: 'Vale 22:00-01:00, --- 01:00-04:00, Quill 04:00-07:00' })`.
 */

import { emptyAccounting } from '#src/domain/accounting.ts';
import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';
import type { Reader, RosterEntry, ScheduleFacts, ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { PersonId, RosterEntryId, ShiftInstanceId } from '#src/domain/ids.ts';
import { type LocalDate, parseLocalDate } from '#src/domain/local-date.ts';
import type { ListedStudy, ListShift, MatrixReading, MatrixSheet } from '#src/domain/matrix.ts';
import {
  type Category,
  type DayType,
  type Position,
  parsePosition,
  parseShiftType,
  type Scenario,
  type ShiftType,
} from '#src/domain/shift-type.ts';
import type { Specialty, StudyType } from '#src/domain/specialty.ts';
import { parseStudy } from '#src/domain/study.ts';
import { buildSchedule } from '#src/intake/schedule/build-schedule.ts';

export function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`no date: ${text}`);
  return parsed;
}

export function time(text: string): ClockTime {
  const parsed = parseClockTime(text);
  if (parsed === null) throw new Error(`no clock time: ${text}`);
  return parsed;
}

function hours(text: string): { start: ClockTime; end: ClockTime } {
  const [start = '', end = ''] = text.split('-');
  return { start: time(start), end: time(end) };
}

/** A sheet of a matrix without its place in the workbook. */
export interface SheetPlan {
  name: string;
  category: Category;
  dayType: DayType | null;
  scenario: Scenario | null;
  start: ClockTime;
  end: ClockTime;
  /** `hospital study` → position, or null for a row without a mark. */
  rows: [label: string, position: Position | null][];
}

/** `Mid Weekday Body 17:00-18:00`: category, then day type and scenario where the sheet has them, then the window. */
export function sheet(name: string, rows: Record<string, string | null>): SheetPlan {
  const words = name.split(' ');
  const categories: Record<string, Category> = { Day: 'DAY', Mid: 'MID', ON: 'ON' };
  const category = categories[words[0] ?? ''];
  if (category === undefined) throw new Error(`no category: ${name}`);
  return {
    name,
    category,
    dayType: words.includes('Weekday') ? 'WEEKDAY' : words.includes('Weekend') ? 'WEEKEND' : null,
    scenario: words.includes('Body') ? 'BODY' : words.includes('Neuro') ? 'NEURO' : null,
    ...hours(words.at(-1) ?? ''),
    rows: Object.entries(rows).map(([label, position]) => [
      label,
      position === null ? null : positionOf(position),
    ]),
  };
}

function positionOf(text: string): Position {
  const position = parsePosition(text);
  if (position === null) throw new Error(`no position: ${text}`);
  return position;
}

/** What an intake reads from a workbook with these sheets; the first word of a label is the hospital. */
export function matrixReading(plans: readonly SheetPlan[]): MatrixReading {
  const sheets = plans.map(
    ({ rows, ...plan }, index): MatrixSheet => ({
      ...plan,
      index,
      positions: [...new Set(rows.flatMap(([, position]) => position ?? []))],
      studies: rows.length,
      marks: rows.filter(([, position]) => position !== null).length,
    }),
  );
  const listed = plans.flatMap(({ name, rows }, sheetIndex) =>
    rows.map(([label, position], row): ListedStudy => {
      const [hospital = '', ...study] = label.split(' ');
      const place = { sheet: name, sheetIndex, cell: `B${row + 2}` };
      return { ...place, hospital, ...parseStudy(study.join(' ')), label, position };
    }),
  );
  return { layout: 'matrix', sheets, listed, shifts: [], accounting: emptyAccounting(), messages: [] };
}

/** A row of a flat list: `2026-03-07 ON1 22:00-07:00 Ash NEURO`, admitting anyone, one person, mandatory unless said otherwise. */
export function listRow(
  text: string,
  rest: Partial<Pick<ListShift, 'specialty' | 'coverage' | 'mandatory'>> = {},
): Omit<ListShift, 'row'> {
  const [on = '', shift = '', window = '', hospital = '', studyType = ''] = text.split(' ');
  const shiftType = parseShiftType(shift);
  if (shiftType === null) throw new Error(`no shift type: ${text}`);
  return {
    ...{ sheet: 'List', date: date(on), shiftType, ...hours(window), hospital },
    ...{ studyType: studyType as StudyType, specialty: 'BOTH', coverage: 1, mandatory: true, ...rest },
  };
}

export function listReading(rows: readonly Omit<ListShift, 'row'>[]): MatrixReading {
  const shifts = rows.map((row, index): ListShift => ({ ...row, row: index + 2 }));
  return { layout: 'list', sheets: [], listed: [], shifts, accounting: emptyAccounting(), messages: [] };
}

/** Who holds what on a date: a name, `---`, or parts with their hours divided by commas. */
export function roster(on: string, holders: Partial<Record<ShiftType, string>>): RosterEntry[] {
  return Object.entries(holders).flatMap(([shift, text]) =>
    text.split(',').map((part): RosterEntry => {
      const [name = '', span] = part.trim().split(' ');
      const shiftType = parseShiftType(shift);
      if (shiftType === null) throw new Error(`no shift type: ${shift}`);
      return {
        id: `${on} ${shift} ${part}` as RosterEntryId,
        date: date(on),
        shiftType,
        personId: name === '---' ? null : (name as PersonId),
        ...(span === undefined ? { start: null, end: null } : hours(span)),
        ...{ source: 'AMION', report: 'report.txt', line: null, text: part.trim(), reason: null },
      };
    }),
  );
}

function readers(specialties: Record<string, Specialty>): Map<PersonId, Reader> {
  return new Map(
    Object.entries(specialties).map(([name, specialty]) => {
      const email = `${name.toLowerCase()}@example.org`;
      return [name as PersonId, { id: name as PersonId, name, email, specialty, phone: null, pager: null }];
    }),
  );
}

/** Ten invented readers; the specialty of each is in the first letter: B body only, N neuro only, others both. */
export const READERS = readers({
  Ames: 'BOTH',
  Cole: 'BOTH',
  Drew: 'BOTH',
  Ellis: 'BOTH',
  Finch: 'BOTH',
  Gray: 'BOTH',
  Bell: 'BODY_ONLY',
  Birch: 'BODY_ONLY',
  Nash: 'NEURO_ONLY',
  Noble: 'NEURO_ONLY',
});

export interface SchedulePlan {
  from: string;
  to: string;
  sheets?: readonly SheetPlan[];
  /** Rows of a flat list, in place of sheets. */
  list?: readonly Omit<ListShift, 'row'>[];
  entries?: readonly RosterEntry[];
  readers?: Map<PersonId, Reader>;
  holidays?: readonly string[];
  timeZone?: string;
  rolloverHour?: string;
}

/** The facts of a schedule: rules and instances as the intake builds them, everybody assigned whom the roster names. */
export function scheduleFacts(plan: SchedulePlan): ScheduleFacts {
  const [from, to] = [date(plan.from), date(plan.to)];
  const holidays = (plan.holidays ?? []).map(date);
  const reading = plan.list ? listReading(plan.list) : matrixReading(plan.sheets ?? []);
  let ids = 0;
  const built = buildSchedule(reading, { from, to, holidays, newId: () => `id-${ids++}` });
  const entries = (plan.entries ?? []).map((entry, index) => ({ ...entry, line: index + 1 }));
  return {
    ...{ timeZone: plan.timeZone ?? 'America/New_York', rolloverHour: time(plan.rolloverHour ?? '08:00') },
    ...{ holidays, from, to, layout: reading.layout, file: 'matrix.ods' },
    ...{ rules: built.rules, instances: built.instances, entries, readers: plan.readers ?? READERS },
    assigned: assignedOf(built.instances, entries),
  };
}

function assignedOf(
  instances: readonly ShiftInstance[],
  entries: readonly RosterEntry[],
): Map<ShiftInstanceId, PersonId[]> {
  const holders = new Map<string, Set<PersonId>>();
  for (const { date: on, shiftType, personId } of entries) {
    if (personId === null) continue;
    const key = on + shiftType;
    holders.set(key, (holders.get(key) ?? new Set()).add(personId));
  }
  return new Map(
    instances.flatMap((instance) => {
      const people = holders.get(instance.date + instance.shiftType);
      return people ? [[instance.id, [...people]] as const] : [];
    }),
  );
}
