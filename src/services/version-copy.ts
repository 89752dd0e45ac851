import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type { AssignmentId, BatchId, RosterEntryId, RuleId, ShiftInstanceId, VersionId } from '#src/domain/ids.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import { buildAssignments, groupByShift } from '#src/intake/roster/build-assignments.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAssignments } from '#src/repositories/assignments.ts';
import { insertCoverageRules, insertRuleGroups } from '#src/repositories/coverage-rules.ts';
import type { Db } from '#src/repositories/database.ts';
import { insertRosterEntries } from '#src/repositories/roster-entries.ts';
import { loadSchedule } from '#src/repositories/schedule-facts.ts';
import { insertVersion } from '#src/repositories/schedule-versions.ts';
import { copyBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import { insertShiftInstances } from '#src/repositories/shift-instances.ts';
import { recordChanges } from './audit-trail.ts';
import { hospitalIds } from './department-directory.ts';

/**
 * A new STAGING version with the rules, shift instances and roster of another, under new ids; `entries` stand in the place
 * of its roster where given (R16, drift). What its imports said is copied too, so that it is judged by the same words.
 */
export async function copyVersion(
  trx: Db,
  source: ScheduleVersion,
  actor: Actor,
  entries?: readonly RosterEntry[],
): Promise<ScheduleVersion> {
  const { facts } = await loadSchedule(trx, source.id, source.from, source.to);
  const { hospitalId, from, to } = source;
  const id = newId<VersionId>();
  const version = await insertVersion(trx, { id, hospitalId, from, to, batchId: source.batchId, validation: source.validation, createdBy: actor.userId });
  const batchId = await copyBatches(trx, source.id, id, actor);

  const groupIds = new Map<string, string>();
  const freshGroup = (old: string | null): string | null => {
    if (old === null) return null;
    const fresh = groupIds.get(old) ?? newId<never>();
    groupIds.set(old, fresh);
    return fresh;
  };
  const rules = facts.rules.map((rule) => ({ ...rule, id: newId<RuleId>(), groupId: freshGroup(rule.groupId) }));
  const instances = facts.instances.map((instance) => ({
    ...{ ...instance, id: newId<ShiftInstanceId>(), groupId: freshGroup(instance.groupId) },
  }));
  const roster = (entries ?? facts.entries).map((entry) => ({ ...entry, id: newId<RosterEntryId>() }));
  const origin = { versionId: id, batchId, hospitalIds: await hospitalIds(trx), createdBy: actor.userId };
  await insertRuleGroups(trx, id, [...groupIds.values()]);
  if (batchId) await insertCoverageRules(trx, { ...origin, batchId }, rules);
  await insertShiftInstances(trx, origin, instances);
  await insertRosterEntries(trx, { versionId: id, batchId: null, createdBy: actor.userId }, roster);
  const assignments = buildAssignments(roster, groupByShift(instances), new Map(), () => newId<AssignmentId>());
  await insertAssignments(trx, assignments, actor.userId);
  await recordChanges(trx, actor, [
    { action: 'VERSION_COPIED', resource: `schedule_version:${id}`, hospitalId, after: { copyOf: source.id, from, to } },
  ]);
  return version;
}

/** Copies the newest batch of each source; answers that of the matrix. */
async function copyBatches(trx: Db, from: VersionId, to: VersionId, actor: Actor): Promise<BatchId | null> {
  const batches = (await listBatches(trx, { versionId: from, state: 'COMPLETE' }, { limit: 200 })).items;
  const newest = [batches.find((b) => b.source !== 'ROSTER'), batches.find((b) => b.source === 'ROSTER')];
  let matrix: BatchId | null = null;
  for (const batch of newest) {
    if (!batch) continue;
    const id = newId<BatchId>();
    await copyBatch(trx, batch.id, { id, versionId: to, by: actor.userId });
    if (batch.source !== 'ROSTER') matrix = id;
  }
  return matrix;
}
