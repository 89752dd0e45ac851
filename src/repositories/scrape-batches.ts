import { sql } from 'kysely';
import type { Accounting } from '#src/domain/accounting.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, HospitalId, JobId, UserId, VersionId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { BatchSource, BatchState, ScrapeBatch } from '#src/domain/scrape-batch.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { toStoredJson, toStoredText } from './stored-json.ts';

export interface NewBatch {
  id: BatchId;
  hospitalId: HospitalId;
  source: BatchSource;
  sourceName: string | null;
  versionId: VersionId | null;
  /** Schedule dates, both included. */
  from: LocalDate;
  to: LocalDate;
  /** Instant at which the source was read or asked. */
  scrapedAt: string;
  checksum: string | null;
  createdBy: UserId;
  /** The background job that it belongs to. */
  jobId?: JobId | null;
}

/** Writes a batch PENDING, before anything is read. Hold its lock first (`holdBatchLock`). */
export async function insertBatch(db: Db, batch: NewBatch): Promise<void> {
  await db
    .insertInto('scrape_batches')
    .values({
      id: batch.id,
      hospital_id: batch.hospitalId,
      source: batch.source,
      source_name: batch.sourceName,
      schedule_version_id: batch.versionId,
      window_start_date: batch.from,
      window_end_date: batch.to,
      scraped_at: batch.scrapedAt,
      ingest_checksum: batch.checksum,
      created_by: batch.createdBy,
      job_id: batch.jobId ?? null,
    })
    .execute();
}

/** How an import ended. */
export interface BatchOutcome {
  accounting: Accounting | null;
  validation: ValidationResult | null;
  /** Set where they became known only while reading. */
  versionId?: VersionId;
  checksum?: string;
  source?: BatchSource;
  /** Instant of which a roster's data is. */
  sourceAsOf?: string;
}

/** PENDING → COMPLETE; `rowCount` is what was stored. CONFLICT where the batch has ended already. */
export async function completeBatch(
  db: Db,
  id: BatchId,
  rowCount: number,
  outcome: BatchOutcome,
): Promise<void> {
  await endBatch(db, id, { state: 'COMPLETE', row_count: rowCount, ...ended(outcome) });
}

/** PENDING → FAILED, with the reason. CONFLICT where the batch has ended already. */
export async function failBatch(db: Db, id: BatchId, reason: string, outcome: BatchOutcome): Promise<void> {
  await endBatch(db, id, { state: 'FAILED', error_message: toStoredText(reason), ...ended(outcome) });
}

function ended(outcome: BatchOutcome) {
  return {
    accounting: outcome.accounting && toStoredJson(outcome.accounting),
    validation_results: outcome.validation && toStoredJson(outcome.validation),
    ...(outcome.versionId && { schedule_version_id: outcome.versionId }),
    ...(outcome.checksum && { ingest_checksum: outcome.checksum }),
    ...(outcome.source && { source: outcome.source }),
    ...(outcome.sourceAsOf && { source_as_of: outcome.sourceAsOf }),
  };
}

async function endBatch(
  db: Db,
  id: BatchId,
  change: ReturnType<typeof ended> & { state: BatchState; row_count?: number; error_message?: string },
): Promise<void> {
  const result = await db
    .updateTable('scrape_batches')
    .set({ ...change, completed_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'PENDING')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const { state } = await getBatch(db, id);
  throw new CodedError('CONFLICT', `Import ${id} has ended already (${state}). Start a new import.`, {
    state,
  });
}

export async function getBatch(db: Db, id: BatchId): Promise<ScrapeBatch> {
  const row = await liveBatches(db).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('import', id);
  return toBatch(row);
}

export interface BatchFilter {
  hospitalId?: HospitalId;
  versionId?: VersionId;
  state?: BatchState;
  source?: BatchSource;
}

/** Newest first. */
export async function listBatches(
  db: Db,
  filter: BatchFilter = {},
  request: PageRequest = {},
): Promise<Page<ScrapeBatch>> {
  const position = pagePosition(request, { name: 'imports', key: [idPart] });
  const [after] = position.after ?? [];
  let query = liveBatches(db)
    .orderBy('b.id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('b.id', '<', after);
  if (filter.hospitalId) query = query.where('b.hospital_id', '=', filter.hospitalId);
  if (filter.versionId) query = query.where('b.schedule_version_id', '=', filter.versionId);
  if (filter.state) query = query.where('b.state', '=', filter.state);
  if (filter.source) query = query.where('b.source', '=', filter.source);
  return toPage(await query.execute(), position, toBatch, (row) => [row.id]);
}

/** The import that has brought these bytes into this version already, if any (R11). */
export async function findCompleteBatch(
  db: Db,
  versionId: VersionId,
  source: BatchSource,
  checksum: string,
): Promise<ScrapeBatch | null> {
  const row = await liveBatches(db)
    .where('b.schedule_version_id', '=', versionId)
    .where('b.source', '=', source)
    .where('b.ingest_checksum', '=', checksum)
    .where('b.state', '=', 'COMPLETE')
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toBatch(row) : null;
}

/** What an attempt of a job has brought in already, from one of these sources. */
export async function findBatchOfJob(
  db: Db,
  jobId: JobId,
  sources: readonly BatchSource[],
): Promise<ScrapeBatch | null> {
  const row = await liveBatches(db)
    .where('b.job_id', '=', jobId)
    .where('b.source', 'in', sources)
    .where('b.state', '=', 'COMPLETE')
    .orderBy('b.id', 'desc')
    .executeTakeFirst();
  return row ? toBatch(row) : null;
}

/** Whether an attempt of a job has begun an import, however it ended. */
export async function jobHasBatch(db: Db, jobId: JobId): Promise<boolean> {
  const row = await liveBatches(db).where('b.job_id', '=', jobId).limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function softDeleteBatch(db: Db, id: BatchId, by: UserId): Promise<void> {
  const result = await db
    .updateTable('scrape_batches')
    .set({ deleted_at: sql`now()`, deleted_by: by })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) await getBatch(db, id);
}

const liveBatches = (db: Db) =>
  db.selectFrom('scrape_batches as b').selectAll('b').where('b.deleted_at', 'is', null);

type BatchRow = Awaited<ReturnType<ReturnType<typeof liveBatches>['execute']>>[number];

function toBatch(row: BatchRow): ScrapeBatch {
  return {
    id: row.id as BatchId,
    hospitalId: row.hospital_id as HospitalId,
    state: row.state,
    source: row.source,
    sourceName: row.source_name,
    sourceAsOf: row.source_as_of,
    versionId: row.schedule_version_id as VersionId | null,
    jobId: row.job_id as JobId | null,
    from: row.window_start_date as LocalDate,
    to: row.window_end_date as LocalDate,
    scrapedAt: row.scraped_at,
    completedAt: row.completed_at,
    rowCount: row.row_count ?? 0,
    checksum: row.ingest_checksum,
    errorMessage: row.error_message,
    accounting: row.accounting as Accounting | null,
    validation: row.validation_results as ValidationResult | null,
    createdAt: row.created_at,
    createdBy: row.created_by as UserId,
  };
}

/** Writes the record of an import again for another version: a copy of the schedule that it brought. Its files are the same. */
export async function copyBatch(
  db: Db,
  id: BatchId,
  copy: { id: BatchId; versionId: VersionId; by: UserId },
): Promise<void> {
  await sql`
    insert into scrape_batches (id, hospital_id, state, window_start_date, window_end_date, scraped_at, completed_at,
      row_count, ingest_checksum, created_by, source, source_name, schedule_version_id, accounting, validation_results, source_as_of)
    select ${copy.id}, hospital_id, state, window_start_date, window_end_date, scraped_at, completed_at,
      row_count, ingest_checksum, ${copy.by}, source, source_name, ${copy.versionId}, accounting, validation_results, source_as_of
    from scrape_batches where id = ${id}`.execute(db);
  await sql`
    insert into scrape_batch_files (scrape_batch_id, place, file_name, checksum)
    select ${copy.id}, place, file_name, checksum from scrape_batch_files where scrape_batch_id = ${id}`.execute(
    db,
  );
}
