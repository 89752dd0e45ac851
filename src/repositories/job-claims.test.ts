import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import type { Job } from '#src/domain/job.ts';
import { newId } from '#src/outside/new-id.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import {
  beatJob,
  cancelJob,
  claimJob,
  completeJob,
  failJob,
  holdAttempt,
  type JobAttempt,
  markUndispatched,
  reviveJob,
  takeLostJobs,
  takeUndispatchedJobs,
} from './job-claims.ts';
import { getJob, insertJob, type NewJob } from './job-queue.ts';

const { db, plansOf } = await openTestDatabase();

const aJob = async (over: Partial<NewJob> = {}): Promise<Job> =>
  await insertJob(db, { id: newId<JobId>(), type: 'COVERAGE', payload: {}, ...over });

async function claimed(over: Partial<NewJob> = {}): Promise<JobAttempt> {
  const { id } = await aJob(over);
  expect(await claimJob(db, id, 'north:1')).toMatchObject({ kind: 'claimed' });
  return { id, attempt: 1 };
}

/** Lets the job's last sign of life be so many seconds ago. */
const silence = (id: JobId, seconds: number) =>
  runSql(db, `update job_queue set heartbeat_at = now() - interval '${seconds} seconds' where id = '${id}'`);
const dueNow = (id: JobId) => runSql(db, `update job_queue set run_after = now() where id = '${id}'`);
const failure = { code: 'UNAVAILABLE', message: 'Amion \0 is away', retryInMs: null };
const idsOf = (jobs: readonly { id: JobId }[]) => jobs.map((job) => job.id);

describe('claiming', () => {
  it('gives a waiting job to one of ten workers', async () => {
    const { id } = await aJob();
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => claimJob(db, id, `north:${index}`)),
    );
    expect(claims.map((claim) => claim.kind).sort()).toEqual(['claimed', ...Array(9).fill('gone')]);
    expect(await getJob(db, id)).toMatchObject({
      status: 'PROCESSING',
      attempt: 1,
      startedAt: expect.any(String),
    });
  });

  it('goes on over the same connections after a migration has added a column', async () => {
    await claimed();
    await runSql(db, 'alter table job_queue add column novelty text');
    await claimed();
    await runSql(db, 'alter table job_queue drop column novelty');
    await claimed();
  });

  it('passes over what is not due, has ended, or does not exist', async () => {
    const later = await claimed();
    await failJob(db, later, { ...failure, retryInMs: 60_000 });
    const ended = await claimed();
    await completeJob(db, ended, {});
    for (const id of [later.id, ended.id, newId<JobId>()]) {
      expect(await claimJob(db, id, 'north:1')).toEqual({ kind: 'gone' });
    }
  });

  it('lets one of many jobs with the same lock key run, and the others wait a second', async () => {
    const jobs = await Promise.all(
      Array.from({ length: 6 }, () => aJob({ lockKey: 'version:A', dispatched: true })),
    );
    const other = await aJob({ lockKey: 'version:B' });
    const claims = await Promise.all(jobs.map(({ id }) => claimJob(db, id, 'north:1')));
    expect(claims.map((claim) => claim.kind).sort()).toEqual(['claimed', ...Array(5).fill('locked')]);
    expect(await claimJob(db, other.id, 'north:1')).toMatchObject({ kind: 'claimed' });
    const winner = claims.find((claim) => claim.kind === 'claimed')?.job as Job;
    const loser = jobs.find(({ id }) => id !== winner.id) as Job;
    expect(await getJob(db, loser.id)).toMatchObject({ status: 'PENDING', attempt: 0 });
    expect(await claimJob(db, loser.id, 'north:1')).toEqual({ kind: 'gone' });
    await completeJob(db, winner, null);
    await dueNow(loser.id);
    expect(await claimJob(db, loser.id, 'north:1')).toMatchObject({ kind: 'claimed' });
  });
});

describe('an attempt', () => {
  it('beats with its progress until it has ended', async () => {
    const attempt = await claimed();
    const progress = { phase: 'COVERAGE', step: 'storing', done: 1, total: 2, message: 'half' } as const;
    await silence(attempt.id, 60);
    expect(await beatJob(db, attempt, progress)).toBe(true);
    expect(await takeLostJobs(db, 30_000)).toEqual([]);
    expect(await beatJob(db, attempt, null)).toBe(true);
    expect(await getJob(db, attempt.id)).toMatchObject({ progress });
    expect(await completeJob(db, attempt, { gaps: 3 })).toBe(true);
    expect(await beatJob(db, attempt, null)).toBe(false);
    expect(await getJob(db, attempt.id)).toMatchObject({
      status: 'COMPLETE',
      result: { gaps: 3 },
      completedAt: expect.any(String),
    });
  });

  it('counts no more once another has begun: it neither beats, completes nor fails', async () => {
    const first = await claimed();
    await failJob(db, first, { ...failure, retryInMs: 0 });
    await claimJob(db, first.id, 'south:2');
    expect(await beatJob(db, first, null)).toBe(false);
    expect(await completeJob(db, first, 'late')).toBe(false);
    expect(await failJob(db, first, failure)).toBe(false);
    expect(await getJob(db, first.id)).toMatchObject({
      status: 'PROCESSING',
      attempt: 2,
      worker: 'south:2',
      result: null,
    });
  });

  it('whose claim a crash of the server has undone counts no more, though another has its number', async () => {
    const { id } = await aJob();
    await claimJob(db, id, 'north:1#1');
    await runSql(
      db,
      `update job_queue set status = 'PENDING', attempt = 0, worker = null where id = '${id}'`,
    );
    await claimJob(db, id, 'north:1#2');
    const [undone, present] = ['north:1#1', 'north:1#2'].map((worker) => ({ id, attempt: 1, worker })) as [
      JobAttempt,
      JobAttempt,
    ];
    const held = (attempt: JobAttempt) => db.transaction().execute((trx) => holdAttempt(trx, attempt));
    expect([
      await held(undone),
      await beatJob(db, undone, null),
      await completeJob(db, undone, 'late'),
    ]).toEqual([false, false, false]);
    expect(await failJob(db, undone, failure)).toBe(false);
    expect([
      await held(present),
      await beatJob(db, present, null),
      await completeJob(db, present, null),
    ]).toEqual([true, true, true]);
  });

  it('that fails waits for its retry with a reason, or is FAILED for good', async () => {
    const attempt = await claimed();
    await failJob(db, attempt, { ...failure, retryInMs: 60_000, result: { phases: [] } });
    expect(await getJob(db, attempt.id)).toMatchObject({
      ...{ status: 'RETRY', errorCode: 'UNAVAILABLE', errorMessage: 'Amion \ufffd is away', retryCount: 1 },
      ...{ result: { phases: [] }, completedAt: null },
    });
    await dueNow(attempt.id);
    await claimJob(db, attempt.id, 'north:1');
    await failJob(db, { ...attempt, attempt: 2 }, failure);
    expect(await getJob(db, attempt.id)).toMatchObject({
      status: 'FAILED',
      retryCount: 1,
      completedAt: expect.any(String),
    });
  });

  it('that is handed back costs no retry', async () => {
    const attempt = await claimed();
    await failJob(db, attempt, { ...failure, code: 'HANDED_BACK', retryInMs: 0, free: true });
    expect(await getJob(db, attempt.id)).toMatchObject({ status: 'RETRY', retryCount: 0 });
  });
});

describe('workers that are lost', () => {
  it('lose their jobs after a silence, to be tried again while there are retries', async () => {
    const [lost, alive] = [await claimed({ maxRetries: 1 }), await claimed()];
    await silence(lost.id, 60);
    expect(idsOf(await takeLostJobs(db, 30_000))).toEqual([lost.id]);
    expect(await getJob(db, lost.id)).toMatchObject({
      status: 'RETRY',
      retryCount: 1,
      errorCode: 'WORKER_LOST',
    });
    expect(await getJob(db, alive.id)).toMatchObject({ status: 'PROCESSING' });
    await dueNow(lost.id);
    await claimJob(db, lost.id, 'south:2');
    await silence(lost.id, 60);
    await takeLostJobs(db, 30_000);
    expect(await getJob(db, lost.id)).toMatchObject({
      status: 'FAILED',
      retryCount: 1,
      completedAt: expect.any(String),
    });
  });

  it('leave jobs that begin again at different times, the later the more often they were lost', async () => {
    const lost = await Promise.all(
      Array.from({ length: 40 }, (_, index) => claimed({ maxRetries: index < 20 ? 9 : 1 })),
    );
    await runSql(db, `update job_queue set retry_count = 8 where max_retries = 9 and status = 'PROCESSING'`);
    for (const { id } of lost) await silence(id, 60);
    const now = Date.now();
    const waits = Map.groupBy(await takeLostJobs(db, 30_000), (job) => job.retryCount);
    const waitsAfter = (retry: number): number[] =>
      (waits.get(retry) ?? []).map((job) => Date.parse(job.runAfter) - now);
    expect(Math.max(...waitsAfter(1))).toBeLessThan(1_500);
    expect(new Set(waitsAfter(1)).size).toBeGreaterThan(15);
    expect(Math.max(...waitsAfter(9))).toBeGreaterThan(1_500);
    expect(Math.max(...waitsAfter(9))).toBeLessThan(8_500);
  });

  it('are taken over by one of many', async () => {
    const lost = await Promise.all(Array.from({ length: 8 }, () => claimed()));
    for (const { id } of lost) await silence(id, 60);
    const taken = await Promise.all(Array.from({ length: 4 }, () => takeLostJobs(db, 30_000)));
    expect(idsOf(taken.flat()).sort()).toEqual(idsOf(lost).sort());
  });

  it('are found along an index', async () => {
    expect(await plansOf((watched) => takeLostJobs(watched, 30_000))).toContain('Index Scan');
  });
});

describe('handing over', () => {
  it('takes what no engine has, and what an engine has lost, once', async () => {
    await runSql(
      db,
      `update job_queue set run_after = now() + interval '1 day' where status in ('PENDING', 'RETRY')`,
    );
    const [fresh, told, forgotten] = [
      await aJob(),
      await aJob({ dispatched: true }),
      await aJob({ dispatched: true }),
    ];
    await runSql(
      db,
      `update job_queue set dispatched_at = now() - interval '1 minute' where id = '${forgotten.id}'`,
    );
    const taken = await Promise.all(Array.from({ length: 3 }, () => takeUndispatchedJobs(db, 30_000, 100)));
    expect(taken.flat()).toEqual(
      expect.arrayContaining([
        { id: fresh.id, attempt: 0 },
        { id: forgotten.id, attempt: 0 },
      ]),
    );
    expect(taken.flat()).toHaveLength(2);
    expect(await takeUndispatchedJobs(db, 30_000, 100)).toEqual([]);
    await markUndispatched(db, told.id);
    expect(await takeUndispatchedJobs(db, 30_000, 100)).toEqual([{ id: told.id, attempt: 0 }]);
  });

  it('finds them along an index', async () => {
    expect(await plansOf((watched) => takeUndispatchedJobs(watched, 30_000, 100))).toContain(
      'idx_job_queue_waiting',
    );
  });
});

describe('by hand', () => {
  it('a job that waits or runs is cancelled, one that has ended is not', async () => {
    const [waiting, running, ended] = [await aJob(), await claimed(), await claimed()];
    await completeJob(db, ended, null);
    expect(await cancelJob(db, waiting.id, 'Cancelled by hand.')).toMatchObject({
      status: 'FAILED',
      errorCode: 'CANCELLED',
    });
    expect(await cancelJob(db, running.id, 'Cancelled by hand.')).toMatchObject({ status: 'FAILED' });
    expect(await cancelJob(db, ended.id, 'Cancelled by hand.')).toBeNull();
    expect(await completeJob(db, running, 'late')).toBe(false);
  });

  it('a job that failed is put back with all its retries, and its attempts are counted on', async () => {
    const attempt = await claimed();
    expect(await reviveJob(db, attempt.id, false)).toBeNull();
    await failJob(db, attempt, failure);
    expect(await reviveJob(db, attempt.id, false)).toMatchObject({
      status: 'PENDING',
      retryCount: 0,
      attempt: 1,
      errorCode: null,
    });
    expect(await claimJob(db, attempt.id, 'north:1')).toMatchObject({ job: { attempt: 2 } });
  });
});
