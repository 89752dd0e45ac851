/**
 * Grids right of the main one are named and counted, never merged: the real file has one 16 columns away, without a title,
 * that says the opposite of the main grid. Worked example: positions in `V1:X1`, labels in `U2:U24`, 23 marks: `U1:X24`.
 */
import { cellName } from './cell-name.ts';
import { findRuns, type PositionRun, positionsOf } from './position-runs.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A grid that is not merged into the main one. */
export interface SideGrid {
  /** `U1:X24`. */
  range: string;
  /** Non-empty cells under its positions. */
  marks: number;
}

interface Side {
  run: PositionRun;
  /** Its label column, or its first position where no labels stand beside it. */
  left: number;
  from: number;
  to: number;
  marks: number;
}

/** What stands below the main header. */
export interface ColumnContent {
  /** The non-empty cells of each column. */
  counts: ReadonlyMap<number, number>;
  /** The columns that name studies. */
  labelColumns: ReadonlySet<number>;
}

/**
 * The side grids of a sheet and all their columns: `others` are the runs in the main header's own row; headers in other
 * rows are found here.
 */
export function findSideGrids(
  sheet: readonly SheetRow[],
  header: SheetRow,
  main: PositionRun,
  others: readonly PositionRun[],
  { counts, labelColumns }: ColumnContent,
): { grids: SideGrid[]; columns: ReadonlySet<number> } {
  const sides: Side[] = [];
  const owners = new Map<number, Side>();
  const claim = (run: PositionRun, row: number): void => {
    const left = run.first - 1;
    const labelled = left > main.last && counts.has(left);
    const side = { run, left: labelled ? left : run.first, from: row, to: row, marks: 0 };
    sides.push(side);
    for (let column = side.left; column <= run.last; column += 1) owners.set(column, side);
  };
  for (const run of others) claim(run, header.row);
  for (const row of sheet) {
    if (row === header || !hasPositionBeyond(row, main.last + 1)) continue;
    for (const run of findRuns(row, labelColumns)) {
      const columns = [...run.positions.keys()];
      // Below a heading of the main grid's row it is a note that names a position, no header.
      const isNote = columns.some((column) => owners.has(column) || header.cells.has(column));
      if (run.first > main.last + 1 && !isNote) claim(run, row.row);
    }
  }
  measure(sheet, owners);
  const grids = sides.map(({ run, left, from, to, marks }) => ({
    range: `${cellName(left, from)}:${cellName(run.last, to)}`,
    marks,
  }));
  return { grids, columns: new Set(owners.keys()) };
}

const hasPositionBeyond = (row: SheetRow, column: number): boolean => {
  for (const found of positionsOf(row).keys()) if (found > column) return true;
  return false;
};

function measure(sheet: readonly SheetRow[], owners: ReadonlyMap<number, Side>): void {
  if (owners.size === 0) return;
  for (const { row, cells } of sheet) {
    for (const column of cells.keys()) {
      const side = owners.get(column);
      if (!side || row <= side.from) continue;
      side.to = row;
      if (side.run.positions.has(column)) side.marks += 1;
    }
  }
}
