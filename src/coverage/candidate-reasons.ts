/**
 * What stands against somebody taking a shift (R16), each with a sentence.
 *
 * ON1 of Thursday 9 April begins at 22:00. `Nora Grantham comes off ON1 at 2026-04-09 12:00, 10 h before.`
 */
import type { LocalDate } from '../domain/local-date.ts';
import { REST_HOURS } from '../domain/rest-hours.ts';
import { categoryOf, type ShiftType } from '../domain/shift-type.ts';
import type { Specialty } from '../domain/specialty.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';
import type { Admission } from './compute-admission.ts';
import type { Duty } from './compute-duties.ts';
import { studiesText } from './studies-text.ts';

export type CandidateCode =
  | 'HOLDS_IT_ALREADY'
  | 'NOT_ADMITTED'
  | 'LEAVES_GAPS'
  | 'DOUBLE_BOOKED'
  | 'JUST_OFF_A_NIGHT'
  | 'NIGHT_AFTER'
  | 'SHORT_REST';

export interface CandidateReason {
  code: CandidateCode;
  text: string;
}

/** The shift to be taken, or a part of it, placed in time. */
export interface WantedShift {
  date: LocalDate;
  shiftType: ShiftType;
  from: EpochMinute;
  to: EpochMinute;
}

/** Elapsed hours from one instant to another. */
export const hoursBetween = (from: EpochMinute, to: EpochMinute): number => (to - from) / 60;

export const isNight = ({ entry }: Pick<Duty, 'entry'>): boolean => categoryOf(entry.shiftType) === 'ON';

/** Another part of the same shift is no other shift: whoever has it stays on. */
export const isOfShift = ({ entry }: Pick<Duty, 'entry'>, shift: WantedShift): boolean =>
  entry.date === shift.date && entry.shiftType === shift.shiftType;

export const isDuring = (duty: Pick<Duty, 'from' | 'to'>, shift: WantedShift): boolean =>
  duty.from < shift.to && shift.from < duty.to;

/** `duties` are the person's own. */
export function candidateReasons(
  shift: WantedShift,
  { name, specialty }: { name: string; specialty: Specialty },
  duties: readonly Duty[],
  { unfit, uncovered }: Admission,
  clock: ZoneClock,
): CandidateReason[] {
  const reasons: CandidateReason[] = [];
  const say = (code: CandidateCode, text: string): number => reasons.push({ code, text: `${name} ${text}.` });
  const at = (instant: EpochMinute): string => `${clock.dateAt(instant)} ${clock.timeAt(instant)}`;
  const others = duties.filter((duty) => !isOfShift(duty, shift));
  if (duties.some((duty) => isOfShift(duty, shift) && isDuring(duty, shift))) {
    say('HOLDS_IT_ALREADY', `holds ${shift.shiftType} on ${shift.date} already`);
  }
  if (unfit.length > 0) say('NOT_ADMITTED', `(${specialty}) may not read ${studiesText(unfit)}`);
  if (uncovered.length > 0)
    say('LEAVES_GAPS', `on this shift leaves nobody to read ${studiesText(uncovered)}`);
  for (const { entry, from, to } of others.filter((duty) => isDuring(duty, shift))) {
    say('DOUBLE_BOOKED', `is on ${entry.shiftType} from ${at(from)} to ${at(to)}`);
  }
  for (const other of others) {
    const [before, after] = [hoursBetween(other.to, shift.from), hoursBetween(shift.to, other.from)];
    const { shiftType } = other.entry;
    if (before >= 0 && before < REST_HOURS) {
      const code = isNight(other) ? 'JUST_OFF_A_NIGHT' : 'SHORT_REST';
      say(code, `comes off ${shiftType} at ${at(other.to)}, ${inWords(before)} before`);
    }
    if (after >= 0 && after < REST_HOURS) {
      const code = isNight(other) ? 'NIGHT_AFTER' : 'SHORT_REST';
      say(code, `goes on ${shiftType} at ${at(other.from)}, ${inWords(after)} after`);
    }
  }
  return reasons;
}

/** To a tenth of an hour. */
const inWords = (hours: number): string => `${Math.round(hours * 10) / 10} h`;
