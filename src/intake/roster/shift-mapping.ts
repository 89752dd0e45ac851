import type { ShiftMapping } from '../../domain/department.ts';
import { parseShiftType, type ShiftType } from '../../domain/shift-type.ts';

/** A shift type, `ignore` (listed as ignored), or `unmapped` (neither: it must not vanish silently). */
export type MappedShift = ShiftType | 'ignore' | 'unmapped';

/** By what assignments are compared: without case and spaces. */
export const assignmentKey = (text: string): string => text.replace(/[\s\u00a0]+/g, '').toLowerCase();

/**
 * Which shift type an assignment of Amion is: by the department's mapping of its name or id, else by the names of the shift
 * types themselves. Names compare without case and spaces.
 */
export function shiftMapper(
  mapping: readonly ShiftMapping[],
): (name: string, id: string | null) => MappedShift {
  const listed = new Map(mapping.map(({ assignment, shiftType }) => [assignmentKey(assignment), shiftType]));
  return (name, id) => {
    for (const key of [name, id]) {
      if (key === null) continue;
      const mapped = listed.get(assignmentKey(key));
      if (mapped !== undefined) return mapped ?? 'ignore';
    }
    return parseShiftType(name) ?? 'unmapped';
  };
}
