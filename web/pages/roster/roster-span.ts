import { addDays, daysBetween, dayText } from '#web/words/moments.ts';

/** Schedule dates, both included. */
export interface Span {
  from: string;
  to: string;
}

/** How many weeks are shown at once. */
export type Weeks = 1 | 4;

/** The API shows no more at once. */
const MOST_DATES = 100;

/** `2026-12-07` of `2026-12-13`: weeks begin on Monday. */
export function mondayOf(date: string): string {
  const fromMonday = daysBetween('1970-01-05', date) % 7;
  return addDays(date, -((fromMonday + 7) % 7));
}

/** Whole weeks, of which the first holds the date. */
export function weeksFrom(date: string, weeks: Weeks): Span {
  const from = mondayOf(date);
  return { from, to: addDays(from, weeks * 7 - 1) };
}

/** What the address asks for, as far as it is a span; else the week of the date that it is about, else that of today. */
export function shownSpan(
  { from, to, date }: { from?: string | undefined; to?: string | undefined; date?: string | undefined },
  today: string,
): Span {
  if (from && to && from <= to && daysBetween(from, to) < MOST_DATES) return { from, to };
  return weeksFrom(from ?? date ?? today, 1);
}

/** The dates before or after, as many of them. */
export function stepSpan({ from, to }: Span, direction: -1 | 1): Span {
  const days = (daysBetween(from, to) + 1) * direction;
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** As many weeks as are shown, from 1; a span of other lengths counts as the choice that is nearest. */
export const weeksOf = ({ from, to }: Span): Weeks => (daysBetween(from, to) < 14 ? 1 : 4);

export const holds = ({ from, to }: Span, date: string): boolean => from <= date && date <= to;

/** `Mon 7 Dec to Sun 13 Dec` */
export const spanText = ({ from, to }: Span): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
