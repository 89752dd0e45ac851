import { sql } from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, HospitalId, UserId, VersionId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { ScheduleVersion, VersionStatus } from '#src/domain/schedule-version.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { toStoredJson } from './stored-json.ts';

export interface NewVersion {
  id: VersionId;
  hospitalId: HospitalId;
  /** Schedule dates, both included. */
  from: LocalDate;
  to: LocalDate;
  batchId: BatchId | null;
  validation: ValidationResult | null;
  createdBy: UserId;
}

/** A new version, STAGING. BAD_REQUEST where it ends before it starts, NOT_FOUND for an unknown department. */
export async function insertVersion(db: Db, version: NewVersion): Promise<ScheduleVersion> {
  await db
    .insertInto('schedule_versions')
    .values({
      id: version.id,
      hospital_id: version.hospitalId,
      effective_start_date: version.from,
      effective_end_date: version.to,
      scrape_batch_id: version.batchId,
      validation_results: version.validation && toStoredJson(version.validation),
      created_by: version.createdBy,
      updated_by: version.createdBy,
    })
    .execute();
  return await getVersion(db, version.id);
}

export async function getVersion(db: Db, id: VersionId): Promise<ScheduleVersion> {
  const row = await liveVersions(db).where('v.id', '=', id).executeTakeFirst();
  if (!row) throw unknownVersion(id);
  return toVersion(row);
}

/** The same, and no other transaction can change the version until this one ends. */
export async function getVersionForUpdate(db: Db, id: VersionId): Promise<ScheduleVersion> {
  const row = await liveVersions(db).where('v.id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw unknownVersion(id);
  return toVersion(row);
}

export interface VersionFilter {
  hospitalId?: HospitalId;
  status?: VersionStatus;
  /** Versions with at least one date of this span, both included. */
  from?: LocalDate;
  to?: LocalDate;
}

/** Newest first. */
export async function listVersions(
  db: Db,
  filter: VersionFilter = {},
  request: PageRequest = {},
): Promise<Page<ScheduleVersion>> {
  const position = pagePosition(request, { name: 'versions', key: [idPart] });
  const [after] = position.after ?? [];
  let query = liveVersions(db)
    .orderBy('v.id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('v.id', '<', after);
  if (filter.hospitalId) query = query.where('v.hospital_id', '=', filter.hospitalId);
  if (filter.status) query = query.where('v.status', '=', filter.status);
  if (filter.from) query = query.where('v.effective_end_date', '>=', filter.from);
  if (filter.to) query = query.where('v.effective_start_date', '<=', filter.to);
  return toPage(await query.execute(), position, toVersion, (row) => [row.id]);
}

/** Moves a version on from the status that the caller has seen. CONFLICT where it has another one by now. */
export async function setVersionStatus(
  db: Db,
  id: VersionId,
  change: { expected: VersionStatus; status: VersionStatus; by: UserId },
): Promise<ScheduleVersion> {
  const changed = await db
    .updateTable('schedule_versions')
    .set({ status: change.status, updated_at: sql`now()`, updated_by: change.by })
    .where('id', '=', id)
    .where('status', '=', change.expected)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  const version = await getVersion(db, id);
  if (changed.numUpdatedRows > 0n) return version;
  const { status } = version;
  throw new CodedError(
    'CONFLICT',
    `The version is ${status}, not ${change.expected}: somebody has changed it. Look at it again.`,
    { status },
  );
}

/** Keeps everything found, and the import that brought the matrix or list where `batchId` is given. */
export async function setVersionValidation(
  db: Db,
  id: VersionId,
  change: { validation: ValidationResult | null; batchId?: BatchId; by: UserId },
): Promise<void> {
  const result = await db
    .updateTable('schedule_versions')
    .set({
      validation_results: change.validation && toStoredJson(change.validation),
      ...(change.batchId && { scrape_batch_id: change.batchId }),
      updated_at: sql`now()`,
      updated_by: change.by,
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownVersion(id);
}

/** Takes a STAGING version away. CONFLICT where it is in force or archived: those are evidence. */
export async function softDeleteVersion(db: Db, id: VersionId, by: UserId): Promise<void> {
  const result = await db
    .updateTable('schedule_versions')
    .set({ deleted_at: sql`now()`, deleted_by: by })
    .where('id', '=', id)
    .where('status', '=', 'STAGING')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const { status } = await getVersion(db, id);
  throw new CodedError(
    'CONFLICT',
    `The version is ${status}. Only STAGING versions can be deleted; archive it instead.`,
    {
      status,
    },
  );
}

const liveVersions = (db: Db) =>
  db
    .selectFrom('schedule_versions as v')
    .selectAll('v')
    .select(sql<string>`(select h.code from hospitals h where h.id = v.hospital_id)`.as('department'))
    .where('v.deleted_at', 'is', null);

type VersionRow = Awaited<ReturnType<ReturnType<typeof liveVersions>['execute']>>[number];

function toVersion(row: VersionRow): ScheduleVersion {
  return {
    id: row.id as VersionId,
    hospitalId: row.hospital_id as HospitalId,
    department: row.department,
    status: row.status,
    from: row.effective_start_date as LocalDate,
    to: row.effective_end_date as LocalDate,
    batchId: row.scrape_batch_id as BatchId | null,
    validation: row.validation_results as ValidationResult | null,
    createdAt: row.created_at,
    createdBy: row.created_by as UserId,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by as UserId,
  };
}

function unknownVersion(id: string): CodedError {
  return notFound('schedule version', id);
}
