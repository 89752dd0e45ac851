import { cellName, columnName } from './cell-name.ts';

/** Where something stands in the workbook. */
export type Place = {
  sheet: string;
  /** `B3`. */
  cell: string;
  /** Row from 1. */
  row: number;
  /** Letters of the column. */
  column: string;
};

const SHOWN = 5;

/** `column` counts from 0, `row` from 1. */
export function placeOf(sheet: string, column: number, row: number): Place {
  return { sheet, cell: cellName(column, row), row, column: columnName(column) };
}

/** `sheet "Mid 5 - 6 pm", cell B3`, or the first few of `count`. */
export function placesText(places: readonly Place[], count: number): string {
  const shown = places.slice(0, SHOWN).map((place) => `sheet "${place.sheet}", cell ${place.cell}`);
  const more = count - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
}

/** `B2, C3`, or the first few of `count`. */
export function cellsText(cells: readonly string[], count: number): string {
  const shown = cells.slice(0, SHOWN);
  const more = count - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
