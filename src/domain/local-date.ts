import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;
/** A calendar date without a zone, `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string & { readonly [brand]: 'local-date' };

const iso = /^\d{4}-\d{2}-\d{2}$/;

/** The date of an ISO text, or null where it is no date of the calendar (`2026-02-30`). */
export function parseLocalDate(text: string): LocalDate | null {
  const trimmed = text.trim();
  if (!iso.test(trimmed)) return null;
  return toLocalDate(Number(trimmed.slice(0, 4)), Number(trimmed.slice(5, 7)), Number(trimmed.slice(8, 10)));
}

/** The date of its parts (month and day from 1), or null where the calendar has no such day. */
export function toLocalDate(year: number, month: number, day: number): LocalDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as LocalDate;
  } catch {
    return null;
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Days since 1970-01-01. */
export function epochDay(date: LocalDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
}

/** Every date from `start` to `end`, both included, in order; none when `end` is before `start`. */
export function eachDate(start: LocalDate, end: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = Temporal.PlainDate.from(start); ; date = date.add({ days: 1 })) {
    const text = date.toString() as LocalDate;
    if (text > end) return dates;
    dates.push(text);
  }
}
