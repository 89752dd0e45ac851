import type { Message } from './message-place.ts';

/** A cell of a workbook that a message is about; `cell` null: the sheet as a whole, or a row of it. */
export interface CellPlace {
  sheet: string;
  cell: string | null;
  row: number | null;
}

/** Nobody looks at more cells of one message. */
const MOST_CELLS = 2_000;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Where a message stands in the workbook: its first place first. Empty where it is about no sheet. */
export function cellsOf({ context }: Message): CellPlace[] {
  const sheet = textOf(context['sheet']);
  const own = sheet === null ? [] : cellsOfSheet(sheet, context);
  const others = listOf(context['places']).flatMap((place) => {
    const told = (place ?? {}) as Record<string, unknown>;
    const [name, cell] = [textOf(told['sheet']), textOf(told['cell'])];
    return name !== null && cell !== null ? [toPlace(name, cell)] : [];
  });
  const sheets = listOf(context['sheets']).flatMap((name) => {
    const known = textOf(name);
    return known === null ? [] : [{ sheet: known, cell: null, row: null }];
  });
  return unique([...own, ...others, ...sheets]).slice(0, MOST_CELLS);
}

function cellsOfSheet(sheet: string, context: Message['context']): CellPlace[] {
  const range = textOf(context['range']);
  if (range !== null) return cellsOfRange(range).map((cell) => toPlace(sheet, cell));
  // The cells of a message with places of its own may stand on several sheets.
  const cells =
    listOf(context['places']).length > 0
      ? []
      : listOf(context['cells']).flatMap((cell) => textOf(cell) ?? []);
  const first = textOf(context['cell']);
  const all = first === null ? cells : [first, ...cells];
  if (all.length > 0) return all.map((cell) => toPlace(sheet, cell));
  const row = context['row'];
  return [{ sheet, cell: null, row: typeof row === 'number' ? row : null }];
}

const toPlace = (sheet: string, cell: string): CellPlace => ({ sheet, cell, row: rowOf(cell) });

const unique = (places: readonly CellPlace[]): CellPlace[] => [
  ...new Map(places.map((place) => [`${place.cell ?? place.row ?? ''}!${place.sheet}`, place])).values(),
];

const CELL = /^([A-Z]+)(\d+)$/;

/** Row from 1. */
export const rowOf = (cell: string): number => Number(CELL.exec(cell)?.[2] ?? 0);

/** Column from 0; -1 where the text is no cell. */
export function columnOf(cell: string): number {
  const letters = CELL.exec(cell)?.[1] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

/** Column 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? last : columnLetters(rest - 1) + last;
}

function cellsOfRange(range: string): string[] {
  const [start = '', end = start] = range.split(':');
  const cells: string[] = [];
  for (let row = rowOf(start); row <= rowOf(end); row += 1) {
    for (let column = columnOf(start); column <= columnOf(end); column += 1) {
      cells.push(`${columnLetters(column)}${row}`);
      if (cells.length === MOST_CELLS) return cells;
    }
  }
  return cells;
}
