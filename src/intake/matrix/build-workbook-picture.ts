/**
 * A workbook as its sheets look, so that a message about `B3` can be seen in its place; as much of it as a page can show.
 *
 * A sheet with `CPMC CT Body` in A2 and `x` in B2 is one row, 2, with the cells A and B. A blank row between two others has
 * no entry. A row that the file repeats a million times stands 600 times, and its sheet says that it is cut.
 */
import type { ValidationMessage } from '#src/domain/validation.ts';
import type { WorkbookEvent, WorkbookRow } from '#src/sources/matrix/workbook-event.ts';
import { columnName } from './cell-name.ts';

export interface PictureRow {
  /** Row from 1. */
  row: number;
  /** Cells that are not blank, from left to right; `column` as the sheet letters it. */
  cells: { column: string; text: string }[];
}

export interface PictureSheet {
  name: string;
  hidden: boolean;
  /** Rows that are not blank. */
  rows: PictureRow[];
  /** How many columns there are up to the last that is not blank, of those shown. */
  columns: number;
  /** Something of it is left out: rows, columns, or the end of a long text. */
  truncated: boolean;
}

export interface WorkbookPicture {
  sheets: PictureSheet[];
  /** Sheets, or the rest of the last one, are left out. */
  truncated: boolean;
  /** Why the rest could not be read. */
  fault: ValidationMessage | null;
}

export interface PictureBounds {
  sheets: number;
  /** Of each sheet. */
  rows: number;
  columns: number;
  /** Of each cell. */
  characters: number;
  /** Cells of all sheets. */
  cells: number;
}

export const PICTURE_BOUNDS: PictureBounds = {
  ...{ sheets: 200, rows: 600, columns: 60, characters: 300, cells: 60_000 },
};

/** Reading ends early once no more can be shown. */
export async function buildWorkbookPicture(
  events: AsyncIterable<WorkbookEvent>,
  bounds: PictureBounds = PICTURE_BOUNDS,
): Promise<WorkbookPicture> {
  const sheets: PictureSheet[] = [];
  let left = bounds.cells;
  for await (const event of events) {
    if (event.kind === 'fault') return { sheets, truncated: sheets.length > 0, fault: event.message };
    if (event.kind === 'sheet') {
      if (sheets.length === bounds.sheets || left <= 0) return { sheets, truncated: true, fault: null };
      const { name, hidden } = event;
      sheets.push({ name, hidden, rows: [], columns: 0, truncated: false });
      continue;
    }
    const sheet = sheets.at(-1);
    if (!sheet) throw new Error('Rows before their sheet');
    for (const row of event.rows) left -= addRow(sheet, row, { ...bounds, cells: left });
  }
  return { sheets, truncated: left <= 0, fault: null };
}

/** Answers how many cells were added. */
function addRow(sheet: PictureSheet, { row, repeat, cells }: WorkbookRow, bounds: PictureBounds): number {
  const shown: PictureRow['cells'] = [];
  for (const { column, span, text } of cells) {
    const end = Math.min(column + span, bounds.columns);
    if (column + span > bounds.columns || text.length > bounds.characters) sheet.truncated = true;
    for (let at = column; at < end; at += 1) {
      shown.push({ column: columnName(at), text: text.slice(0, bounds.characters) });
      sheet.columns = Math.max(sheet.columns, at + 1);
    }
  }
  if (shown.length === 0) return 0;
  let added = 0;
  for (let at = 0; at < repeat; at += 1) {
    if (sheet.rows.length === bounds.rows || added + shown.length > bounds.cells) {
      sheet.truncated = true;
      // What does not fit any more ends the picture: another row could be shorter, and would stand in the wrong place.
      return sheet.rows.length === bounds.rows ? added : bounds.cells;
    }
    sheet.rows.push({ row: row + at, cells: shown });
    added += shown.length;
  }
  return added;
}
