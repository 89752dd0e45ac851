import { CompiledQuery, sql } from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { Job, JobProgress } from '#src/domain/job.ts';
import type { Db } from './database.ts';
import { JOB_COLUMNS, type JobRow, toJob } from './job-queue.ts';
import { preparedQuery } from './prepared-query.ts';
import { toStoredJson, toStoredText } from './stored-json.ts';

/** One start of a job. What it does counts only as long as no later attempt has begun and nobody has cancelled it. */
export interface JobAttempt {
  id: JobId;
  attempt: number;
  /** Who claimed it: another claim has another name, also where a crash of the server has undone one. */
  worker?: string | null;
}

export type Claim = { kind: 'claimed'; job: Job } | { kind: 'locked' } | { kind: 'gone' };

const WAITING = `status in ('PENDING', 'RETRY') and run_after <= now()`;

/**
 * Takes a waiting job under a name that no other claim has. `gone`: it is not waiting (any more), or not yet due; `locked`:
 * another job with its lock key is running, and it waits another second. Of two workers that claim at once exactly one gets it.
 */
export async function claimJob(db: Db, id: JobId, worker: string): Promise<Claim> {
  const job = await tryClaim(db, id, worker);
  if (job) return { kind: 'claimed', job };
  const { rows } = await sql`
    update job_queue set run_after = now() + interval '1 second', dispatched_at = null
    where id = ${id} and lock_key is not null and ${sql.raw(WAITING)} returning id`.execute(db);
  return { kind: rows.length > 0 ? 'locked' : 'gone' };
}

/**
 * Within a statement: its commit does not wait for the disk. For what a crash of the server may undo: then the job waits again,
 * or is taken over, and finds what it has stored. What it stores does wait, and with it whatever came before.
 */
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`;

const claimed = preparedQuery<JobRow>(
  'claim_job',
  `update job_queue j set
    status = 'PROCESSING', attempt = attempt + 1, worker = $2,
    started_at = coalesce(started_at, now()), heartbeat_at = now(), completed_at = null
  from ${UNHURRIED}
  where id = $1 and ${WAITING} and not exists (
    select from job_queue other where other.lock_key = j.lock_key and other.status = 'PROCESSING'
  )
  returning ${JOB_COLUMNS.map((column) => `j.${column}`).join(', ')}`,
);

/** Null where it does not wait, or its lock is held. */
async function tryClaim(db: Db, id: JobId, worker: string): Promise<Job | null> {
  try {
    const [row] = await claimed(db, [id, worker]);
    return row ? toJob(row) : null;
  } catch (cause) {
    // Another job with the same lock key was claimed in the same moment: the unique index lets one of them in.
    if (cause instanceof CodedError && cause.code === 'CONFLICT') return null;
    throw cause;
  }
}

/** The row of an attempt as long as it counts: of its id, its number and its worker. */
const COUNTS = `id = $1 and attempt = $2 and status = 'PROCESSING' and worker is not distinct from coalesce($3, worker)`;
const counts = ({ id, attempt, worker = null }: JobAttempt) =>
  sql<boolean>`id = ${id} and attempt = ${attempt} and status = 'PROCESSING' and worker is not distinct from coalesce(${worker}, worker)`;

/** A change of an attempt that counts still; its own value is $4. */
const unhurriedWrite = (name: string, change: string) => {
  const write = preparedQuery(
    name,
    `update job_queue set ${change} from ${UNHURRIED} where ${COUNTS} returning id`,
  );
  return async (db: Db, { id, attempt, worker = null }: JobAttempt, value: string | null): Promise<boolean> =>
    (await write(db, [id, attempt, worker, value])).length > 0;
};
const beat = unhurriedWrite('beat_job', 'heartbeat_at = now(), progress = coalesce($4::jsonb, progress)');
const complete = unhurriedWrite(
  'complete_job',
  `status = 'COMPLETE', completed_at = now(), error_code = null, error_message = null, result = $4::jsonb`,
);

/** Tells that the attempt lives; false where it counts no more. */
export async function beatJob(db: Db, attempt: JobAttempt, progress: JobProgress | null): Promise<boolean> {
  return await beat(db, attempt, progress && toStoredJson(progress));
}

/**
 * Holds the attempt until the transaction ends, so that nobody cancels it or takes it over meanwhile; false where it counts
 * no more. Its own beats and progress go on: they do not change the key that is shared here.
 */
export async function holdAttempt(trx: Db, attempt: JobAttempt): Promise<boolean> {
  const { rows } = await trx.executeQuery(holdAttemptQuery(attempt));
  return rows.length > 0;
}

export function holdAttemptQuery({ id, attempt, worker = null }: JobAttempt): CompiledQuery {
  return CompiledQuery.raw(`select from job_queue where ${COUNTS} for key share`, [id, attempt, worker]);
}

/** Waits for whoever holds an attempt (`holdAttempt`), and lets nobody hold it any more until the transaction ends. */
const untilFree = (id: JobId) => sql<boolean>`id in (select id from job_queue where id = ${id} for update)`;

/** COMPLETE with its result; false where the attempt counts no more. */
export async function completeJob(db: Db, attempt: JobAttempt, result: unknown): Promise<boolean> {
  return await complete(db, attempt, toStoredJson(result));
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

/** RETRY, or FAILED for good; false where the attempt counts no more. Waits for a transaction of it that is still under way. */
export async function failJob(db: Db, attempt: JobAttempt, failure: JobFailure): Promise<boolean> {
  const { code, message, result, retryInMs } = failure;
  const again = retryInMs !== null;
  const done = await db
    .updateTable('job_queue')
    .where(counts(attempt))
    .where(untilFree(attempt.id))
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

/** Ends a job that waits or runs: FAILED with `CANCELLED`. Null where it has ended already. What it is just storing is stored. */
export async function cancelJob(db: Db, id: JobId, message: string): Promise<Job | null> {
  const row = await db
    .updateTable('job_queue')
    .set({ status: 'FAILED', error_code: 'CANCELLED', error_message: message, completed_at: sql`now()` })
    .where(untilFree(id))
    .where('status', 'in', ['PENDING', 'RETRY', 'PROCESSING'])
    .returningAll()
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/** Puts a FAILED job back with all its retries; `dispatched`: an engine is being told of it. Null where it has not failed. */
export async function reviveJob(db: Db, id: JobId, dispatched: boolean): Promise<Job | null> {
  const row = await db
    .updateTable('job_queue')
    .set({
      ...{ status: 'PENDING', retry_count: 0, error_code: null, error_message: null, progress: null },
      ...{ completed_at: null, started_at: null, run_after: sql`now()` },
      dispatched_at: dispatched ? sql`now()` : null,
    })
    .where('id', '=', id)
    .where('status', '=', 'FAILED')
    .returningAll()
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/**
 * Takes over the jobs of workers that have not been heard of for so long: RETRY, or FAILED after the last retry. They wait up
 * to 1, 2, 4, 8 s by chance: a job that kills its worker must not meet each time those that it has dragged along.
 */
export async function takeLostJobs(db: Db, silentMs: number): Promise<Job[]> {
  const { rows } = await sql<JobRow>`
    update job_queue set
      status = case when coalesce(retry_count, 0) < coalesce(max_retries, 0) then 'RETRY' else 'FAILED' end,
      completed_at = case when coalesce(retry_count, 0) < coalesce(max_retries, 0) then null else now() end,
      retry_count = least(coalesce(retry_count, 0) + 1, coalesce(max_retries, 0)),
      error_code = 'WORKER_LOST', error_message = 'The worker ' || coalesce(worker, '') || ' was not heard of any more.',
      run_after = now() + random() * least(power(2, coalesce(retry_count, 0)), 8) * interval '1 second',
      dispatched_at = null
    where id in (
      select id from job_queue
      where status = 'PROCESSING' and heartbeat_at < now() - ${silentMs} * interval '1 millisecond'
      for update skip locked
    )
    returning *`.execute(db);
  return rows.map(toJob);
}

/** Jobs that are due and were not handed to the engine, or so long ago that the engine has lost them; marks them as handed over. */
export async function takeUndispatchedJobs(
  db: Db,
  lostAfterMs: number,
  limit: number,
): Promise<JobAttempt[]> {
  const { rows } = await sql<JobAttempt>`
    update job_queue set dispatched_at = now()
    where id in (
      select id from job_queue
      where ${sql.raw(WAITING)} and (dispatched_at is null or dispatched_at < now() - ${lostAfterMs} * interval '1 millisecond')
      order by run_after limit ${limit} for update skip locked
    )
    returning id, attempt`.execute(db);
  return rows;
}

/** Notes that no engine has a waiting job: the next sweep hands it over. */
export async function markUndispatched(db: Db, id: JobId): Promise<void> {
  await sql`update job_queue set dispatched_at = null where id = ${id} and status in ('PENDING', 'RETRY')`.execute(
    db,
  );
}
