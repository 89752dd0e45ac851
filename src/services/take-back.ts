import { CodedError } from '#src/domain/errors.ts';
import type { RosterEntryId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import type { Db } from '#src/repositories/database.ts';
import {
  findHandMadeChange,
  type HandMadeChange,
  listFormerAssignmentNames,
  restoreRosterEntries,
} from '#src/repositories/hand-made-changes.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { getVersionForUpdate } from '#src/repositories/schedule-versions.ts';
import { assignmentNamesOf } from './assignment-names.ts';
import { type ChangeResult, changeOutcome } from './change-outcome.ts';
import { requireDepartment } from './department-directory.ts';
import { storeChange } from './store-change.ts';
import { loadFacts } from './version-judgement.ts';
import { requireState } from './version-state.ts';

/** A change by hand is dropped (R16). */
export interface TakeBackOrder {
  department: string;
  /** Any entry that the change brought. */
  entryId: RosterEntryId;
  reason: string;
  /** Only say what would happen. */
  dryRun: boolean;
  actor: Actor;
}

/** The roster is as if the change had not been made; a row of Amion that it replaced is one of Amion again. */
export async function takeBackIn(trx: Db, order: TakeBackOrder): Promise<ChangeResult> {
  const { actor, dryRun } = order;
  const change = await findOwnChange(trx, order);
  const version = await getVersionForUpdate(trx, change.versionId);
  requireState(version, 'change');
  const current = await findOwnChange(trx, order);
  requireStanding(current);
  const dates = [...current.brought, ...current.replaced].map(({ date }) => date).sort();
  const { facts } = await loadFacts(trx, version.id, dates.at(0) ?? version.from, dates.at(-1) ?? version.to);
  const pairs = current.replaced.map((entry) => ({ of: entry.id, as: newId<RosterEntryId>() }));
  const added = current.replaced.map((entry, n) => ({ ...entry, id: pairs[n]?.as ?? entry.id }));
  const exchange = { removed: current.brought, added };
  const people = await listAllPersons(trx);
  const result = await changeOutcome(trx, { versionId: version.id, dryRun }, facts, exchange, people);
  if (dryRun) return result;
  const names = await assignmentNamesOf(trx, version.id, facts);
  const former = await listFormerAssignmentNames(
    trx,
    pairs.map(({ of }) => of),
  );
  for (const pair of pairs) {
    const name = former.get(pair.of);
    if (name !== undefined) names.set(pair.as, name);
  }
  await storeChange(
    trx,
    {
      ...{ ...exchange, version, facts, result, names, reason: order.reason.trim() },
      action: 'SHIFT_CHANGE_TAKEN_BACK',
      insertAdded: (db) => restoreRosterEntries(db, pairs),
    },
    actor,
  );
  return result;
}

async function findOwnChange(trx: Db, { department, entryId }: TakeBackOrder): Promise<HandMadeChange> {
  const { id, code } = await requireDepartment(trx, department);
  const change = await findHandMadeChange(trx, entryId);
  if (change?.hospitalId === id) return change;
  const says = `${code} has no change by hand ${entryId} that stands. It may have been taken back already.`;
  throw new CodedError('NOT_FOUND', says);
}

function requireStanding({ isTransfer, isOvertaken }: HandMadeChange): void {
  if (isTransfer) {
    const says = 'came into this version with a copy or an import, which does not say what it replaced';
    throw new CodedError('CONFLICT', `This change ${says}. Change the shift instead.`);
  }
  if (isOvertaken) {
    const says = 'The shift has been changed again since. Take the later change back first.';
    throw new CodedError('CONFLICT', says);
  }
}
