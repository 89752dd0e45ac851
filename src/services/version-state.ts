import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import { type ScheduleVersion, type VersionAction, versionCan } from '#src/domain/schedule-version.ts';
import type { Db } from '#src/repositories/database.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';

/** CONFLICT unless the state of the version allows the action. */
export function requireState(version: ScheduleVersion, action: VersionAction): void {
  if (versionCan(action, version.status)) return;
  const what = {
    import: 'take an import',
    change: 'be changed',
    promote: 'be promoted',
    archive: 'be archived',
    copy: 'be copied',
    delete: 'be deleted',
  }[action];
  const advice =
    version.status === 'ARCHIVED' || action === 'import' ? ' Copy it into a new STAGING version first.' : '';
  throw new CodedError('CONFLICT', `Version ${version.id} is ${version.status} and cannot ${what}.${advice}`);
}

type Owner = { id: HospitalId; code: string };

/** A version of another department is NOT_FOUND, as if it did not exist. */
export function requireOwner(version: Pick<ScheduleVersion, 'id' | 'hospitalId'>, department: Owner): void {
  if (version.hospitalId === department.id) return;
  throw notFound('schedule version', version.id);
}

/** The department's version, ready to take an import. */
export async function requireImportable(db: Db, department: Owner, id: VersionId): Promise<ScheduleVersion> {
  const version = await getVersion(db, id);
  requireOwner(version, department);
  requireState(version, 'import');
  return version;
}
