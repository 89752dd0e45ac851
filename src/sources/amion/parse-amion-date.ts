import { type LocalDate, toLocalDate } from '#src/domain/local-date.ts';

const SHAPE = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/;

/** The date of `m-d-yy` (unpadded or not, `/` and four-digit years too), or null; two digits mean 2000 to 2099. */
export function parseAmionDate(text: string): LocalDate | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const year = Number(match[3]);
  return toLocalDate(year < 100 ? 2000 + year : year, Number(match[1]), Number(match[2]));
}

/** Whether a text was meant as a date, valid or not (`13-45-26`). */
export function looksLikeDate(text: string): boolean {
  return /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(text.trim());
}
