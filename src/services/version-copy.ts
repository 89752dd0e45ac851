import type { Accounting } from '#src/domain/accounting.ts';
import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type {
  AssignmentId,
  BatchId,
  RosterEntryId,
  RuleId,
  ShiftInstanceId,
  VersionId,
} from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage } from '#src/domain/validation.ts';
import { buildAssignments, groupByShift } from '#src/intake/roster/build-assignments.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAssignments } from '#src/repositories/assignments.ts';
import { insertCoverageRules, insertRuleGroups } from '#src/repositories/coverage-rules.ts';
import type { Db } from '#src/repositories/database.ts';
import { insertRosterEntries } from '#src/repositories/roster-entries.ts';
import { loadSchedule } from '#src/repositories/schedule-facts.ts';
import { getVersion, insertVersion, setVersionValidation } from '#src/repositories/schedule-versions.ts';
import {
  completeBatch,
  copyBatch,
  getBatch,
  insertBatch,
  listBatches,
} from '#src/repositories/scrape-batches.ts';
import { insertShiftInstances } from '#src/repositories/shift-instances.ts';
import { insertBatchFiles, listBatchFiles } from '#src/repositories/source-files.ts';
import { assignmentNamesOf } from './assignment-names.ts';
import { recordChanges } from './audit-trail.ts';
import { hospitalIds } from './department-directory.ts';

/** A roster that a copy gets in the place of the version's own (R16, drift). */
export interface FreshRoster {
  /** Schedule dates of the copy, both included: those for which the version is in force. */
  from: LocalDate;
  to: LocalDate;
  entries: readonly RosterEntry[];
  /** The assignment's name as the roster writes it, for each entry that has one. */
  assignmentNames: ReadonlyMap<RosterEntryId, string>;
  /** The pull that brought it, and what came of its rows in this version. */
  batchId: BatchId;
  accounting: Accounting;
  messages: ValidationMessage[];
}

/**
 * A new STAGING version with the rules, shift instances and roster of another, under new ids. What its imports said is
 * copied too, so that it is judged by the same words; a fresh roster speaks for itself.
 */
export async function copyVersion(
  trx: Db,
  source: ScheduleVersion,
  actor: Actor,
  fresh?: FreshRoster,
): Promise<ScheduleVersion> {
  const { from, to } = fresh ?? source;
  const { facts } = await loadSchedule(trx, source.id, from, to);
  const { hospitalId } = source;
  const id = newId<VersionId>();
  await insertVersion(trx, {
    id,
    hospitalId,
    from,
    to,
    batchId: null,
    validation: null,
    createdBy: actor.userId,
  });
  const batches = await copyBatches(trx, source.id, id, actor, fresh);
  if (batches.matrix)
    await setVersionValidation(trx, id, {
      validation: source.validation,
      batchId: batches.matrix,
      by: actor.userId,
    });

  const groupIds = new Map<string, string>();
  const freshGroup = (old: string | null): string | null => {
    if (old === null) return null;
    const group = groupIds.get(old) ?? newId<never>();
    groupIds.set(old, group);
    return group;
  };
  const rules = facts.rules.map((rule) => ({
    ...rule,
    id: newId<RuleId>(),
    groupId: freshGroup(rule.groupId),
  }));
  const instances = facts.instances.map((instance) => ({
    ...{ ...instance, id: newId<ShiftInstanceId>(), groupId: freshGroup(instance.groupId) },
  }));
  const names = new Map([
    ...(await assignmentNamesOf(trx, source.id, facts)),
    ...(fresh?.assignmentNames ?? []),
  ]);
  const roster = (fresh?.entries ?? facts.entries).map((entry) => ({
    entry: { ...entry, id: newId<RosterEntryId>() },
    name: names.get(entry.id),
  }));
  const entries = roster.map(({ entry }) => entry);
  const newNames = new Map(
    roster.flatMap(({ entry, name }) => (name === undefined ? [] : [[entry.id, name]])),
  );
  const origin = {
    versionId: id,
    batchId: batches.matrix,
    hospitalIds: await hospitalIds(trx),
    createdBy: actor.userId,
  };
  await insertRuleGroups(trx, id, [...groupIds.values()]);
  if (batches.matrix) await insertCoverageRules(trx, { ...origin, batchId: batches.matrix }, rules);
  await insertShiftInstances(trx, origin, instances);
  await insertRoster(trx, { versionId: id, batchId: batches.roster, createdBy: actor.userId }, entries);
  const assignments = buildAssignments(entries, groupByShift(instances), newNames, () =>
    newId<AssignmentId>(),
  );
  await insertAssignments(trx, assignments, actor.userId);
  await recordChanges(trx, actor, [
    {
      action: 'VERSION_COPIED',
      resource: `schedule_version:${id}`,
      hospitalId,
      after: { copyOf: source.id, from, to },
    },
  ]);
  return await getVersion(trx, id);
}

/** Entries of a roster under the import that brought them; those made by hand come from none. */
export async function insertRoster(
  trx: Db,
  origin: Parameters<typeof insertRosterEntries>[1],
  entries: readonly RosterEntry[],
): Promise<void> {
  await insertRosterEntries(
    trx,
    origin,
    entries.filter((entry) => entry.source === 'AMION'),
  );
  await insertRosterEntries(
    trx,
    { ...origin, batchId: null },
    entries.filter((entry) => entry.source !== 'AMION'),
  );
}

/** Copies the newest batch of each source. */
async function copyBatches(
  trx: Db,
  from: VersionId,
  to: VersionId,
  actor: Actor,
  fresh: FreshRoster | undefined,
): Promise<{ matrix: BatchId | null; roster: BatchId | null }> {
  const batches = (await listBatches(trx, { versionId: from, state: 'COMPLETE' }, { limit: 200 })).items;
  const copied = async (batch: { id: BatchId } | undefined): Promise<BatchId | null> => {
    if (!batch) return null;
    const id = newId<BatchId>();
    await copyBatch(trx, batch.id, { id, versionId: to, by: actor.userId });
    return id;
  };
  return {
    matrix: await copied(batches.find((batch) => batch.source !== 'ROSTER')),
    roster: fresh
      ? await insertPulled(trx, fresh, to, actor)
      : await copied(batches.find((batch) => batch.source === 'ROSTER')),
  };
}

/** The pulled roster as an import into the copy, with what it has to say about the copy's own dates. */
async function insertPulled(
  trx: Db,
  fresh: FreshRoster,
  versionId: VersionId,
  actor: Actor,
): Promise<BatchId> {
  const { hospitalId, source, sourceName, sourceAsOf, scrapedAt, checksum } = await getBatch(
    trx,
    fresh.batchId,
  );
  const { from, to, accounting, messages } = fresh;
  const id = newId<BatchId>();
  await insertBatch(trx, {
    id,
    hospitalId,
    source,
    sourceName,
    versionId,
    from,
    to,
    scrapedAt,
    checksum,
    createdBy: actor.userId,
  });
  await insertBatchFiles(trx, id, await listBatchFiles(trx, fresh.batchId));
  const outcome = { accounting, validation: toValidationResult(messages), ...(sourceAsOf && { sourceAsOf }) };
  await completeBatch(trx, id, accounting.stored, outcome);
  return id;
}
