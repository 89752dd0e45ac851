/**
 * R8: a person on a shift type and date is assigned to every instance of that shift type and date, once, also where they
 * hold two parts of it. Vacancies assign nobody.
 */
import type { Assignment } from '../../domain/assignment.ts';
import type { RosterEntry, ShiftInstance } from '../../domain/coverage-facts.ts';
import type { AssignmentId, RosterEntryId, ShiftInstanceId } from '../../domain/ids.ts';

/** A shift instance as far as assigning needs it. */
export type AssignableInstance = Pick<ShiftInstance, 'date' | 'shiftType'> & { id: ShiftInstanceId };

export const shiftKey = (shift: Pick<ShiftInstance, 'date' | 'shiftType'>): string =>
  shift.date + shift.shiftType;

export function groupByShift<T extends Pick<ShiftInstance, 'date' | 'shiftType'>>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(shiftKey(item));
    if (group) group.push(item);
    else groups.set(shiftKey(item), [item]);
  }
  return groups;
}

export function buildAssignments(
  entries: readonly RosterEntry[],
  instances: ReadonlyMap<string, readonly AssignableInstance[]>,
  assignmentNames: ReadonlyMap<RosterEntryId, string>,
  newId: () => AssignmentId,
): Assignment[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const { personId, date } = entry;
    if (personId === null || seen.has(personId + shiftKey(entry))) return [];
    seen.add(personId + shiftKey(entry));
    const originalShiftType = assignmentNames.get(entry.id) ?? null;
    return (instances.get(shiftKey(entry)) ?? []).map((instance) => ({
      ...{ id: newId(), personId, instanceId: instance.id, date, originalShiftType },
      ...{ source: entry.source, entryId: entry.id },
    }));
  });
}
