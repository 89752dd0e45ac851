import type { AuditEntry } from '#src/domain/audit-entry.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertAuditEntries } from '#src/repositories/audit-logs.ts';
import type { Db } from '#src/repositories/database.ts';

/** R14: what was changed, as it is written beside the change in the same transaction. */
export interface RecordedChange {
  /** Verb in capitals: `VERSION_PROMOTED`. */
  action: string;
  /** What it was done to: `schedule_version:0198…`. */
  resource: string;
  hospitalId: HospitalId | null;
  before?: unknown;
  after?: unknown;
}

/** Writes audit rows; `db` is the transaction of the change itself. Secrets never belong into `before` or `after`. */
export async function recordChanges(db: Db, actor: Actor, changes: readonly RecordedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await insertAuditEntries(
    db,
    changes.map((change) => toAuditEntry(actor, change)),
  );
}

/** A change as it is kept, with its own id. */
export function toAuditEntry(actor: Actor, change: RecordedChange): Omit<AuditEntry, 'at'> {
  return {
    id: newId<never>() as string,
    userId: actor.userId,
    action: change.action,
    resource: change.resource,
    oldValues: change.before ?? null,
    newValues: change.after ?? null,
    ipAddress: actor.ipAddress,
    hospitalId: change.hospitalId,
  };
}
