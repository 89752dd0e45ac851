/**
 * A second grid may also stand below the first. A row that has only positions under positions begins one; with the same
 * positions it is the header once more, as on a printed second page. Worked example: `B1:D1` is `MidC MidL Mid3`, `B30:D30`
 * is `ON1 ON2 Mid3`: the rows from 30 on are another grid; were `B30:D30` `MidC MidL Mid3` again, they would belong to the first.
 */
import { cellName } from './cell-name.ts';
import { type PositionRun, positionsOf } from './position-runs.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SideGrid } from './side-grids.ts';

interface Stacked {
  from: number;
  to: number;
  marks: number;
}

/** The rows below the main header that are the main grid's own, and the grids that begin among them. */
export function splitStacked(
  below: readonly SheetRow[],
  main: PositionRun,
  labelColumn: number,
): { rows: SheetRow[]; stacked: SideGrid[] } {
  const rows: SheetRow[] = [];
  const stacked: Stacked[] = [];
  let current: Stacked | null = null;
  for (const row of below) {
    const header = headerAgain(row, main, labelColumn);
    if (header === 'same') {
      current = null;
    } else if (header === 'other') {
      current = { from: row.row, to: row.row, marks: 0 };
      stacked.push(current);
    } else if (current === null) {
      rows.push(row);
    } else {
      current.to = row.row;
      for (const column of main.positions.keys()) if (row.cells.has(column)) current.marks += 1;
    }
  }
  const range = (grid: Stacked): string =>
    `${cellName(labelColumn, grid.from)}:${cellName(main.last, grid.to)}`;
  return { rows, stacked: stacked.map((grid) => ({ range: range(grid), marks: grid.marks })) };
}

function headerAgain(row: SheetRow, main: PositionRun, labelColumn: number): 'same' | 'other' | null {
  if (row.cells.has(labelColumn)) return null;
  const positions = positionsOf(row);
  if (positions.size === 0) return null;
  const under = [...main.positions.keys()].filter((column) => row.cells.has(column));
  if (under.length === 0 || under.some((column) => !positions.has(column))) return null;
  return under.every((column) => positions.get(column) === main.positions.get(column)) ? 'same' : 'other';
}
