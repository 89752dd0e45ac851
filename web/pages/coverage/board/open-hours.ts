import { clockOf, dateOf, daysBetween } from '#web/words/moments.ts';

/**
 * The hours of a schedule date in which anything is listed, as whole hours of the hospital's clock since its midnight:
 * 17 to 32 is 17:00 to 08:00 of the next day. The rest of the day takes no room on the board.
 */
export interface OpenHours {
  from: number;
  to: number;
}

const hoursFrom = (date: string, instant: string): number => {
  const [hours, minutes] = clockOf(instant).split(':').map(Number);
  return daysBetween(date, dateOf(instant)) * 24 + (hours ?? 0) + (minutes ?? 0) / 60;
};

/** Of one run of a schedule date, rounded out to whole hours. */
export const openHoursOf = (date: string, from: string, to: string): OpenHours => ({
  from: Math.floor(hoursFrom(date, from)),
  to: Math.ceil(hoursFrom(date, to)),
});

/** The hours of both; the same object where the second adds nothing. */
export function widen(hours: OpenHours | null, other: OpenHours | null): OpenHours | null {
  if (!hours || !other) return hours ?? other;
  if (other.from >= hours.from && other.to <= hours.to) return hours;
  return { from: Math.min(hours.from, other.from), to: Math.max(hours.to, other.to) };
}
