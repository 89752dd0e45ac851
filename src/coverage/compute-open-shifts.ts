/**
 * Shifts that the schedule asks for and of which the roster says nothing, not even that nobody is on.
 *
 * 9 April asks for MidC from 17:00 to 00:00 and for ON1 from 01:00 to 08:00; the roster has a row for ON1, `---`, and none
 * for MidC: MidC is open, ON1 is vacant and stands among the duties.
 */
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { SHIFT_TYPES, type ShiftType } from '../domain/shift-type.ts';
import { type EpochMinute, zoneClock } from '../domain/zone-clock.ts';
import { placeShift } from './compute-duties.ts';

export interface OpenShift {
  scheduleDate: LocalDate;
  shiftType: ShiftType;
  /** From the first of its windows to the last. */
  from: EpochMinute;
  to: EpochMinute;
}

/** By schedule date, then in shift order. */
export function computeOpenShifts(facts: ScheduleFacts): OpenShift[] {
  const clock = zoneClock(facts.timeZone);
  const named = new Set(facts.entries.map((entry) => entry.date + entry.shiftType));
  const silent = facts.instances.filter(
    (instance) => instance.desired > 0 && !named.has(instance.date + instance.shiftType),
  );
  const shifts = Map.groupBy(silent, (instance) => instance.date + instance.shiftType);
  const open = [...shifts.values()].flatMap((instances): OpenShift[] => {
    const spans = instances.map((instance) => placeShift(instance, facts, clock));
    const [first] = instances;
    if (!first) return [];
    const from = Math.min(...spans.map((span) => span.from)) as EpochMinute;
    const to = Math.max(...spans.map((span) => span.to)) as EpochMinute;
    return from < to ? [{ scheduleDate: first.date, shiftType: first.shiftType, from, to }] : [];
  });
  const place = (shift: OpenShift): string => shift.scheduleDate + SHIFT_TYPES.indexOf(shift.shiftType);
  return open.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
