/**
 * Positions that stand side by side in a row are one grid's header. `_ MidC MidL Mid3 … (16 blank columns) … _ MidC MidL
 * Mid3` are two: the second begins where a position repeats after a gap, where a column of labels lies between, or after
 * two blank columns. A column between positions that holds remarks is no label column and divides nothing.
 */
import { type Position, parsePosition } from '#src/domain/shift-type.ts';
import type { SheetRow } from './sheet-rows.ts';

export interface PositionRun {
  /** Columns from 0, ascending, with the position each stands for. */
  positions: Map<number, Position>;
  first: number;
  last: number;
}

/** Shared, for most rows of a sheet have none. */
const NO_POSITIONS: ReadonlyMap<number, Position> = new Map();

/** The positions of a row; none in the first column, where labels stand. */
export function positionsOf(row: SheetRow): ReadonlyMap<number, Position> {
  let positions: Map<number, Position> | null = null;
  for (const [column, cell] of row.cells) {
    const position = column > 0 && cell.kind === 'text' ? parsePosition(cell.text) : null;
    if (position !== null) positions = (positions ?? new Map<number, Position>()).set(column, position);
  }
  return positions ?? NO_POSITIONS;
}

/** `labelColumns` are the columns that name studies further down. */
export function findRuns(row: SheetRow, labelColumns: ReadonlySet<number>): PositionRun[] {
  const runs: PositionRun[] = [];
  for (const [column, position] of positionsOf(row)) {
    const run = runs.at(-1);
    if (!run || isApart(run, column, position, row, labelColumns)) {
      runs.push({ positions: new Map([[column, position]]), first: column, last: column });
    } else {
      run.positions.set(column, position);
      run.last = column;
    }
  }
  return runs;
}

function isApart(
  run: PositionRun,
  column: number,
  position: Position,
  row: SheetRow,
  labelColumns: ReadonlySet<number>,
): boolean {
  let unnamed = 0;
  let named = 0;
  for (let between = run.last + 1; between < column; between += 1) {
    if (!row.cells.has(between)) {
      if (labelColumns.has(between)) return true;
      unnamed += 1;
    } else if (labelColumns.has(between)) {
      named += 1;
    }
  }
  if (unnamed >= 2) return true;
  return unnamed + named > 0 && [...run.positions.values()].includes(position);
}
