import type { WorkbookCell, WorkbookRow } from '#src/sources/matrix/workbook-event.ts';

/** One row of one sheet, repeats resolved: its non-empty cells by column from 0, in ascending order. */
export interface SheetRow {
  /** Row from 1. */
  row: number;
  cells: ReadonlyMap<number, WorkbookCell>;
}

/** Rows as they stand on the sheet; rows that repeat share their cells. */
export function* eachSheetRow(rows: readonly WorkbookRow[]): Generator<SheetRow> {
  for (const { row, repeat, cells } of rows) {
    const byColumn = new Map<number, WorkbookCell>();
    for (const cell of cells) {
      for (let i = 0; i < cell.span; i += 1) byColumn.set(cell.column + i, cell);
    }
    for (let i = 0; i < repeat; i += 1) yield { row: row + i, cells: byColumn };
  }
}
