import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import type { Db } from '#src/repositories/database.ts';
import { insertVersion } from '#src/repositories/schedule-versions.ts';
import { recordChanges } from './audit-trail.ts';

/** A new STAGING version of a department for the dates, empty, with its entry in the audit; in the caller's transaction. */
export async function addStagingVersion(
  trx: Db,
  { hospitalId, from, to }: { hospitalId: HospitalId; from: LocalDate; to: LocalDate },
  actor: Actor,
): Promise<ScheduleVersion> {
  const id = newId<VersionId>();
  const created = { id, hospitalId, from, to, createdBy: actor.userId };
  const version = await insertVersion(trx, { ...created, batchId: null, validation: null });
  const after = { status: version.status, from, to };
  await recordChanges(trx, actor, [
    { action: 'VERSION_CREATED', resource: `schedule_version:${id}`, hospitalId, after },
  ]);
  return version;
}
