import { columnLetters, columnOf, rowOf } from '#web/findings/message-cells.ts';
import type { SheetMarks } from './sheet-marks.ts';

/** A sheet as the API shows it. */
export interface PictureSheet {
  name: string;
  hidden: boolean;
  rows: { row: number; cells: { column: string; text: string }[] }[];
  columns: number;
  truncated: boolean;
}

/** A run of blank columns or rows, or one column or row. */
export type GridColumn =
  | { kind: 'column'; letters: string; width: number }
  | { kind: 'gap'; from: string; to: string };
export type GridRow =
  | { kind: 'row'; row: number; texts: ReadonlyMap<string, string> }
  | { kind: 'gap'; from: number; to: number };

export interface Grid {
  columns: GridColumn[];
  rows: GridRow[];
}

/** Blank columns or rows side by side beyond which they are drawn as one gap. */
const SHOWN_BLANKS = 2;
/** Width of a column, in characters. */
const NARROWEST = 4;
const WIDEST = 30;

/** The sheet as a table like the spreadsheet's; long runs of blank columns and rows are drawn together. */
export function buildGrid(sheet: PictureSheet, marks: SheetMarks): Grid {
  const texts = new Map(
    sheet.rows.map(({ row, cells }) => [row, new Map(cells.map(({ column, text }) => [column, text]))]),
  );
  const marked = [...marks.cells.keys()].filter((cell) => isDrawn(sheet, cell));
  const rows = numbers([...texts.keys(), ...marked.map(rowOf), ...marks.rows.keys()], 1);
  const columns = numbers(
    [
      ...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => columnOf(`${column}1`))),
      ...marked.map(columnOf),
    ],
    0,
  );
  return {
    columns: columns.map((run) =>
      run.blank
        ? { kind: 'gap', from: columnLetters(run.from), to: columnLetters(run.to) }
        : {
            kind: 'column',
            letters: columnLetters(run.from),
            width: widthOf(sheet, columnLetters(run.from)),
          },
    ),
    rows: rows.map((run) =>
      run.blank
        ? { kind: 'gap', from: run.from, to: run.to }
        : { kind: 'row', row: run.from, texts: texts.get(run.from) ?? new Map() },
    ),
  };
}

/** Whether a cell is in the picture: of a large sheet only the beginning is. */
export const isDrawn = (sheet: PictureSheet, cell: string): boolean =>
  !sheet.truncated || rowOf(cell) <= (sheet.rows.at(-1)?.row ?? 0);

interface Run {
  from: number;
  to: number;
  blank: boolean;
}

/** Every number from the first one on, those used one by one, long runs of unused ones together. */
function numbers(used: readonly number[], first: number): Run[] {
  const runs: Run[] = [];
  let next = first;
  for (const number of [...new Set(used)].filter((one) => one >= first).toSorted((a, b) => a - b)) {
    if (number - next > SHOWN_BLANKS) runs.push({ from: next, to: number - 1, blank: true });
    else
      for (let blank = next; blank < number; blank += 1) runs.push({ from: blank, to: blank, blank: false });
    runs.push({ from: number, to: number, blank: false });
    next = number + 1;
  }
  return runs;
}

function widthOf(sheet: PictureSheet, letters: string): number {
  let widest = NARROWEST;
  for (const { cells } of sheet.rows) {
    const text = cells.find(({ column }) => column === letters)?.text;
    if (text !== undefined && text.length > widest) widest = text.length;
  }
  return Math.min(widest, WIDEST);
}
