/**
 * An assignment of Amion means one thing in a department, however it is written: names compare as the roster's import compares
 * them, without case and spaces.
 *
 * `Night 1 → ON1` and `NIGHT1 → ON1` are one row, `Night 1`; `NIGHT1 → ON2` contradicts it.
 */
import type { ShiftMapping } from '../../domain/department.ts';
import { assignmentKey } from '../roster/shift-mapping.ts';

export interface MergedMapping<Row extends ShiftMapping> {
  /** Each assignment once, as it was written first. */
  mapping: Row[];
  /** Rows that name an assignment again, each with the first. */
  repeated: { row: Row; first: Row }[];
}

export function mergeMapping<Row extends ShiftMapping>(rows: readonly Row[]): MergedMapping<Row> {
  const known = new Map<string, Row>();
  const repeated: MergedMapping<Row>['repeated'] = [];
  for (const row of rows) {
    const key = assignmentKey(row.assignment);
    const first = known.get(key);
    if (first) repeated.push({ row, first });
    else known.set(key, row);
  }
  return { mapping: [...known.values()], repeated };
}

/** `"NIGHT1" is mapped to ON2, but "Night 1" to ON1`; null where both say the same. */
export function contradictionText({ row, first }: { row: ShiftMapping; first: ShiftMapping }): string | null {
  if (row.shiftType === first.shiftType) return null;
  const meaning = ({ shiftType }: ShiftMapping) => shiftType ?? 'ignore';
  return `"${first.assignment}" is mapped to ${meaning(first)}, and as "${row.assignment}" to ${meaning(row)}`;
}
