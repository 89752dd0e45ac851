import type { DateSpan } from '#web/words/date-span.ts';
import { addDays, clockOf, dateOf, localNow } from '#web/words/moments.ts';

export const clampDate = (date: string, { from, to }: DateSpan): string =>
  date < from ? from : date > to ? to : date;

/** Of a run that begins at an instant: before eight in the morning it belongs to the night of the day before. */
export const scheduleDateOf = (instant: string): string =>
  clockOf(instant) < '08:00' ? addDays(dateOf(instant), -1) : dateOf(instant);

/** On the hospital's clock. */
export const scheduleDateNow = (timeZone: string, now = new Date()): string =>
  scheduleDateOf(localNow(timeZone, now));
