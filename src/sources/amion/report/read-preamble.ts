import { type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import { parseAmionDate } from '../parse-amion-date.ts';
import { parseMonthName, parseStamp } from '../parse-stamp.ts';
import { LEAST_FIELDS, splitFields } from './split-fields.ts';
import type { ReportLine } from './split-lines.ts';

/** What stands above the data. */
export interface Preamble {
  asOf: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  /** Whether it is the beginning of a report of assignments, whole. */
  valid: boolean;
}

/** Reads the lines above the first line of data, however many they are. */
export function readPreamble(lines: ReportLine[]): Preamble {
  const title = lines.find((line) => isTitle(line.text))?.text;
  const header = lines.some((line) => isHeader(line.text));
  const stamped = lines.find((line) => /as of/i.test(line.text))?.text;
  const stamp = stamped?.slice(stamped.search(/as of/i));
  const [from, to] = periodOf(title ?? '');
  return {
    asOf: stamp === undefined ? null : parseStamp(stamp),
    from,
    to,
    valid: header || (title !== undefined && !isCut(lines)),
  };
}

/** Whether a line belongs to a preamble, wherever it stands (months saved one after another repeat it). */
export function isPreamble(text: string): boolean {
  return isTitle(text) || /^\s*"?field\s+\d+/i.test(text) || isHeader(text);
}

const isTitle = (text: string): boolean => /^\s*"?assignments\s+for\b/i.test(text);

/** The header row of a `--` form: names of columns, no digits in those of date and times. */
function isHeader(text: string): boolean {
  const { fields } = splitFields(text, text.includes('\t') ? '\t' : ',');
  if (fields.length < LEAST_FIELDS) return false;
  return (
    fields.some((field) => /name/i.test(field)) && fields.some((field) => /^(?=\D*$).*date/i.test(field))
  );
}

/** A body without data that ends in the middle of a line of its preamble was cut off. */
function isCut(lines: ReportLine[]): boolean {
  const last = lines.at(-1);
  if (!last || last.ended || !isPreamble(last.text)) return false;
  return !/(\)|grouping)\s*$/i.test(last.text);
}

/** `for 4-1-26` of a month is its first day; `for April 2026` and `for 4-1-26 to 4-30-26` say both ends. */
function periodOf(title: string): [LocalDate | null, LocalDate | null] {
  const dates = [...title.replace(/\(.*/, '').matchAll(/\d{1,2}[-/]\d{1,2}[-/]\d{2,4}/g)].flatMap(
    ([text]) => {
      const date = parseAmionDate(text);
      return date ? [date] : [];
    },
  );
  const [first, last] = dates;
  if (first) return [first, last ?? (first.endsWith('-01') ? monthEnd(first) : first)];
  const named = /for\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/i.exec(title);
  const month = parseMonthName(named?.[1] ?? '');
  const start = month === null ? null : toLocalDate(Number(named?.[2]), month, 1);
  return start ? [start, monthEnd(start)] : [null, null];
}

function monthEnd(date: LocalDate): LocalDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const days = [31, 30, 29, 28].find((day) => toLocalDate(year, month, day) !== null) ?? 28;
  return toLocalDate(year, month, days) ?? date;
}
