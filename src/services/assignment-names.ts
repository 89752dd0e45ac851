import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import { shiftKey } from '#src/intake/roster/build-assignments.ts';
import { listAssignments } from '#src/repositories/assignments.ts';
import type { Db } from '#src/repositories/database.ts';

/**
 * The assignment's name as the roster writes it, for each roster entry that has one. Parts that one person holds of a shift
 * share their assignments, and so the name.
 */
export async function assignmentNamesOf(
  db: Db,
  versionId: VersionId,
  { entries, from, to }: Pick<ScheduleFacts, 'entries' | 'from' | 'to'>,
): Promise<Map<RosterEntryId, string>> {
  const keyOf = (entry: ScheduleFacts['entries'][number], personId: PersonId | null): string =>
    `${shiftKey(entry)} ${personId}`;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byHolder = new Map<string, string>();
  for (const { entryId, personId, originalShiftType } of await listAssignments(db, versionId, { from, to })) {
    const entry = entryId && byId.get(entryId);
    if (entry && originalShiftType !== null) byHolder.set(keyOf(entry, personId), originalShiftType);
  }
  const names = new Map<RosterEntryId, string>();
  for (const entry of entries) {
    const name = byHolder.get(keyOf(entry, entry.personId));
    if (name !== undefined) names.set(entry.id, name);
  }
  return names;
}
