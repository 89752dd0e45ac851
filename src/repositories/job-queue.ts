import { type Selectable, sql } from 'kysely';
import type { AuditEntry } from '#src/domain/audit-entry.ts';
import type { HospitalId, JobId, UserId } from '#src/domain/ids.ts';
import { hasEnded, type Job, type JobProgress, type JobStatus } from '#src/domain/job.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import { notFound } from '#src/domain/not-found.ts';
import { auditInsert } from './audit-logs.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import type { JobQueue } from './schema.generated.ts';
import { toStoredJson } from './stored-json.ts';

export interface NewJob {
  id: JobId;
  type: string;
  payload: unknown;
  maxRetries?: number;
  hospitalId?: HospitalId | null;
  requestedBy?: UserId;
  /** Address that it was asked from; null: this machine. */
  requestedFrom?: string | null;
  /** Jobs with the same key run one after the other. */
  lockKey?: string | null;
  /** An engine is being told of it. */
  dispatched?: boolean;
}

/** Writes a job PENDING, and who asked for it, in one statement: whole without a transaction, and within the caller's too. */
export async function insertJob(
  db: Db,
  job: NewJob,
  note: Omit<AuditEntry, 'at'> | null = null,
): Promise<Job> {
  const asked = db.with('asked', (part) =>
    part
      .insertInto('job_queue')
      .values({
        id: job.id,
        job_type: job.type,
        payload: toStoredJson(job.payload),
        ...(job.maxRetries !== undefined && { max_retries: job.maxRetries }),
        hospital_id: job.hospitalId ?? null,
        requested_by: job.requestedBy ?? null,
        requested_from: job.requestedFrom ?? null,
        lock_key: job.lockKey ?? null,
        ...(job.dispatched && { dispatched_at: sql<string>`now()` }),
      })
      .returningAll(),
  );
  const written = note ? asked.with('noted', (part) => auditInsert(part, note)) : asked;
  return toJob(await written.selectFrom('asked').selectAll().executeTakeFirstOrThrow());
}

export async function getJob(db: Db, id: JobId): Promise<Job> {
  const row = await db.selectFrom('job_queue').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('job', id);
  return toJob(row);
}

export interface JobFilter {
  status?: JobStatus;
  type?: string;
  hospitalId?: HospitalId;
}

/** Newest first. */
export async function listJobs(
  db: Db,
  filter: JobFilter = {},
  request: PageRequest = {},
): Promise<Page<Job>> {
  const position = pagePosition(request, { name: 'jobs', key: [idPart] });
  const [after] = position.after ?? [];
  let query = db
    .selectFrom('job_queue')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('id', '<', after);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.type) query = query.where('job_type', '=', filter.type);
  if (filter.hospitalId) query = query.where('hospital_id', '=', filter.hospitalId);
  return toPage(await query.execute(), position, toJob, (row) => [row.id]);
}

/** What `toJob` reads, by name: what a prepared query answers must stay the same when a migration adds a column. */
export const JOB_COLUMNS = [
  ...(['id', 'job_type', 'payload', 'status', 'result', 'error_code', 'error_message'] as const),
  ...(['retry_count', 'max_retries', 'attempt', 'progress', 'hospital_id', 'requested_by'] as const),
  'requested_from',
  ...(['worker', 'run_after', 'created_at', 'started_at', 'completed_at'] as const),
] satisfies (keyof JobQueue)[];
export type JobRow = Pick<Selectable<JobQueue>, (typeof JOB_COLUMNS)[number]>;

export function toJob(row: JobRow): Job {
  return {
    id: row.id as JobId,
    type: row.job_type,
    payload: row.payload,
    status: row.status,
    result: row.result,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    retryCount: row.retry_count ?? 0,
    maxRetries: row.max_retries ?? 0,
    attempt: row.attempt,
    progress: toProgress(row.progress as StoredProgress | null),
    hospitalId: row.hospital_id as HospitalId | null,
    requestedBy: row.requested_by as UserId | null,
    requestedFrom: row.requested_from,
    worker: row.worker,
    runAfter: row.run_after,
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  };
}

/** What an older release wrote has no message: the step said it. */
type StoredProgress = Omit<JobProgress, 'message'> & Partial<Pick<JobProgress, 'message'>>;

const toProgress = (told: StoredProgress | null): JobProgress | null =>
  told && { ...told, message: told.message ?? told.step };

/** Lets one process at a time ask for standing work; false where another one does. Ends with the transaction. */
export async function tryStandingWorkLock(trx: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('schedcu standing work', 0)) as held`.execute(trx);
  return rows[0]?.held === true;
}

/** The newest job of a kind (and department): when it was asked for, and whether it has ended. Null where there is none. */
export async function findNewestJob(
  db: Db,
  type: string,
  hospitalId: HospitalId | null,
): Promise<{ askedAt: string; ended: boolean } | null> {
  const row = await db
    .selectFrom('job_queue')
    .select(['created_at', 'status'])
    .where('job_type', '=', type)
    .where('hospital_id', hospitalId ? '=' : 'is', hospitalId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { askedAt: row.created_at, ended: hasEnded(row.status) } : null;
}
