import { clockOf, dateOf, dayYearText, localNow, zoneName } from '#web/words/moments.ts';

/** An instant with any offset as the hospital's clock shows it: `Thu 26 Nov 2026, 17:05 EST`. */
export function hospitalMoment(instant: string, timeZone: string): string {
  const local = localNow(timeZone, new Date(instant));
  return `${dayYearText(dateOf(local))}, ${clockOf(local)} ${zoneName(instant, timeZone)}`;
}
