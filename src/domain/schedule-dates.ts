import { addDays, epochDay, type LocalDate, parseLocalDate } from './local-date.ts';

/** Dates that a schedule may have. The database and the calendar know no others for certain. */
export const EARLIEST_DATE = '1900-01-01' as LocalDate;
export const LATEST_DATE = '2999-12-31' as LocalDate;

/** Two years. Every look at a version computes all its dates: what that costs has to have an end. */
export const MOST_VERSION_DATES = 732;

/** Characters of what is no date that are repeated. */
const SHOWN = 40;

/** Schedule dates, both included. */
export interface DateSpan {
  from: LocalDate;
  to: LocalDate;
}

/** The date of an ISO text, or null where no schedule can have it; `scheduleDateFault` says why. */
export function parseScheduleDate(text: string): LocalDate | null {
  const date = parseLocalDate(text);
  return date !== null && EARLIEST_DATE <= date && date <= LATEST_DATE ? date : null;
}

/** What is wrong with the text of a date, and what to write; null for a date that a schedule may have. */
export function scheduleDateFault(text: string): string | null {
  if (parseScheduleDate(text) !== null) return null;
  const shown = `"${text.slice(0, SHOWN)}"`;
  if (parseLocalDate(text) === null) return `${shown} is no date. Write it as 2026-04-18.`;
  return `${shown} is outside the dates of schedules. Write one from ${EARLIEST_DATE} to ${LATEST_DATE}.`;
}

export const countDates = ({ from, to }: DateSpan): number => epochDay(to) - epochDay(from) + 1;

/** Why no version can be for these dates, and which of the two is to blame; null where one can. */
export function periodFault({ from, to }: DateSpan): { field: 'from' | 'to'; says: string } | null {
  for (const [field, date] of [['from', from] as const, ['to', to] as const]) {
    const fault = scheduleDateFault(date);
    if (fault !== null) return { field, says: `${field}: ${fault}` };
  }
  if (from > to) return { field: 'to', says: `A schedule cannot end (${to}) before it begins (${from}).` };
  const dates = countDates({ from, to });
  if (dates <= MOST_VERSION_DATES) return null;
  const last = addDays(from, MOST_VERSION_DATES - 1);
  const says =
    `A schedule from ${from} to ${to} has ${dates} dates; ${MOST_VERSION_DATES} (two years) are the most. ` +
    `Let it end (to) on ${last} or before.`;
  return { field: 'to', says };
}
