import type { Gap } from '../coverage-queries.ts';

const COLUMNS = [
  ...['schedule_date', 'hospital', 'study', 'from', 'to', 'hours', 'cause', 'position', 'person'],
] as const;

/** The gaps as a table of RFC 4180, one a line; hours are elapsed hours. */
export function presentGapsCsv(gaps: readonly Gap[]): string {
  const lines = gaps.map(({ scheduleDate, hospital, study, from, to, cause, position, person }) => [
    ...[scheduleDate, hospital, study, from, to, String((Date.parse(to) - Date.parse(from)) / 3_600_000)],
    ...[cause, position ?? '', person ?? ''],
  ]);
  return [COLUMNS, ...lines].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula is made text by an apostrophe. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `gaps-HARBOR-317600-2026-10-01-to-2026-12-31.csv` */
export const gapsFileName = (department: string, version: string, from: string, to: string): string =>
  `gaps-${department.replaceAll(/[^\w-]+/g, '-')}-${version.slice(-6)}-${from}-to-${to}.csv`;
