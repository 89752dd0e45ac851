/**
 * R16, a sick call: who may take a shift, the best first.
 *
 * ON1 of Thursday 9 April, 22:00 to Friday 08:00. Grantham held the night before until Thursday 08:00: 14 hours of rest, she
 * may. Had it lasted until 12:00, 10 hours before, she would be just off a night. Hollis is on MidC until midnight, so she is
 * not free. Of those who are admitted, free and rested whoever has the fewest shifts in April stands first; of two with
 * equally many the name decides.
 */
import type { Reader } from '../domain/coverage-facts.ts';
import type { ZoneClock } from '../domain/zone-clock.ts';
import {
  type CandidateReason,
  candidateReasons,
  hoursBetween,
  isDuring,
  isNight,
  isOfShift,
  type WantedShift,
} from './candidate-reasons.ts';
import type { Admission } from './compute-admission.ts';
import type { Duty } from './compute-duties.ts';

export interface Candidate {
  person: Reader;
  /** May read everything that would be theirs, and takes no reader from what others read. */
  admitted: boolean;
  /** Has no shift in these hours, this one included. */
  free: boolean;
  /** Everything that stands against it. */
  reasons: CandidateReason[];
  /** What they would read, as the matrix writes it. */
  reads: string[];
  /** Elapsed hours from their last shift and to their next one; null where there is none near. */
  restHours: { before: number | null; after: number | null };
  /** Shifts of the calendar month of the schedule date; parts of one shift are one. */
  shiftsInMonth: number;
  nightsInMonth: number;
}

/** `duties`: of everybody, for the month and the days around the shift, as the roster stands. */
export function computeCandidates(
  shift: WantedShift,
  people: readonly Reader[],
  duties: readonly Duty[],
  admissionOf: (person: Reader) => Admission,
  clock: ZoneClock,
): Candidate[] {
  const byPerson = Map.groupBy(duties, ({ entry }) => entry.personId);
  const candidates = people.map((person): Candidate => {
    const own = byPerson.get(person.id) ?? [];
    const admission = admissionOf(person);
    const inMonth = own.filter(({ entry }) => entry.date.slice(0, 7) === shift.date.slice(0, 7));
    return {
      person,
      admitted: admission.unfit.length === 0 && admission.uncovered.length === 0,
      free: !own.some((duty) => isDuring(duty, shift)),
      reasons: candidateReasons(shift, person, own, admission, clock),
      reads: admission.reads,
      restHours: restAround(shift, own),
      shiftsInMonth: countShifts(inMonth),
      nightsInMonth: countShifts(inMonth.filter(isNight)),
    };
  });
  const byName = (a: Candidate, b: Candidate): number => (a.person.name < b.person.name ? -1 : 1);
  return candidates.sort((a, b) => rank(a) - rank(b) || a.shiftsInMonth - b.shiftsInMonth || byName(a, b));
}

/** Admitted, free and rested; then short of rest; then not free; then not admitted; whoever holds it comes last. */
function rank({ admitted, free, reasons }: Candidate): number {
  if (reasons.some(({ code }) => code === 'HOLDS_IT_ALREADY')) return 4;
  if (!admitted) return 3;
  if (!free) return 2;
  return reasons.length > 0 ? 1 : 0;
}

function restAround(shift: WantedShift, own: readonly Duty[]): Candidate['restHours'] {
  const others = own.filter((duty) => !isOfShift(duty, shift) && !isDuring(duty, shift));
  const before = others.filter((duty) => duty.to <= shift.from).map(({ to }) => hoursBetween(to, shift.from));
  const after = others
    .filter((duty) => duty.from >= shift.to)
    .map(({ from }) => hoursBetween(shift.to, from));
  const least = (hours: readonly number[]): number | null => (hours.length > 0 ? Math.min(...hours) : null);
  return { before: least(before), after: least(after) };
}

const countShifts = (duties: readonly Duty[]): number =>
  new Set(duties.map(({ entry }) => entry.date + entry.shiftType)).size;
