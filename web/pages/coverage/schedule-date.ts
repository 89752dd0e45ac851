import { addDays, clockOf, dateOf, dayYearText, localNow } from '#web/words/moments.ts';

/** Schedule dates, both included. */
export interface DateSpan {
  from: string;
  to: string;
}

/** `Thu 1 Oct to Thu 31 Dec 2026`; the year of the first only where it is another. */
export function spanDatesText({ from, to }: DateSpan): string {
  if (from === to) return dayYearText(from);
  const first = dayYearText(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} to ${dayYearText(to)}`;
}

export const clampDate = (date: string, { from, to }: DateSpan): string =>
  date < from ? from : date > to ? to : date;

/** Before eight in the morning it is still the night of the day before. */
export function scheduleDateNow(timeZone: string, now = new Date()): string {
  const local = localNow(timeZone, now);
  return scheduleDateOf(local);
}

/** Of a run that begins at an instant: before eight in the morning it belongs to the night of the day before. */
export const scheduleDateOf = (instant: string): string =>
  clockOf(instant) < '08:00' ? addDays(dateOf(instant), -1) : dateOf(instant);
