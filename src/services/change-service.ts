import { computeReaderChanges, type ReaderChange, timelineOf } from '#src/coverage/compute-diff.ts';
import { type ClockSpan, type ClockTime, clockMinutes, minuteOfDay } from '#src/domain/clock-time.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { AssignmentId, PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Person } from '#src/domain/person.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Actor } from '#src/domain/user.ts';
import { assignShift, type EntryChange, type EntryDraft, type HeldShift, swapShifts, unassignShift } from '#src/intake/changes/change-entries.ts';
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
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import { findByEmail } from './registry-service.ts';
import { requireState } from './schedule-version-service.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

/** A change by hand (R16). */
export interface ChangeOrder {
  kind: 'assign' | 'unassign' | 'swap';
  department: string;
  date: LocalDate;
  shiftType: ShiftType;
  /** Email. */
  person: string;
  /** Hours of the shift; null: the whole of it. */
  hours: ClockSpan | null;
  /** Swap: the person's own shift that is given in return; null: the one that they hold on the date. */
  inReturn: { date: LocalDate; shiftType: ShiftType } | null;
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
  removed: { date: LocalDate; shiftType: ShiftType; person: string | null; start: ClockTime | null; end: ClockTime | null }[];
  added: { date: LocalDate; shiftType: ShiftType; person: string | null; start: ClockTime | null; end: ClockTime | null }[];
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
      if (order.reason.trim() === '') throw new CodedError('BAD_REQUEST', 'Give a reason: it stands beside the change for later readers.');
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
  const entries = change.added.map((draft) => toEntry(draft, source, order.reason.trim()));
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
  if (!id) throw new CodedError('NO_SCHEDULE', `${department.code} has no schedule in force on ${order.date}. Name a version.`);
  const version = await getVersionForUpdate(trx, id);
  if (version.hospitalId !== department.id) {
    throw new CodedError('NOT_FOUND', `${department.code} has no version ${id}.`);
  }
  requireState(version, 'change');
  if (order.date < version.from || order.date > version.to) {
    throw new CodedError('BAD_REQUEST', `Version ${id} is for ${version.from} to ${version.to}; ${order.date} is outside it.`);
  }
  return version;
}

function planChange(order: ChangeOrder, facts: ScheduleFacts, person: Person, people: readonly Person[]): EntryChange {
  const rollover = minuteOfDay(facts.rolloverHour);
  const shift = heldShift(facts, order.date, order.shiftType);
  if (order.kind === 'assign') {
    const [only] = shift.entries;
    if (!order.hours && shift.entries.length === 1 && only?.personId === person.id) {
      throw new CodedError('CONFLICT', `${person.name} holds ${order.shiftType} on ${order.date} already.`);
    }
    return assignShift(shift, person.id, order.hours, rollover);
  }
  if (order.kind === 'unassign') {
    const change = unassignShift(shift, person.id, order.hours, rollover);
    if (change.removed.length > 0) return change;
    throw new CodedError('CONFLICT', `${person.name} does not hold ${order.shiftType} on ${order.date}${order.hours ? ' in these hours' : ''}.`);
  }
  return planSwap(order, facts, shift, person, people);
}

function planSwap(
  order: ChangeOrder,
  facts: ScheduleFacts,
  shift: HeldShift,
  person: Person,
  people: readonly Person[],
): EntryChange {
  const holders = [...new Set(shift.entries.flatMap((entry) => entry.personId ?? []))].filter((id) => id !== person.id);
  const [holder] = holders;
  if (!holder || holders.length > 1) {
    const says = holder ? 'is held by several people; assign its parts instead' : 'is held by nobody to swap with; assign it instead';
    throw new CodedError('CONFLICT', `${order.shiftType} on ${order.date} ${says}.`);
  }
  const own = facts.entries.filter((entry) => entry.personId === person.id);
  const wanted = order.inReturn;
  const given = own.filter((entry) =>
    wanted ? entry.date === wanted.date && entry.shiftType === wanted.shiftType : entry.date === order.date && entry.shiftType !== order.shiftType,
  );
  const types = [...new Set(given.map((entry) => entry.shiftType))];
  const [type] = types;
  if (!type || types.length > 1) {
    const holderName = people.find(({ id }) => id === holder)?.name ?? 'the other';
    const says = type
      ? `${person.name} holds ${types.join(' and ')} on ${order.date}; say which one ${holderName} takes`
      : `${person.name} holds no shift on ${wanted?.date ?? order.date} that ${holderName} could take; assign instead`;
    throw new CodedError('CONFLICT', `${says}.`);
  }
  return swapShifts(shift, holder, heldShift(facts, wanted?.date ?? order.date, type), person.id);
}

/** A shift as it is held, with the hours that its instances ask for. BAD_REQUEST where the date has no such shift. */
function heldShift(facts: ScheduleFacts, date: LocalDate, shiftType: ShiftType): HeldShift {
  const instances = facts.instances.filter((i) => i.date === date && i.shiftType === shiftType);
  const rollover = minuteOfDay(facts.rolloverHour);
  const onLine = ({ start, end }: ClockSpan): { from: number; to: number; start: ClockTime; end: ClockTime } => {
    const minute = minuteOfDay(start);
    const from = shiftType !== 'DAY' && minute < rollover ? minute + 24 * 60 : minute;
    return { from, to: from + clockMinutes({ start, end }), start, end };
  };
  const stretches = instances.map(onLine);
  const [first] = [...stretches].sort((a, b) => a.from - b.from);
  const [last] = [...stretches].sort((a, b) => b.to - a.to);
  if (!first || !last) {
    throw new CodedError('BAD_REQUEST', `The schedule has no shift ${shiftType} on ${date}. See schedcu coverage for those it has.`);
  }
  const entries = facts.entries.filter((e) => e.date === date && e.shiftType === shiftType);
  return { date, shiftType, entries, hours: { start: first.start, end: last.end } };
}

function toEntry(draft: EntryDraft, source: 'MANUAL' | 'OVERRIDE', reason: string): RosterEntry {
  return {
    id: newId<RosterEntryId>(),
    ...{ date: draft.date, shiftType: draft.shiftType, personId: draft.personId, source, reason },
    ...{ start: draft.hours?.start ?? null, end: draft.hours?.end ?? null, report: null, line: null, text: null },
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
  const readers = missing.length > 0 ? new Map([...facts.readers, ...(await loadReaders(trx, missing))]) : facts.readers;
  return { ...facts, entries, readers };
}

function presentEntry(entry: RosterEntry, names: ReadonlyMap<PersonId, string>): ChangeResult['added'][number] {
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
  await softDeleteAssignmentsOf(trx, before.map((entry) => entry.id), actor.userId);
  await softDeleteRosterEntries(trx, gone, actor.userId);
  await insertRosterEntries(trx, { versionId: version.id, batchId: null, createdBy: actor.userId }, entries);
  const assignments = buildAssignments(standing, groupByShift(facts.instances), new Map(), () => newId<AssignmentId>());
  await insertAssignments(trx, assignments, actor.userId);
  await addDepartmentMembers(trx, version.hospitalId, [...new Set(entries.flatMap((entry) => entry.personId ?? []))]);
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
