import { dateOfSearch, textOf, wordOf } from '#web/router/search-text.ts';

export interface ImportSearch {
  /** Schedule dates; left out: the month after the schedule in force. */
  from?: string;
  to?: string;
  /** `files`: from saved reports; left out: from Amion. */
  roster?: 'files';
}

export const validateImport = (search: Record<string, unknown>): ImportSearch => {
  const [from, to] = [dateOfSearch(search, 'from'), dateOfSearch(search, 'to')];
  const roster = wordOf(search, 'roster', ['files'] as const);
  return { ...(from && { from }), ...(to && { to }), ...(roster && { roster }) };
};

export const SOURCES = ['matrix', 'roster', 'coverage', 'registers'] as const;
/** Where a message comes from: a part of the report. */
export type Source = (typeof SOURCES)[number];

export interface ReportSearch {
  source?: Source;
  /** The sheet and the cell that are looked at. */
  sheet?: string;
  cell?: string;
  /** The line of a report that is looked at, and which report. */
  line?: number;
  file?: string;
}

export const validateReport = (search: Record<string, unknown>): ReportSearch => {
  const source = wordOf(search, 'source', SOURCES);
  const [sheet, cell] = [textOf(search, 'sheet'), textOf(search, 'cell')];
  const [file, line] = [textOf(search, 'file'), Number(textOf(search, 'line'))];
  return {
    ...{ ...(source && { source }), ...(sheet && { sheet }), ...(cell && { cell }) },
    ...(file && { file }),
    ...(Number.isInteger(line) && line > 0 && { line }),
  };
};
