import type { Accounting } from './accounting.ts';
import type { ClockTime } from './clock-time.ts';
import type { LocalDate } from './local-date.ts';
import type { Category, DayType, Position, Scenario, ShiftType } from './shift-type.ts';
import type { Specialty, StudyType } from './specialty.ts';
import type { ValidationMessage } from './validation.ts';

/** One sheet of the coverage matrix: category, day type, scenario and window of its name. */
export interface MatrixSheet {
  name: string;
  /** Place in the workbook from 0, counting every sheet; the earlier one wins a tie (R7). */
  index: number;
  category: Category;
  /** Null: every day. */
  dayType: DayType | null;
  /** Null: both scenarios. */
  scenario: Scenario | null;
  start: ClockTime;
  end: ClockTime;
  positions: Position[];
  /** Rows that list a study. */
  studies: number;
  /** Marks accepted. */
  marks: number;
}

/** One listed study of a sheet: a coverage rule where `position` is set, a hole where nobody is marked. */
export interface ListedStudy {
  sheet: string;
  sheetIndex: number;
  /** The mark's cell (`B3`), or the label's where the row has no mark. */
  cell: string;
  /** Code of the hospital, or its name as written where no hospitals are known. */
  hospital: string;
  study: string;
  /** As written, spaces collapsed, with the hospital. */
  label: string;
  studyType: StudyType;
  position: Position | null;
}

/** One row of a flat list. */
export interface ListShift {
  sheet: string;
  row: number;
  date: LocalDate;
  shiftType: ShiftType;
  start: ClockTime;
  end: ClockTime;
  hospital: string;
  studyType: StudyType;
  specialty: Specialty;
  coverage: number;
  mandatory: boolean;
}

/** What a matrix or flat-list file says, whole: facts, accounting and everything found. */
export interface MatrixReading {
  layout: 'matrix' | 'list';
  sheets: MatrixSheet[];
  listed: ListedStudy[];
  shifts: ListShift[];
  /** `stored` is what an import would store: accepted, or 0 with any ERROR. */
  accounting: Accounting;
  messages: ValidationMessage[];
}

/** A hospital as far as labels need it. */
export interface KnownHospital {
  code: string;
  name: string;
}
