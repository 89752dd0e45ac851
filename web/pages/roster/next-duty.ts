import type { ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** The next shift of somebody within a week after a part of another: who is sick tonight may be so tomorrow. */
export function findNextDuty(
  duties: readonly Duty[],
  personId: string,
  { date, shiftType, to }: Pick<ShiftPart, 'date' | 'shiftType' | 'to'>,
): Duty | null {
  const end = Date.parse(to);
  const later = duties.filter((duty) => {
    const begins = Date.parse(duty.from);
    const isSame = duty.scheduleDate === date && duty.shiftType === shiftType;
    return duty.person?.id === personId && !isSame && begins >= end && begins < end + WEEK_MS;
  });
  return later.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))[0] ?? null;
}
