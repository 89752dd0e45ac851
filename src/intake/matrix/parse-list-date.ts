/**
 * Dates of a list as real files have them: a date cell, or text: `2026-03-01`, US `3/1/2026`, `1-Mar-2026`, `Mar 1, 2026`. A
 * spreadsheet saved as .csv shows its date cells as `03/01/26`, `1-Mar-26` or `3/1/2026 0:00`: two digits of a year are of
 * this century, a time of day behind the date is dropped. Days before months in figures are not guessed.
 */
import { type LocalDate, parseLocalDate, toLocalDate } from '#src/domain/local-date.ts';
import { collapseSpaces } from '#src/domain/study.ts';
import type { WorkbookCell } from '#src/sources/matrix/workbook-event.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FULL_MONTHS =
  'january february march april may june july august september october november december'.split(' ');
const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;
const dayFirst = /^(\d{1,2})[- ]([a-z]+)\.?[-, ]+(\d{4}|\d{2})$/i;
const monthFirst = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i;
const timeBehind = /(\d)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?(?: ?[ap]m)?$/i;
const CENTURY = 2000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

export function parseListDate(cell: WorkbookCell): LocalDate | null {
  if (cell.kind !== 'text' && cell.kind !== 'date') return null;
  const date = cell.kind === 'date' ? parseLocalDate(cell.value.slice(0, 10)) : parseDateText(cell.text);
  if (date === null) return null;
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date : null;
}

function parseDateText(written: string): LocalDate | null {
  const text = collapseSpaces(written).replace(timeBehind, '$1');
  const international = iso.exec(text);
  if (international)
    return toLocalDate(Number(international[1]), Number(international[3]), Number(international[4]));
  const figures = us.exec(text);
  if (figures) return toLocalDate(fullYear(figures[3]), Number(figures[1]), Number(figures[2]));
  const named = dayFirst.exec(text);
  if (named) return toNamedDate(named[3], named[2], named[1]);
  const american = monthFirst.exec(text);
  return american ? toNamedDate(american[3], american[1], american[2]) : null;
}

function fullYear(written = ''): number {
  return written.length === 2 ? CENTURY + Number(written) : Number(written);
}

function toNamedDate(year = '', monthName = '', day = ''): LocalDate | null {
  const name = monthName.toLowerCase();
  const month = name === 'sept' ? 9 : Math.max(MONTHS.indexOf(name), FULL_MONTHS.indexOf(name)) + 1;
  return month === 0 ? null : toLocalDate(fullYear(year), month, Number(day));
}
