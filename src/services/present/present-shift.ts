import type { AssignedShift } from '#src/services/version-content-service.ts';

/** A required shift with whoever is assigned, in the words of every door. */
export function presentShift({ constraint, sourceSheet, sourceRow, groupId: _, ...shift }: AssignedShift) {
  return { ...shift, specialty: constraint, sheet: sourceSheet, row: sourceRow };
}
