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

/** The first and the last date of the calendar month of a date. */
export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01` as LocalDate;
export const lastOfMonth = (date: LocalDate): LocalDate => {
  const { daysInMonth } = Temporal.PlainDate.from(date);
  return `${date.slice(0, 7)}-${daysInMonth}` as LocalDate;
};

/** Days of the week by which the first of each month lies behind that of January, leap days counted to the next year. */
const MONTH_SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** 1 is Monday, 7 is Sunday (ISO 8601). By Sakamoto's rule: a year of coverage asks for it a thousand times. */
export function dayOfWeek(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const fromSunday = (year + leapDays + (MONTH_SHIFTS[month - 1] ?? 0) + Number(date.slice(8))) % 7;
  return fromSunday || 7;
}

/** Days since 1970-01-01. */
export function epochDay(date: LocalDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
}

/** Every date from `start` to `end`, both included, in order; none when `end` is before `start`. */
export function eachDate(start: LocalDate, end: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let month = Temporal.PlainYearMonth.from(start); ; month = month.add({ months: 1 })) {
    const { daysInMonth } = month;
    const yearAndMonth = month.toString();
    for (let day = 1; day <= daysInMonth; day++) {
      const date = `${yearAndMonth}-${String(day).padStart(2, '0')}` as LocalDate;
      if (date > end) return dates;
      if (date >= start) dates.push(date);
    }
  }
}
