import { datesText as textOfDates } from '#web/words/date-spans.ts';
import { addDays, daysBetween } from '#web/words/moments.ts';

/** Dates from the first to the last, both included. */
export interface DateSpan {
  from: string;
  to: string;
}

/** `1 Oct – 31 Dec 2026`, `1–31 Dec 2026` */
export const datesText = ({ from, to }: DateSpan): string => textOfDates(from, to);

/** `1 day`, `92 days` */
export function lengthText(span: DateSpan): string {
  const days = lengthOf(span);
  return days === 1 ? '1 day' : `${days} days`;
}

export const lengthOf = ({ from, to }: DateSpan): number => daysBetween(from, to) + 1;

export const overlaps = (one: DateSpan, other: DateSpan): boolean =>
  one.from <= other.to && other.from <= one.to;

/** What is left of a span without the dates of others, by date. */
export function without(span: DateSpan, others: readonly DateSpan[]): DateSpan[] {
  const left: DateSpan[] = [];
  let { from } = span;
  for (const other of others.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!overlaps(span, other)) continue;
    if (other.from > from) left.push({ from, to: addDays(other.from, -1) });
    if (other.to >= from) from = addDays(other.to, 1);
  }
  return from <= span.to ? [...left, { from, to: span.to }] : left;
}

/** The same dates by date, with neighbours as one. */
export function merged(spans: readonly DateSpan[]): DateSpan[] {
  const joined: DateSpan[] = [];
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && addDays(last.to, 1) >= from) last.to = to > last.to ? to : last.to;
    else joined.push({ from, to });
  }
  return joined;
}
