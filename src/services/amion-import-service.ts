import type { RosterEntry, ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import type { AssignmentId, PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import type { ValidationMessage } from '#src/domain/validation.ts';
import { buildAssignments, groupByShift } from '#src/intake/roster/build-assignments.ts';
import { type BuiltRoster, buildRoster } from '#src/intake/roster/build-roster.ts';
import { keepOverrides } from '#src/intake/roster/keep-overrides.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAssignments, softDeleteAssignmentsOf } from '#src/repositories/assignments.ts';
import type { Db } from '#src/repositories/database.ts';
import { addDepartmentMembers, listDepartmentMembers } from '#src/repositories/department-members.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { listRosterEntries, softDeleteRosterEntries } from '#src/repositories/roster-entries.ts';
import { loadSchedule } from '#src/repositories/schedule-facts.ts';
import { getVersionForUpdate } from '#src/repositories/schedule-versions.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { readRoster } from '#src/sources/amion/read-roster.ts';
import type { RosterSource } from './amion-roster-source.ts';
import { type BatchResult, type BatchVerdict, checksumOf, runBatch } from './import-batch.ts';
import { oldestStamp, settleRoster } from './roster-settlement.ts';
import type { GivenFile, ServiceContext, Watch } from './service-context.ts';
import { coveredDates, standingEntries } from './standing-roster.ts';
import { insertRoster } from './version-copy.ts';
import { requireImportable, requireState } from './version-state.ts';

export interface AmionImport extends Watch {
  department: Department;
  versionId: VersionId;
  /** Schedule dates of the version, both included. */
  from: LocalDate;
  to: LocalDate;
  /** Saved reports and pages, or `feed`: fetched from Amion with the department's login. */
  roster: readonly GivenFile[] | 'feed';
  allowPartial?: boolean;
  actor: Actor;
}

export interface AmionImportService {
  /**
   * Fetches or takes reports, matches their people, and stores who holds which shift with source AMION, in one
   * transaction. With any ERROR nothing is stored, unless a partial import is allowed. Changes by hand survive (R16). On the
   * dates of its reports a roster replaces the one before. NOT_FOUND for a version of another department, CONFLICT for one
   * that is not STAGING.
   */
  scrapeAndImport(order: AmionImport): Promise<BatchResult>;
}

export function amionImportService(context: ServiceContext, source: RosterSource): AmionImportService {
  const { db } = context.database;
  return {
    async scrapeAndImport(order) {
      const { department, versionId, from, to, roster, actor, onProgress } = order;
      await requireImportable(db, department, versionId);
      if (roster !== 'feed') {
        const before = await importedBefore(db, versionId, roster);
        if (before) return before;
      }
      const sourceName = roster === 'feed' ? 'Amion feed' : roster.map((file) => file.name).join(', ');
      const plan = {
        hospitalId: department.id,
        source: 'ROSTER' as const,
        sourceName,
        versionId,
        from,
        to,
        actor,
      };
      return await runBatch(context, plan, async () => {
        const fetched =
          roster === 'feed'
            ? await source.fetch(department, { from, to }, order)
            : { files: roster, messages: [] };
        const message = `reading ${sourceName}`;
        onProgress?.({ phase: 'AMION_IMPORT', step: 'reading', done: 0, total: 0, message });
        return await judge(db, order, fetched.files, fetched.messages);
      });
    },
  };
}

/** The import that brought these bytes, where no other roster has come into the version since: nothing is added. */
async function importedBefore(
  db: Db,
  versionId: VersionId,
  files: readonly GivenFile[],
): Promise<BatchResult | null> {
  const [batch] = (await listBatches(db, { versionId, source: 'ROSTER', state: 'COMPLETE' }, { limit: 1 }))
    .items;
  if (!batch?.accounting || batch.checksum !== checksumOf(files)) return null;
  const accounting = { ...batch.accounting, stored: 0 };
  const messages = batch.validation?.messages ?? [];
  return { batchId: batch.id, state: 'COMPLETE', versionId, accounting, messages, ms: 0 };
}

async function judge(
  db: Db,
  order: AmionImport,
  files: readonly GivenFile[],
  fetchMessages: readonly ValidationMessage[],
): Promise<BatchVerdict> {
  const { department, versionId, from, to } = order;
  const { facts } = await loadSchedule(db, versionId, from, to);
  const instances = groupByShift(facts.instances);
  const people = await listAllPersons(db);
  const reading = readRoster([...files]);
  reading.messages.unshift(...fetchMessages);
  const built = buildRoster(reading, {
    ...{ from, to, people, mapping: department.mapping, rolloverHour: department.rolloverHour },
    members: new Set(await listDepartmentMembers(db, department.id)),
    hasInstance: (date, shiftType) => instances.has(date + shiftType),
    allowPartial: order.allowPartial ?? false,
    newEntryId: () => newId<RosterEntryId>(),
  });
  const refused = built.messages.some((message) => message.severity === 'ERROR');
  if (refused && !(order.allowPartial && built.entries.length > 0)) {
    return { accounting: { ...built.accounting, stored: 0 }, messages: built.messages, files, store: null };
  }
  const names = new Map(people.map((person) => [person.id, person.name]));
  const wholeMonths =
    order.roster === 'feed' && !fetchMessages.some((message) => message.severity === 'ERROR');
  const covers = wholeMonths ? () => true : coveredDates(reading);
  const standing = (await standingEntries(db, department.id, versionId, order)).filter((entry) =>
    covers(entry.date),
  );
  const kept = keepOverrides(
    built.entries,
    standing,
    (id) => names.get(id) ?? id,
    () => newId<RosterEntryId>(),
  );
  return {
    ...{ accounting: settleRoster(built, kept), messages: [...built.messages, ...kept.messages], files },
    ...oldestStamp(reading.reports),
    store: (trx, batchId) => storeRoster(trx, order, built, kept.entries, instances, batchId, covers),
  };
}

async function storeRoster(
  trx: Db,
  order: AmionImport,
  built: BuiltRoster,
  entries: readonly RosterEntry[],
  instances: ReadonlyMap<string, readonly ShiftInstance[]>,
  batchId: BatchResult['batchId'],
  covers: (date: LocalDate) => boolean,
): Promise<{ rows: number; versionId: VersionId }> {
  const { versionId, department, actor, onProgress } = order;
  requireState(await getVersionForUpdate(trx, versionId), 'import');
  const replaced = (await listRosterEntries(trx, versionId, order))
    .filter((entry) => covers(entry.date))
    .map((entry) => entry.id);
  await softDeleteAssignmentsOf(trx, replaced, actor.userId);
  await softDeleteRosterEntries(trx, replaced, actor.userId);
  const assignments = buildAssignments(entries, instances, built.assignmentNames, () =>
    newId<AssignmentId>(),
  );
  const total = assignments.length;
  const phase = { phase: 'AMION_IMPORT', total } as const;
  onProgress?.({ ...phase, step: 'storing', done: 0, message: `storing ${total} assignments` });
  await insertRoster(trx, { versionId, batchId, createdBy: actor.userId }, entries);
  await insertAssignments(trx, assignments, actor.userId);
  await addDepartmentMembers(trx, department.id, uniquePeople(entries));
  onProgress?.({ ...phase, step: 'stored', done: total, message: `${total} assignments stored` });
  return { rows: entries.length, versionId };
}

function uniquePeople(entries: readonly RosterEntry[]): PersonId[] {
  return [...new Set(entries.flatMap((entry) => entry.personId ?? []))];
}
