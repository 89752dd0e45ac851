import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { AssignmentId, RosterEntryId } from '#src/domain/ids.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import { buildAssignments, groupByShift, shiftKey } from '#src/intake/roster/build-assignments.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAssignments, softDeleteAssignmentsOf } from '#src/repositories/assignments.ts';
import type { Db } from '#src/repositories/database.ts';
import { addDepartmentMembers } from '#src/repositories/department-members.ts';
import { softDeleteRosterEntries } from '#src/repositories/roster-entries.ts';
import { recordChanges } from './audit-trail.ts';
import type { ChangeResult, EntryExchange } from './change-outcome.ts';

/** A change of the roster that is to be stored, with its words for the audit trail. */
export interface StoredChange extends EntryExchange {
  version: ScheduleVersion;
  facts: ScheduleFacts;
  /** `SHIFT_ASSIGNED` */
  action: string;
  reason: string;
  result: ChangeResult;
  /** The assignment's name as the roster writes it, for each entry of the dates that has one. */
  names: ReadonlyMap<RosterEntryId, string>;
  /** Stores the added entries. */
  insertAdded(trx: Db): Promise<void>;
}

/** R16 and R14: the old entries go, the new ones come, with their assignments and the audit row, in the caller's transaction. */
export async function storeChange(trx: Db, change: StoredChange, actor: Actor): Promise<void> {
  const { version, facts, removed, added, result, names } = change;
  const gone = new Set(removed.map((entry) => entry.id));
  const touched = new Set([...removed, ...added].map(shiftKey));
  // A person's parts share one assignment, so those of the whole shift are made anew from the entries that stand.
  const before = facts.entries.filter((entry) => touched.has(shiftKey(entry)));
  const standing = [...before.filter((entry) => !gone.has(entry.id)), ...added];
  await softDeleteAssignmentsOf(
    trx,
    before.map((entry) => entry.id),
    actor.userId,
  );
  await softDeleteRosterEntries(trx, [...gone], actor.userId);
  await change.insertAdded(trx);
  const assignments = buildAssignments(standing, groupByShift(facts.instances), names, () =>
    newId<AssignmentId>(),
  );
  await insertAssignments(trx, assignments, actor.userId);
  await addDepartmentMembers(trx, version.hospitalId, [
    ...new Set(added.flatMap((entry) => entry.personId ?? [])),
  ]);
  await recordChanges(trx, actor, [
    {
      ...{
        action: change.action,
        resource: `schedule_version:${version.id}`,
        hospitalId: version.hospitalId,
      },
      before: result.removed,
      after: { reason: change.reason, entries: result.added, studiesChanged: result.changes.length },
    },
  ]);
}
