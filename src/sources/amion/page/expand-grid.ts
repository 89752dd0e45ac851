import type { PageCell, PageRow } from './page-document.ts';

/** The cells of a table by row and column: a cell that spans several stands at each of them. */
export function expandGrid(rows: PageRow[]): PageCell[][] {
  const grid: PageCell[][] = rows.map(() => []);
  rows.forEach((row, down) => {
    let across = 0;
    for (const cell of row.cells) {
      while (grid[down]?.[across] !== undefined) across += 1;
      for (let below = 0; below < cell.rows && down + below < rows.length; below += 1) {
        for (let beside = 0; beside < cell.columns; beside += 1) {
          const target = grid[down + below];
          if (target) target[across + beside] = cell;
        }
      }
      across += cell.columns;
    }
  });
  // A row that breaks off beside a cell that reaches down into it ends at its first missing cell.
  return grid.map((cells) => {
    const hole = Array.from<PageCell | undefined>(cells).indexOf(undefined);
    return hole < 0 ? cells : cells.slice(0, hole);
  });
}
