import { sql } from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { Job, JobProgress } from '#src/domain/job.ts';
import type { Db } from './database.ts';
import { type JobRow, toJob } from './job-queue.ts';
import { toStoredJson, toStoredText } from './stored-json.ts';

/** One start of a job. What it does counts only as long as no later attempt has begun and nobody has cancelled it. */
export interface JobAttempt {
  id: JobId;
  attempt: number;
}

export type Claim = { kind: 'claimed'; job: Job } | { kind: 'locked' } | { kind: 'gone' };

/**
 * Takes a waiting job for this worker. `gone`: it is not waiting (any more), or not yet due; `locked`: another job with its
 * lock key is running, and it waits another second. Of two workers that claim at once exactly one gets it.
 */
export async function claimJob(db: Db, id: JobId, worker: string): Promise<Claim> {
  try {
    const row = await db
      .updateTable('job_queue')
      .set({
        status: 'PROCESSING',
        attempt: sql`attempt + 1`,
        worker,
        started_at: sql`coalesce(started_at, now())`,
        heartbeat_at: sql`now()`,
        completed_at: null,
      })
      .where('id', '=', id)
      .where('status', 'in', ['PENDING', 'RETRY'])
      .where('run_after', '<=', sql<string>`now()`)
      .returningAll()
      .executeTakeFirst();
    return row ? { kind: 'claimed', job: toJob(row) } : { kind: 'gone' };
  } catch (cause) {
    if (!(cause instanceof CodedError) || cause.code !== 'CONFLICT') throw cause;
    await sql`update job_queue set run_after = now() + interval '1 second', dispatched_at = null
      where id = ${id} and status in ('PENDING', 'RETRY')`.execute(db);
    return { kind: 'locked' };
  }
}

const running = (db: Db, { id, attempt }: JobAttempt) =>
  db
    .updateTable('job_queue')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('status', '=', 'PROCESSING');

/** Tells that the attempt lives; false where it counts no more. */
export async function beatJob(db: Db, attempt: JobAttempt, progress: JobProgress | null): Promise<boolean> {
  const change = progress === null ? {} : { progress: toStoredJson(progress) };
  const result = await running(db, attempt)
    .set({ heartbeat_at: sql`now()`, ...change })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Holds the attempt until the transaction ends, so that nobody cancels it or takes it over meanwhile; false where it counts no more. */
export async function holdAttempt(trx: Db, { id, attempt }: JobAttempt): Promise<boolean> {
  const row = await trx
    .selectFrom('job_queue')
    .select('id')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('status', '=', 'PROCESSING')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function completeJob(db: Db, attempt: JobAttempt, result: unknown): Promise<boolean> {
  const done = await running(db, attempt)
    .set({
      status: 'COMPLETE',
      completed_at: sql`now()`,
      result: toStoredJson(result),
      error_code: null,
      error_message: null,
    })
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export interface JobFailure {
  code: string;
  message: string;
  /** What there is to show of it all the same. */
  result?: unknown;
  /** Wait before the next try; null: it has FAILED for good. */
  retryInMs: number | null;
  /** A handed-back job costs no retry. */
  free?: boolean;
}

/** RETRY, or FAILED for good; false where the attempt counts no more. */
export async function failJob(db: Db, attempt: JobAttempt, failure: JobFailure): Promise<boolean> {
  const { code, message, result, retryInMs } = failure;
  const again = retryInMs !== null;
  const done = await running(db, attempt)
    .set({
      status: again ? 'RETRY' : 'FAILED',
      error_code: code,
      error_message: toStoredText(message),
      ...(result !== undefined && { result: toStoredJson(result) }),
      ...(again
        ? {
            retry_count: failure.free ? sql`retry_count` : sql`retry_count + 1`,
            run_after: after(retryInMs),
            dispatched_at: null,
          }
        : { completed_at: sql`now()` }),
    })
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

const after = (ms: number) => sql<string>`now() + ${ms} * interval '1 millisecond'`;

/** Ends a job that waits or runs: FAILED with `CANCELLED`. Null where it has ended already. */
export async function cancelJob(db: Db, id: JobId, message: string): Promise<Job | null> {
  const row = await db
    .updateTable('job_queue')
    .set({ status: 'FAILED', error_code: 'CANCELLED', error_message: message, completed_at: sql`now()` })
    .where('id', '=', id)
    .where('status', 'in', ['PENDING', 'RETRY', 'PROCESSING'])
    .returningAll()
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/** Puts a FAILED job back with all its retries. Null where it has not failed. */
export async function reviveJob(db: Db, id: JobId): Promise<Job | null> {
  const row = await db
    .updateTable('job_queue')
    .set({
      ...{ status: 'PENDING', retry_count: 0, error_code: null, error_message: null, progress: null },
      ...{ completed_at: null, started_at: null, dispatched_at: null, run_after: sql`now()` },
    })
    .where('id', '=', id)
    .where('status', '=', 'FAILED')
    .returningAll()
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/** Takes over the jobs of workers that have not been heard of for so long: RETRY, or FAILED after the last retry. */
export async function takeOverLostJobs(db: Db, silentMs: number): Promise<Job[]> {
  const { rows } = await sql<JobRow>`
    update job_queue set
      status = case when coalesce(retry_count, 0) < coalesce(max_retries, 0) then 'RETRY' else 'FAILED' end,
      completed_at = case when coalesce(retry_count, 0) < coalesce(max_retries, 0) then null else now() end,
      retry_count = least(coalesce(retry_count, 0) + 1, coalesce(max_retries, 0)),
      error_code = 'WORKER_LOST', error_message = 'The worker ' || coalesce(worker, '') || ' was not heard of any more.',
      run_after = now(), dispatched_at = null
    where id in (
      select id from job_queue
      where status = 'PROCESSING' and heartbeat_at < now() - ${silentMs} * interval '1 millisecond'
      for update skip locked
    )
    returning *`.execute(db);
  return rows.map(toJob);
}

/** Jobs that are due and were not handed to the engine, or so long ago that the engine has lost them; marks them as handed over. */
export async function takeUndispatchedJobs(db: Db, lostAfterMs: number, limit: number): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    update job_queue set dispatched_at = now()
    where id in (
      select id from job_queue
      where status in ('PENDING', 'RETRY') and run_after <= now()
        and (dispatched_at is null or dispatched_at < now() - ${lostAfterMs} * interval '1 millisecond')
      order by run_after limit ${limit} for update skip locked
    )
    returning id`.execute(db);
  return rows.map((row) => row.id);
}

/** Notes that the engine has them. */
export async function markDispatched(db: Db, ids: readonly JobId[]): Promise<void> {
  await sql`update job_queue set dispatched_at = now() where id = any(${ids}::uuid[])`.execute(db);
}
