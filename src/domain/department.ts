import type { ClockTime } from './clock-time.ts';
import type { HospitalId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { ShiftType } from './shift-type.ts';

/** A site whose studies are read; `code` is the word in the matrix. */
export interface Hospital {
  id: HospitalId;
  code: string;
  name: string;
  location: string | null;
  /** IANA time zone. */
  timeZone: string;
}

/** Assignment name or id of Amion → shift type; null is "known to be no shift, ignore it". */
export interface ShiftMapping {
  assignment: string;
  shiftType: ShiftType | null;
}

/** The hospital that owns a schedule, with what it decides for it. */
export interface Department extends Hospital {
  /** A night's window or part that begins before it belongs to the schedule date before (R5). */
  rolloverHour: ClockTime;
  /** Schedule dates that count as Weekend, sorted. */
  holidays: LocalDate[];
  mapping: ShiftMapping[];
  amionBaseUrl: string | null;
  hasAmionLogin: boolean;
  /** Minutes between two pulls of a fresh roster; 5 at least. */
  amionPullMinutes: number;
}

export const DEFAULT_ROLLOVER = '08:00' as ClockTime;

/** Minutes between two pulls of a roster, where a department sets none. */
export const DEFAULT_PULL_MINUTES = 30;
