/**
 * A sheet may hold more than its grid: title rows above, notes at the side, a second grid far right that contradicts the
 * first. The main grid is the leftmost; its header is the row of positions, its labels stand left of them. Worked example:
 * header `B1:D1`, labels in A, and another header `V1:X1` with labels in U: main grid `A1:D24`, side grid `U1:X24`.
 */
import type { Position } from '#src/domain/shift-type.ts';
import { namesStudy } from '#src/domain/study.ts';
import { findRuns, type PositionRun, positionsOf } from './position-runs.ts';
import type { SheetRow } from './sheet-rows.ts';
import { findSideGrids, type SideGrid } from './side-grids.ts';
import { splitStacked } from './stacked-grids.ts';

/** A column with content that belongs to no grid. */
export interface SideColumn {
  column: number;
  /** Null where nothing stands above its content. */
  header: string | null;
  cells: number;
}

export interface SheetGrids {
  headerRow: number;
  labelColumn: number;
  positions: Map<number, Position>;
  /** The rows below the header, without those of other grids. */
  rows: SheetRow[];
  sideGrids: SideGrid[];
  sideColumns: SideColumn[];
}

/** The grids of a sheet, or null where no row has a position. */
export function findGrids(sheet: readonly SheetRow[]): SheetGrids | null {
  const headerIndex = findHeaderIndex(sheet);
  const header = sheet[headerIndex];
  if (!header) return null;
  const below = sheet.slice(headerIndex + 1);
  const counts = countByColumn(below);
  const labelColumns = findLabelColumns(below);
  const [main, ...others] = findRuns(header, labelColumns);
  if (!main) return null;
  const labelColumn = findLabelColumn(below, main);
  const sides = findSideGrids(sheet, header, main, others, { counts, labelColumns });
  const stacked = splitStacked(below, main, labelColumn, { labelColumns, taken: sides.columns });
  const inGrid = (column: number): boolean =>
    column === labelColumn ||
    main.positions.has(column) ||
    sides.columns.has(column) ||
    stacked.columns.has(column);
  return {
    headerRow: header.row,
    labelColumn,
    positions: main.positions,
    rows: stacked.rows,
    sideGrids: [...sides.grids, ...stacked.grids],
    sideColumns: [...counts]
      .filter(([column]) => !inGrid(column))
      .sort(([a], [b]) => a - b)
      .map(([column, cells]) => ({ column, header: header.cells.get(column)?.text ?? null, cells })),
  };
}

/** The leftmost row of positions, the first of several; of rows directly one under the other without labels the last. */
function findHeaderIndex(sheet: readonly SheetRow[]): number {
  const candidates = sheet.flatMap((row, index) => {
    const positions = positionsOf(row);
    const first = positions.keys().next().value;
    return first === undefined
      ? []
      : [{ index, first, bare: isBareBefore(row, first), many: positions.size > 1 }];
  });
  const likely = candidates.filter((candidate) => candidate.bare || candidate.many);
  const eligible = likely.length > 0 ? likely : candidates;
  const best = eligible.reduce<(typeof candidates)[number] | null>(
    (left, candidate) => (left === null || candidate.first < left.first ? candidate : left),
    null,
  );
  if (best === null) return -1;
  const headers = new Set(
    likely.filter(({ bare, first }) => bare && first === best.first).map(({ index }) => index),
  );
  let { index } = best;
  while (headers.has(index + 1)) index += 1;
  return index;
}

const isBareBefore = (row: SheetRow, column: number): boolean => {
  const leftmost = row.cells.keys().next().value;
  return leftmost === undefined || leftmost >= column;
};

function countByColumn(rows: readonly SheetRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const column of cells.keys()) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

function findLabelColumns(rows: readonly SheetRow[]): ReadonlySet<number> {
  const columns = new Set<number>();
  let earlier: SheetRow['cells'] | null = null;
  for (const { cells } of rows) {
    // Rows that repeat share their cells.
    if (cells === earlier) continue;
    earlier = cells;
    for (const [column, cell] of cells) {
      if (cell.kind === 'text' && !columns.has(column) && namesStudy(cell.text)) columns.add(column);
    }
  }
  return columns;
}

/** Left of the positions, the column with most texts below the header; where there is none, the column beside them. */
function findLabelColumn(below: readonly SheetRow[], main: PositionRun): number {
  const texts = new Map<number, number>();
  for (const { cells } of below) {
    for (const [column, cell] of cells) {
      if (column >= main.first) break;
      if (cell.kind === 'text') texts.set(column, (texts.get(column) ?? 0) + 1);
    }
  }
  let best = main.first - 1;
  let most = 0;
  for (const [column, count] of texts) {
    if (count > most || (count === most && column < best)) [best, most] = [column, count];
  }
  return best;
}
