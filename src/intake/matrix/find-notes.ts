/**
 * Rows of a grid that are notes, not studies: `Updated 10/2025`, `x = reads`, `* MidC leaves at 20:00`, a heading between blocks.
 * A scheduler expects them to be passed over. Worked example: below 22 studies and a blank row stands `Updated 10/2025` without a
 * mark: no hospital is called Updated and no study 10/2025, so the row is a note. `Alen CT Neuro` without a mark names a
 * study, so it stays a row of the grid, and an unknown hospital.
 */
import { collapseSpaces, namesStudy } from '#src/domain/study.ts';
import { firstWord, type HospitalNames } from './hospital-names.ts';
import { isMark } from './parse-mark.ts';
import type { SheetRow } from './sheet-rows.ts';

interface LabelledRow {
  row: SheetRow;
  label: string;
}

/**
 * The row numbers that are notes. Hospitals of the rows that are sure to be studies are made known to `hospitals` first, so
 * that where none are given a study without a mark is known by its hospital.
 */
export function findNotes(
  rows: readonly SheetRow[],
  labelColumn: number,
  positions: ReadonlySet<number>,
  hospitals: HospitalNames,
): ReadonlySet<number> {
  const doubtful: LabelledRow[] = [];
  const apart = findRowsApart(rows, positions);
  for (const row of rows) {
    const label = collapseSpaces(row.cells.get(labelColumn)?.text ?? '');
    if (label === '') continue;
    if (isSureStudy(label, hasMark(row, positions), row.row >= apart)) hospitals.parseLabel(label);
    else doubtful.push({ row, label });
  }
  return new Set(
    doubtful.filter(({ label }) => hospitals.findInLabel(label) === null).map(({ row }) => row.row),
  );
}

/** The first row below all marks that a blank row sets apart from them; Infinity where there is none. */
function findRowsApart(rows: readonly SheetRow[], positions: ReadonlySet<number>): number {
  const last = rows.findLastIndex((row) => hasMark(row, positions));
  if (last < 0) return Number.POSITIVE_INFINITY;
  for (let at = last + 1; at < rows.length; at += 1) {
    const row = rows[at]?.row ?? 0;
    if (row - (rows[at - 1]?.row ?? 0) > 1) return row;
  }
  return Number.POSITIVE_INFINITY;
}

/** No hospital is called `Note:`, `*` or `(1)`. */
function isSureStudy(label: string, marked: boolean, isApart: boolean): boolean {
  const first = firstWord(label);
  if (!/^[\p{L}\p{N}_]/u.test(first) || first.endsWith(':')) return false;
  return marked || (!isApart && namesStudy(label.slice(first.length)));
}

function hasMark({ cells }: SheetRow, positions: ReadonlySet<number>): boolean {
  for (const [column, cell] of cells) if (positions.has(column) && isMark(cell)) return true;
  return false;
}
