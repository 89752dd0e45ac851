import type { ShiftType } from '#src/domain/shift-type.ts';
import type { MappedAssignment } from './settings-query.ts';

/** What a row says, as a form holds it: a shift type, or that the assignment is none. */
export type MappedTo = ShiftType | 'ignore';

export const mappedTo = ({ shiftType }: MappedAssignment): MappedTo => shiftType ?? 'ignore';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether a name stands in the mapping, in another row than `except`. Names differ by more than their capitals. */
export const isMapped = (
  mapping: readonly MappedAssignment[],
  assignment: string,
  except: string | null,
): boolean =>
  mapping.some(
    (row) => same(row.assignment, assignment) && (except === null || !same(row.assignment, except)),
  );

/** The mapping with a row, in the place of `instead` where one is corrected; by name. */
export function withRow(
  mapping: readonly MappedAssignment[],
  row: { assignment: string; to: MappedTo },
  instead: string | null,
): MappedAssignment[] {
  const { assignment, to } = row;
  const kept = mapping.filter(
    (known) => !same(known.assignment, assignment) && (instead === null || !same(known.assignment, instead)),
  );
  const added = { assignment: assignment.trim(), shiftType: to === 'ignore' ? null : to };
  return [...kept, added].toSorted((a, b) => a.assignment.localeCompare(b.assignment));
}

export const withoutRow = (mapping: readonly MappedAssignment[], assignment: string): MappedAssignment[] =>
  mapping.filter((row) => !same(row.assignment, assignment));

/** Rows in whose name or shift type the search stands. */
export function foundRows(mapping: readonly MappedAssignment[], search: string): MappedAssignment[] {
  const wanted = search.trim().toLowerCase();
  return mapping.filter((row) => `${row.assignment} ${mappedTo(row)}`.toLowerCase().includes(wanted));
}
