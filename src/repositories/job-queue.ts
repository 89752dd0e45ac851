import { sql } from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { Job, JobStatus } from '#src/domain/job.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { toStoredJson, toStoredText } from './stored-json.ts';

/** Writes a job PENDING, in the transaction of what it belongs to. */
export async function insertJob(
  db: Db,
  job: { id: JobId; type: string; payload: unknown; maxRetries?: number },
): Promise<void> {
  await db
    .insertInto('job_queue')
    .values({
      id: job.id,
      job_type: job.type,
      payload: toStoredJson(job.payload),
      ...(job.maxRetries !== undefined && { max_retries: job.maxRetries }),
    })
    .execute();
}

export async function getJob(db: Db, id: JobId): Promise<Job> {
  const row = await db.selectFrom('job_queue').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new CodedError('NOT_FOUND', `There is no job ${id}. List the jobs to see their ids.`);
  return toJob(row);
}

export interface JobFilter {
  status?: JobStatus;
  type?: string;
}

/** Newest first. */
export async function listJobs(
  db: Db,
  filter: JobFilter = {},
  request: PageRequest = {},
): Promise<Page<Job>> {
  const position = pagePosition(request, 1);
  const [after] = position.after ?? [];
  let query = db
    .selectFrom('job_queue')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('id', '<', after);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.type) query = query.where('job_type', '=', filter.type);
  return toPage(await query.execute(), position, toJob, (row) => [row.id]);
}

export interface JobChange {
  /** The statuses from which the change is right. */
  expected: readonly JobStatus[];
  status: JobStatus;
  result?: unknown;
  /** Null clears the reason of an earlier failure. */
  errorMessage?: string | null;
  retryCount?: number;
}

/**
 * Moves a job on. PROCESSING sets when it started, COMPLETE and FAILED when it ended, PENDING and RETRY clear both ends.
 * CONFLICT where its status is none of the expected ones: somebody else has moved it.
 */
export async function setJobStatus(db: Db, id: JobId, change: JobChange): Promise<Job> {
  const row = await db
    .updateTable('job_queue')
    .set({
      status: change.status,
      ...times(change.status),
      ...(change.result !== undefined && { result: toStoredJson(change.result) }),
      ...(change.errorMessage !== undefined && {
        error_message: change.errorMessage && toStoredText(change.errorMessage),
      }),
      ...(change.retryCount !== undefined && { retry_count: change.retryCount }),
    })
    .where('id', '=', id)
    .where('status', 'in', change.expected)
    .returningAll()
    .executeTakeFirst();
  if (row) return toJob(row);
  const { status } = await getJob(db, id);
  throw new CodedError(
    'CONFLICT',
    `The job is ${status}, not ${change.expected.join(' or ')}. Look at it again.`,
    { status },
  );
}

function times(status: JobStatus) {
  const now = sql<string>`now()`;
  if (status === 'PROCESSING') return { started_at: now, completed_at: null };
  if (status === 'COMPLETE' || status === 'FAILED') return { completed_at: now };
  return { started_at: null, completed_at: null };
}

interface JobRow {
  id: string;
  job_type: string;
  payload: unknown;
  status: JobStatus;
  result: unknown;
  error_message: string | null;
  retry_count: number | null;
  max_retries: number | null;
  created_at: string;
  started_at: string | null;
  completed_at: string | null;
}

function toJob(row: JobRow): Job {
  return {
    id: row.id as JobId,
    type: row.job_type,
    payload: row.payload,
    status: row.status,
    result: row.result,
    errorMessage: row.error_message,
    retryCount: row.retry_count ?? 0,
    maxRetries: row.max_retries ?? 0,
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  };
}
