import type { ValidationMessage } from '#src/domain/validation.ts';

/**
 * A value that is more than its text, whatever the file's format:
 * - `number`: a number (per cent and currency too);
 * - `date`: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where a time of day belongs to it;
 * - `time`: seconds after midnight, 86400 for 24:00;
 * - `boolean`.
 */
export type CellValue =
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: string }
  | { kind: 'time'; value: number }
  | { kind: 'boolean'; value: boolean };

/** What a cell holds. A cell of kind `text` is nothing but what it shows. */
export type CellContent = ({ kind: 'text' } | CellValue) & {
  /**
   * As shown on the sheet, rich-text spans joined, line breaks and tabs as spaces (not collapsed); an ISO form where the
   * file does not say how a value is shown.
   */
  text: string;
};

/** One non-empty cell. Blank cells (white space only, too) never appear. */
export type WorkbookCell = CellContent & {
  /** Column from 0 (A). */
  column: number;
  /** How many columns, this one included, hold the same content side by side. */
  span: number;
};

/** A row with at least one non-empty cell, its cells from left to right. */
export interface WorkbookRow {
  /** Row from 1. */
  row: number;
  /** How many rows, this one included, have the same content one under the other. */
  repeat: number;
  cells: WorkbookCell[];
}

/**
 * A workbook as it is read, sheet by sheet and row by row. Each sheet begins with its `sheet` event, hidden ones too; a
 * `fault` is always the last event and says why the rest could not be read.
 */
export type WorkbookEvent =
  | { kind: 'sheet'; index: number; name: string; hidden: boolean }
  | { kind: 'rows'; rows: WorkbookRow[] }
  | { kind: 'fault'; message: ValidationMessage };
