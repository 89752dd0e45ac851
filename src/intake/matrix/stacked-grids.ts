/**
 * A second grid may also stand below the first. A row that has only positions under positions, and no study as its label,
 * begins one; with the same positions it is the header once more, as on a printed second page. Worked example: `B1:D1` is
 * `MidC MidL Mid3`, `A30:C30` is `Study ON1 ON2`: the rows from 30 on are another grid, `A30:C45`; were `B30:D30` `MidC MidL Mid3`
 * again, they would belong to the first.
 */
import type { Position } from '#src/domain/shift-type.ts';
import { namesStudy } from '#src/domain/study.ts';
import { cellName } from './cell-name.ts';
import { findRuns, type PositionRun, positionsOf } from './position-runs.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SideGrid } from './side-grids.ts';

interface Stacked {
  run: PositionRun;
  from: number;
  to: number;
  marks: number;
}

/** What the rows below the main header are. */
export interface StackedGrids {
  /** Those of the main grid. */
  rows: SheetRow[];
  /** The grids that begin among them. */
  grids: SideGrid[];
  /** The columns in which those grids have positions, also beyond the main grid's. */
  columns: ReadonlySet<number>;
}

/** Parts the main grid from the grids below it. `taken` are the columns of side grids, whose marks are counted there. */
export function splitStacked(
  below: readonly SheetRow[],
  main: PositionRun,
  labelColumn: number,
  { labelColumns, taken }: { labelColumns: ReadonlySet<number>; taken: ReadonlySet<number> },
): StackedGrids {
  const rows: SheetRow[] = [];
  const stacked: Stacked[] = [];
  const columns = new Set<number>();
  let current: Stacked | null = null;
  for (const row of below) {
    const run = findHeaderAgain(row, main, labelColumn, labelColumns);
    if (run !== null && saysTheSame(run.positions, main.positions)) {
      current = null;
    } else if (run !== null) {
      current = { run, from: row.row, to: row.row, marks: 0 };
      stacked.push(current);
      for (const column of run.positions.keys()) if (!taken.has(column)) columns.add(column);
    } else if (current === null) {
      rows.push(row);
    } else {
      current.to = row.row;
      for (const column of current.run.positions.keys()) {
        if (row.cells.has(column) && !taken.has(column)) current.marks += 1;
      }
    }
  }
  const range = ({ run, from, to }: Stacked): string =>
    `${cellName(labelColumn, from)}:${cellName(run.last, to)}`;
  return { rows, grids: stacked.map((grid) => ({ range: range(grid), marks: grid.marks })), columns };
}

function findHeaderAgain(
  row: SheetRow,
  main: PositionRun,
  labelColumn: number,
  labelColumns: ReadonlySet<number>,
): PositionRun | null {
  const positions = positionsOf(row);
  if (positions.size === 0 || namesStudy(row.cells.get(labelColumn)?.text ?? '')) return null;
  const under = [...main.positions.keys()].filter((column) => row.cells.has(column));
  if (under.length === 0 || under.some((column) => !positions.has(column))) return null;
  return findRuns(row, labelColumns).find((run) => run.last >= main.first) ?? null;
}

/** Whether a header repeats the main one, be it in part. */
function saysTheSame(run: ReadonlyMap<number, Position>, main: ReadonlyMap<number, Position>): boolean {
  return [...run].every(([column, position]) => main.get(column) === position);
}
