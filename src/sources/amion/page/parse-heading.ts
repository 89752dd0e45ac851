import { dayOfWeek, epochDay, type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import { parseMonthName } from '../parse-stamp.ts';

/** The period of a month page. Only the heading names its year. */
export interface Heading {
  from: LocalDate;
  to: LocalDate;
}

/** A date of the grid as written: month, day and, where it stands there, the weekday (1 is Monday). */
export interface GridDate {
  month: number;
  day: number;
  weekday: number | null;
}

const DAY = String.raw`(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2})(?!\d)|,\s*(\d{4}))?`;
const PERIOD = new RegExp(String.raw`(?<![\d/-])${DAY}\s*(?:to|-|–|through)\s*${DAY}`, 'i');
const MONTH = /\b([A-Z][a-z]{2,8})\.?,?\s+(20\d\d)\b/g;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Wed  4/1`, `Wed 4-1` or `4/1`, or null. */
export function parseGridDate(text: string): GridDate | null {
  const match = /^\s*(?:([A-Za-z]{2,9})\.?,?\s*)?(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?\s*[*+]?\s*$/.exec(
    text.replace(/\n/g, ' '),
  );
  if (!match) return null;
  const prefix = (match[1] ?? '').slice(0, 3).toLowerCase();
  const at = prefix === '' ? -1 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(prefix));
  if (prefix !== '' && at < 0) return null;
  return { month: Number(match[2]), day: Number(match[3]), weekday: at < 0 ? null : at + 1 };
}

/**
 * The period of a heading such as `Radiology Schedule, 4/1 to 4/30, 2026` or `… April 2026`. Where it spans a year's end
 * and names one year, the weekdays of the grid say whether that is the first or the last. Null where no year stands there.
 */
export function parseHeading(text: string, dates: GridDate[]): Heading | null {
  const match = PERIOD.exec(text);
  if (!match) return monthOf(text);
  const [fromMonth, fromDay, toMonth, toDay] = [match[1], match[2], match[5], match[6]].map(Number);
  const fromYear = yearOf(match[3] ?? match[4]);
  const toYear = yearOf(
    match[7] ?? match[8] ?? /^\D{0,3}(20\d\d)\b/.exec(text.slice(match.index + match[0].length))?.[1],
  );
  if (fromMonth === undefined || fromDay === undefined || toMonth === undefined || toDay === undefined)
    return null;
  const period = (year: number, endYear: number): Heading | null => {
    const from = toLocalDate(year, fromMonth, fromDay);
    const to = toLocalDate(endYear, toMonth, toDay);
    return from && to && from <= to ? { from, to } : null;
  };
  const spans = toMonth * 100 + toDay < fromMonth * 100 + fromDay;
  if (fromYear !== null && toYear !== null) return period(fromYear, toYear);
  if (fromYear !== null) return period(fromYear, spans ? fromYear + 1 : fromYear);
  if (toYear === null) return null;
  if (!spans) return period(toYear, toYear);
  const readings = [period(toYear - 1, toYear), period(toYear, toYear + 1)].flatMap(
    (reading) => reading ?? [],
  );
  return bestReading(readings, dates);
}

/** The reading whose weekdays agree with most dates; the earlier one on a tie. */
function bestReading(readings: Heading[], dates: GridDate[]): Heading | null {
  const agreeing = (heading: Heading): number =>
    dates.filter((date) => {
      const local = dateIn(heading, date);
      return local !== null && date.weekday === dayOfWeek(local);
    }).length;
  return readings.reduce<Heading | null>(
    (best, reading) => (best === null || agreeing(reading) > agreeing(best) ? reading : best),
    null,
  );
}

/** The date of a grid's month and day: in the year in which it lies in the heading's period, or nearest to it. */
export function dateIn({ from, to }: Heading, { month, day }: GridDate): LocalDate | null {
  const years = [
    Number(from.slice(0, 4)) - 1,
    Number(from.slice(0, 4)),
    Number(to.slice(0, 4)),
    Number(to.slice(0, 4)) + 1,
  ];
  const dates = years.flatMap((year) => toLocalDate(year, month, day) ?? []);
  const away = (date: LocalDate): number =>
    Math.max(epochDay(from) - epochDay(date), epochDay(date) - epochDay(to), 0);
  return dates.reduce<LocalDate | null>(
    (best, date) => (best === null || away(date) < away(best) ? date : best),
    null,
  );
}

function monthOf(text: string): Heading | null {
  for (const match of text.matchAll(MONTH)) {
    const month = parseMonthName(match[1] ?? '');
    const year = Number(match[2]);
    const from = month === null ? null : toLocalDate(year, month, 1);
    const last = [31, 30, 29, 28].flatMap((day) => toLocalDate(year, month ?? 0, day) ?? [])[0];
    if (from && last) return { from, to: last };
  }
  return null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
