import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { fencedDatabase } from './fenced-database.ts';
import {
  beatJob,
  cancelJob,
  claimJob,
  completeJob,
  holdAttempt,
  type JobAttempt,
  takeLostJobs,
} from './job-claims.ts';
import { getJob, insertJob } from './job-queue.ts';

const database = await openTestDatabase();
const { db } = database;

async function claimed(): Promise<JobAttempt> {
  const { id } = await insertJob(db, { id: newId<JobId>(), type: 'COVERAGE', payload: {} });
  await claimJob(db, id, 'north:1#1');
  return { id, attempt: 1 };
}

/** Lets the job's last sign of life be so many seconds ago. */
const silence = (id: JobId, seconds: number) =>
  runSql(db, `update job_queue set heartbeat_at = now() - interval '${seconds} seconds' where id = '${id}'`);

describe('the fence', () => {
  const commit = (attempt: JobAttempt, id: JobId) =>
    fencedDatabase(database, attempt)
      .db.transaction()
      .execute((trx) => insertJob(trx, { id, type: 'EFFECT', payload: {} }));

  it('lets the present attempt commit, and no other', async () => {
    const attempt = await claimed();
    const [stored, refused] = [newId<JobId>(), newId<JobId>()];
    await commit(attempt, stored);
    expect(await getJob(db, stored)).toMatchObject({ type: 'EFFECT' });
    await expect(commit({ ...attempt, attempt: 2 }, refused)).rejects.toMatchObject({ code: 'CONFLICT' });
    await cancelJob(db, attempt.id, 'Cancelled by hand.');
    await expect(commit(attempt, refused)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(getJob(db, refused)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves no transaction open behind it', async () => {
    const attempt = await claimed();
    await completeJob(db, attempt, null);
    for (let times = 0; times < 15; times += 1) {
      await expect(commit(attempt, newId<JobId>())).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    const open = await runSql(
      db,
      `select pid from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
    );
    expect(open).toEqual([]);
  });

  it('while an attempt stores, it beats, nobody takes it over, and cancelling waits', async () => {
    const attempt = await claimed();
    const order: string[] = [];
    let cancelling: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (trx) => {
      expect(await holdAttempt(trx, attempt)).toBe(true);
      expect(await beatJob(db, attempt, null)).toBe(true);
      await silence(attempt.id, 60);
      expect(await takeLostJobs(db, 30_000)).toEqual([]);
      cancelling = cancelJob(db, attempt.id, 'Cancelled by hand.').then(() => order.push('cancelled'));
      await untilSomebodyWaits(db);
      order.push('stored');
    });
    await cancelling;
    expect(order).toEqual(['stored', 'cancelled']);
    expect(await getJob(db, attempt.id)).toMatchObject({ status: 'FAILED', errorCode: 'CANCELLED' });
  });

  it('cannot be passed while somebody is cancelling or taking over', async () => {
    const attempt = await claimed();
    let held: Promise<boolean> = Promise.resolve(true);
    await db.transaction().execute(async (trx) => {
      await cancelJob(trx, attempt.id, 'Cancelled by hand.');
      held = db.transaction().execute((other) => holdAttempt(other, attempt));
      await untilSomebodyWaits(db);
    });
    expect(await held).toBe(false);
  });
});
