/**
 * What is ahead of somebody: the duty that they are on, the next one, and the others by month. At 02:30 of 13 December the
 * night of the 12th is still on.
 */
import { counted } from '#web/words/counted.ts';
import type { OwnDuty } from './mine-query.ts';

export interface OwnPlan {
  /** Under way; more than one where somebody is on twice. */
  current: OwnDuty[];
  next: OwnDuty | null;
  /** `2026-12` with its duties, the next one included, by time. */
  months: { month: string; duties: OwnDuty[] }[];
}

/** `now`: milliseconds since 1970. Duties that are over are left out. */
export function planOwnDuties(duties: readonly OwnDuty[], now: number): OwnPlan {
  const byTime = duties.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const ahead = byTime.filter(({ from }) => Date.parse(from) > now);
  const months = Map.groupBy(ahead, ({ scheduleDate }) => scheduleDate.slice(0, 7));
  return {
    current: byTime.filter(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to)),
    next: ahead[0] ?? null,
    months: [...months].map(([month, found]) => ({ month, duties: found })),
  };
}

/** `3 shifts, 2 of them nights` */
export function countText(duties: readonly OwnDuty[]): string {
  const nights = duties.filter(({ shiftType }) => shiftType.startsWith('ON')).length;
  const shifts = counted(duties.length, 'shift');
  if (nights === 0) return shifts;
  return nights === duties.length
    ? counted(duties.length, 'night')
    : `${shifts}, ${nights} of them ${nights === 1 ? 'a night' : 'nights'}`;
}
