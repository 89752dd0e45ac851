import type { ClockTime } from './clock-time.ts';
import type { LocalDate } from './local-date.ts';
import type { ValidationMessage } from './validation.ts';

export const REPORT_KINDS = [
  '619',
  '625c',
  '619tabs',
  '625tabs',
  '625ctabs',
  '706',
  'month-grid',
  'whos-on',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What stands at the top of one report. */
export interface RosterReport {
  file: string;
  kind: ReportKind;
  /** Age of the data: an instant with offset (Amion stamps US Eastern), or null where the report has none. */
  asOf: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
}

/** One row of a roster that is an assignment: a person (or nobody) on a named assignment and date. */
export interface RosterRow {
  file: string;
  /** Line of the file from 1 (for pages: row of the grid from 1). */
  line: number;
  /** Null is `---`: the roster says nobody holds it. */
  name: string | null;
  staffId: string | null;
  assignment: string;
  assignmentId: string | null;
  date: LocalDate;
  start: ClockTime;
  /** Not after `start`: the next day (equal: 24 hours). */
  end: ClockTime;
  /** The row marks a day and has no hours (start = end on a rotation row). */
  marker: boolean;
  staffType: string | null;
  email: string | null;
  pager: string | null;
  phone: string | null;
  note: string | null;
  /** The hospital's division, where the login is hospital-wide. */
  division: string | null;
  /** The text of the source, at most 500 characters. */
  text: string;
}

/** A row that is not an assignment of a person: `Services`, `OPEN SHIFT`, a malformed line. */
export interface SetAsideRow {
  file: string;
  line: number;
  text: string;
  /** `rejected`: malformed; `ignored`: not a person. */
  fate: 'rejected' | 'ignored';
  reason: string;
}

/** One member of the staff list (706) or contact on a row. */
export interface StaffMember {
  name: string;
  staffId: string | null;
  abbreviation: string | null;
  staffType: string | null;
  pager: string | null;
  phone: string | null;
  email: string | null;
}

/** What one or more Amion reports say: rows in order, what was set aside, everything found. */
export interface RosterReading {
  reports: RosterReport[];
  rows: RosterRow[];
  setAside: SetAsideRow[];
  staff: StaffMember[];
  messages: ValidationMessage[];
}
