import { computeReaderChanges, type ReaderChange, timelineOf } from '#src/coverage/compute-diff.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { AssignmentId, PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Actor } from '#src/domain/user.ts';
import type { EntryChange, EntryDraft } from '#src/intake/changes/change-entries.ts';
import { buildAssignments, groupByShift, shiftKey } from '#src/intake/roster/build-assignments.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAssignments, softDeleteAssignmentsOf } from '#src/repositories/assignments.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { addDepartmentMembers } from '#src/repositories/department-members.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { findProductionPeriod } from '#src/repositories/production-periods.ts';
import { insertRosterEntries, softDeleteRosterEntries } from '#src/repositories/roster-entries.ts';
import { loadReaders } from '#src/repositories/schedule-facts.ts';
import { getVersionForUpdate } from '#src/repositories/schedule-versions.ts';
import { assignmentNamesOf } from './assignment-names.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import { type PlannedOrder, planChange } from './plan-change.ts';
import { findByEmail } from './registry-service.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';
import { requireOwner, requireState } from './version-state.ts';

/** A change by hand (R16). */
export interface ChangeOrder extends PlannedOrder {
  department: string;
  /** Email. */
  person: string;
  reason: string;
  /** Null: the version in force on the date. */
  versionId: VersionId | null;
  /** Only say what would happen. */
  dryRun: boolean;
  actor: Actor;
}

export interface ChangeResult {
  versionId: VersionId;
  dryRun: boolean;
  timeZone: string;
  removed: {
    date: LocalDate;
    shiftType: ShiftType;
    person: string | null;
    start: ClockTime | null;
    end: ClockTime | null;
  }[];
  added: {
    date: LocalDate;
    shiftType: ShiftType;
    person: string | null;
    start: ClockTime | null;
    end: ClockTime | null;
  }[];
  /** Every study that changes reader, loses or gains one, by time. */
  changes: ReaderChange[];
}

export interface ChangeService {
  /** BAD_REQUEST for an unknown person or shift, CONFLICT where there is nothing to change, NO_SCHEDULE without a version. */
  change(order: ChangeOrder): Promise<ChangeResult>;
}

export function changeService(context: ServiceContext): ChangeService {
  const { db } = context.database;
  return {
    async change(order) {
      if (order.reason.trim() === '')
        throw new CodedError('BAD_REQUEST', 'Give a reason: it stands beside the change for later readers.');
      return await inTransaction(db, (trx) => changeIn(trx, order));
    },
  };
}

async function changeIn(trx: Db, order: ChangeOrder): Promise<ChangeResult> {
  const version = await findVersion(trx, order);
  const people = await listAllPersons(trx);
  const person = findByEmail(people, order.person);
  const dates = [order.date, order.inReturn?.date ?? order.date].sort();
  const [from = order.date, to = order.date] = dates;
  const { facts } = await loadFacts(trx, version.id, from, to);
  const change = planChange(order, facts, person, people);
  const source = version.status === 'PRODUCTION' ? ('OVERRIDE' as const) : ('MANUAL' as const);
  const entries = change.added.map((draft) =>
    toEntry(draft, originOf(draft, change), source, order.reason.trim()),
  );
  const after = await factsAfter(trx, facts, change, entries);
  const changes = computeReaderChanges(timelineOf(facts), timelineOf(after));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const result: ChangeResult = {
    versionId: version.id,
    dryRun: order.dryRun,
    timeZone: facts.timeZone,
    removed: change.removed.map((entry) => presentEntry(entry, names)),
    added: entries.map((entry) => presentEntry(entry, names)),
    changes,
  };
  if (!order.dryRun) await store(trx, order, version, facts, change, entries, result);
  return result;
}

async function findVersion(trx: Db, order: ChangeOrder): Promise<ScheduleVersion> {
  const department = await requireDepartment(trx, order.department);
  const period = order.versionId ? null : await findProductionPeriod(trx, department.id, order.date);
  const id = order.versionId ?? period?.versionId;
  if (!id)
    throw new CodedError(
      'NO_SCHEDULE',
      `${department.code} has no schedule in force on ${order.date}. Name a version.`,
    );
  const version = await getVersionForUpdate(trx, id);
  requireOwner(version, department);
  requireState(version, 'change');
  if (order.date < version.from || order.date > version.to) {
    throw new CodedError(
      'BAD_REQUEST',
      `Version ${id} is for ${version.from} to ${version.to}; ${order.date} is outside it.`,
    );
  }
  if (period && order.inReturn && (order.inReturn.date < period.from || order.inReturn.date > period.to)) {
    const says = `Another version, or none, is in force on ${order.inReturn.date}. Assign the two shifts one after the other.`;
    throw new CodedError('CONFLICT', says);
  }
  return version;
}

/** What is left to somebody of a part that was cut goes back to the same row of the roster (R13). */
function originOf(
  draft: Pick<EntryDraft, 'date' | 'shiftType' | 'personId'>,
  { removed }: EntryChange,
): RosterEntry | null {
  const same = (entry: RosterEntry): boolean =>
    entry.personId === draft.personId && shiftKey(entry) === shiftKey(draft);
  return draft.personId === null ? null : (removed.find(same) ?? null);
}

function toEntry(
  draft: EntryDraft,
  origin: RosterEntry | null,
  source: 'MANUAL' | 'OVERRIDE',
  reason: string,
): RosterEntry {
  return {
    id: newId<RosterEntryId>(),
    ...{ date: draft.date, shiftType: draft.shiftType, personId: draft.personId, source, reason },
    ...{ start: draft.hours?.start ?? null, end: draft.hours?.end ?? null },
    ...{ report: origin?.report ?? null, line: origin?.line ?? null, text: origin?.text ?? null },
  };
}

async function factsAfter(
  trx: Db,
  facts: ScheduleFacts,
  change: EntryChange,
  added: readonly RosterEntry[],
): Promise<ScheduleFacts> {
  const gone = new Set(change.removed.map((entry) => entry.id));
  const entries = [...facts.entries.filter((entry) => !gone.has(entry.id)), ...added];
  const missing = added.flatMap((e) => (e.personId && !facts.readers.has(e.personId) ? [e.personId] : []));
  const readers =
    missing.length > 0 ? new Map([...facts.readers, ...(await loadReaders(trx, missing))]) : facts.readers;
  return { ...facts, entries, readers };
}

function presentEntry(
  entry: RosterEntry,
  names: ReadonlyMap<PersonId, string>,
): ChangeResult['added'][number] {
  const { date, shiftType, personId, start, end } = entry;
  return { date, shiftType, person: personId ? (names.get(personId) ?? null) : null, start, end };
}

async function store(
  trx: Db,
  order: ChangeOrder,
  version: ScheduleVersion,
  facts: ScheduleFacts,
  change: EntryChange,
  entries: readonly RosterEntry[],
  result: ChangeResult,
): Promise<void> {
  const { actor } = order;
  const gone = change.removed.map((entry) => entry.id);
  const touched = new Set([...change.removed, ...entries].map(shiftKey));
  // A person's parts share one assignment, so those of the whole shift are made anew from the entries that stand.
  const before = facts.entries.filter((entry) => touched.has(shiftKey(entry)));
  const standing = [...before.filter((entry) => !gone.includes(entry.id)), ...entries];
  const names = await assignmentNamesOf(trx, version.id, facts);
  for (const entry of entries) {
    const name = names.get(originOf(entry, change)?.id ?? entry.id);
    if (name !== undefined) names.set(entry.id, name);
  }
  await softDeleteAssignmentsOf(
    trx,
    before.map((entry) => entry.id),
    actor.userId,
  );
  await softDeleteRosterEntries(trx, gone, actor.userId);
  await insertRosterEntries(trx, { versionId: version.id, batchId: null, createdBy: actor.userId }, entries);
  const assignments = buildAssignments(standing, groupByShift(facts.instances), names, () =>
    newId<AssignmentId>(),
  );
  await insertAssignments(trx, assignments, actor.userId);
  await addDepartmentMembers(trx, version.hospitalId, [
    ...new Set(entries.flatMap((entry) => entry.personId ?? [])),
  ]);
  await recordChanges(trx, actor, [
    {
      action: `SHIFT_${{ assign: 'ASSIGNED', unassign: 'UNASSIGNED', swap: 'SWAPPED' }[order.kind]}`,
      resource: `schedule_version:${version.id}`,
      hospitalId: version.hospitalId,
      before: result.removed,
      after: { reason: order.reason.trim(), entries: result.added, studiesChanged: result.changes.length },
    },
  ]);
}
