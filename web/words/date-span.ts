import { counted } from './counted.ts';
import { addDays, daysBetween } from './moments.ts';

/** Dates from the first to the last, both included. */
export interface DateSpan {
  from: string;
  to: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric' });
const DAY_MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const FULL = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
});

/** `1–31 Dec 2026`, `1 Oct – 31 Dec 2026`, `15 Dec 2026 – 14 Jan 2027` */
export function datesText({ from, to }: DateSpan): string {
  const [start, end] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)];
  if (from === to) return FULL.format(end);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${DAY.format(start)}–${FULL.format(end)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${DAY_MONTH.format(start)} – ${FULL.format(end)}`;
  return `${FULL.format(start)} – ${FULL.format(end)}`;
}

/** `1 day`, `92 days` */
export function lengthText(span: DateSpan): string {
  return counted(lengthOf(span), 'day');
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

/** The last date of a date's month. */
export function monthEnd(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0, 12)).toISOString().slice(0, 10);
}

/** The whole month after a date, or the rest of its month where that is later than the first: what is scheduled next. */
export function nextSpan(after: string): DateSpan {
  const start = new Date(`${after}T12:00:00Z`);
  start.setUTCDate(start.getUTCDate() + 1);
  const from = start.toISOString().slice(0, 10);
  return { from, to: monthEnd(from) };
}
