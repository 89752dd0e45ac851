import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import type { EntryChange, EntryDraft } from '#src/intake/changes/change-entries.ts';
import { shiftKey } from '#src/intake/roster/build-assignments.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { findProductionPeriod } from '#src/repositories/production-periods.ts';
import { insertRosterEntries } from '#src/repositories/roster-entries.ts';
import { getVersionForUpdate } from '#src/repositories/schedule-versions.ts';
import { assignmentNamesOf } from './assignment-names.ts';
import { type ChangeResult, changeOutcome } from './change-outcome.ts';
import { requireDepartment } from './department-directory.ts';
import { type PlannedOrder, planChange } from './plan-change.ts';
import { findByEmail } from './registry-service.ts';
import type { ServiceContext } from './service-context.ts';
import { storeChange } from './store-change.ts';
import { type TakeBackOrder, takeBackIn } from './take-back.ts';
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
  /** What the change takes away, as far as whoever orders it knows; without it: whatever stands there. */
  replaces?: readonly RosterEntryId[] | null;
  /** Only say what would happen. */
  dryRun: boolean;
  actor: Actor;
}

export interface ChangeService {
  /**
   * BAD_REQUEST for an unknown person or shift, CONFLICT where there is nothing to change or the shift is no longer held as
   * the order expects, NO_SCHEDULE without a version.
   */
  change(order: ChangeOrder): Promise<ChangeResult>;
  /**
   * The opposite of a change: what it brought goes, and what it replaced comes back with its source and reason. NOT_FOUND for
   * an entry that does not stand, CONFLICT where the shift has changed since.
   */
  takeBack(order: TakeBackOrder): Promise<ChangeResult>;
}

export function changeService(context: ServiceContext): ChangeService {
  const { db } = context.database;
  return {
    async change(order) {
      requireReason(order.reason);
      return await inTransaction(db, (trx) => changeIn(trx, order));
    },
    async takeBack(order) {
      requireReason(order.reason);
      return await inTransaction(db, (trx) => takeBackIn(trx, order));
    },
  };
}

function requireReason(reason: string): void {
  if (reason.trim() === '')
    throw new CodedError('BAD_REQUEST', 'Give a reason: it stands beside the change for later readers.');
}

async function changeIn(trx: Db, order: ChangeOrder): Promise<ChangeResult> {
  const version = await findVersion(trx, order);
  const people = await listAllPersons(trx);
  const person = findByEmail(people, order.person);
  const dates = [order.date, order.inReturn?.date ?? order.date].sort();
  const [from = order.date, to = order.date] = dates;
  const { facts } = await loadFacts(trx, version.id, from, to);
  const change = planChange(order, facts, person, people);
  if (order.replaces) requireSame(change.removed, order.replaces);
  const source = version.status === 'PRODUCTION' ? ('OVERRIDE' as const) : ('MANUAL' as const);
  const reason = order.reason.trim();
  const added = change.added.map((draft) => toEntry(draft, originOf(draft, change), source, reason));
  const exchange = { removed: change.removed, added };
  const shown = { versionId: version.id, dryRun: order.dryRun };
  const result = await changeOutcome(trx, shown, facts, exchange, people);
  if (order.dryRun) return result;
  const names = await assignmentNamesOf(trx, version.id, facts);
  for (const entry of added) {
    const name = names.get(originOf(entry, change)?.id ?? entry.id);
    if (name !== undefined) names.set(entry.id, name);
  }
  const origin = { versionId: version.id, batchId: null, createdBy: order.actor.userId };
  await storeChange(
    trx,
    {
      ...{ ...exchange, version, facts, result, reason, names },
      action: `SHIFT_${{ assign: 'ASSIGNED', unassign: 'UNASSIGNED', swap: 'SWAPPED' }[order.kind]}`,
      insertAdded: (db) => insertRosterEntries(db, origin, added),
    },
    order.actor,
  );
  return result;
}

/** Between looking and changing somebody else may have been quicker. */
function requireSame(removed: readonly RosterEntry[], expected: readonly RosterEntryId[]): void {
  const gone = removed.map(({ id }) => id);
  if (gone.length === expected.length && gone.every((id) => expected.includes(id))) return;
  throw new CodedError('CONFLICT', 'Somebody else has changed this shift in the meantime. Look at it again.');
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
