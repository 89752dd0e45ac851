import type { ClockTime } from './clock-time.ts';
import type { PersonId, RosterEntryId, RuleId, ShiftInstanceId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { Category, DayType, Position, Scenario, ShiftType } from './shift-type.ts';
import type { Specialty, StudyType } from './specialty.ts';

/** One listed study of a sheet, stored: who reads it in which window (R9), or that nobody is marked. */
export interface CoverageRule {
  id: RuleId;
  /** The rule group that shift instances of this rule share; null where none follow. */
  groupId: string | null;
  sheet: string;
  sheetIndex: number;
  cell: string;
  category: Category;
  dayType: DayType | null;
  scenario: Scenario | null;
  start: ClockTime;
  end: ClockTime;
  /** Hospital code. */
  hospital: string;
  study: string;
  label: string;
  studyType: StudyType;
  position: Position | null;
}

/** A required shift on a date (R8). */
export interface ShiftInstance {
  id: ShiftInstanceId;
  date: LocalDate;
  shiftType: ShiftType;
  start: ClockTime;
  end: ClockTime;
  /** Hospital code. */
  hospital: string;
  studyType: StudyType;
  constraint: Specialty;
  desired: number;
  mandatory: boolean;
  /** Rule group of a matrix; null for a row of a flat list. */
  groupId: string | null;
  /** Sheet and row of a flat list; null for a matrix. */
  sourceSheet: string | null;
  sourceRow: number | null;
}

export const ASSIGNMENT_SOURCES = ['AMION', 'MANUAL', 'OVERRIDE'] as const;
export type AssignmentSource = (typeof ASSIGNMENT_SOURCES)[number];

/** Who holds a shift type on a date, whole or a part of its hours; `personId` null is a vacancy (R15). */
export interface RosterEntry {
  id: RosterEntryId;
  date: LocalDate;
  shiftType: ShiftType;
  personId: PersonId | null;
  /** Hours as the source gives them; null where it gives none. */
  start: ClockTime | null;
  end: ClockTime | null;
  source: AssignmentSource;
  /** File name of the report. */
  report: string | null;
  line: number | null;
  text: string | null;
  /** Why somebody changed it by hand. */
  reason: string | null;
}

/** What the calculation needs to know of a person. */
export interface Reader {
  id: PersonId;
  name: string;
  email: string;
  specialty: Specialty;
  phone: string | null;
  pager: string | null;
}

/** Everything that coverage is computed from, for one version and a span of schedule dates. */
export interface ScheduleFacts {
  timeZone: string;
  rolloverHour: ClockTime;
  holidays: LocalDate[];
  /** Schedule dates, both included. */
  from: LocalDate;
  to: LocalDate;
  layout: 'matrix' | 'list';
  /** File name of the matrix. */
  file: string;
  rules: CoverageRule[];
  instances: ShiftInstance[];
  /** Persons with a live assignment, for each instance that has any. */
  assigned: Map<ShiftInstanceId, PersonId[]>;
  entries: RosterEntry[];
  readers: Map<PersonId, Reader>;
}
