import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { scheduler } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import { claimJob, completeJob } from './job-claims.ts';
import { findNewestJob, getJob, insertJob, listJobs, type NewJob, tryStandingWorkLock } from './job-queue.ts';

const { db, plansOf } = await openTestDatabase();

const aJob = async (over: Partial<NewJob> = {}): Promise<JobId> =>
  (await insertJob(db, { id: newId<JobId>(), type: 'AMION_IMPORT', payload: { months: 2 }, ...over })).id;

describe('a new job', () => {
  it('is PENDING with its payload', async () => {
    const { id: hospitalId } = await storedHospital(db);
    const id = await aJob({ hospitalId, requestedBy: scheduler });
    expect(await getJob(db, id)).toMatchObject({
      ...{
        id,
        type: 'AMION_IMPORT',
        payload: { months: 2 },
        status: 'PENDING',
        result: null,
        progress: null,
      },
      ...{ errorCode: null, errorMessage: null, retryCount: 0, maxRetries: 3, attempt: 0, worker: null },
      ...{ hospitalId, requestedBy: scheduler, startedAt: null, completedAt: null },
    });
  });

  it('is answered as it was written', async () => {
    const written = await insertJob(db, {
      id: newId<JobId>(),
      type: 'COVERAGE',
      payload: null,
      maxRetries: 0,
    });
    expect(written).toMatchObject({ maxRetries: 0, payload: null, createdAt: expect.stringMatching(/Z$/) });
    expect(await getJob(db, written.id)).toEqual(written);
  });

  it('is written once under its id', async () => {
    const id = await aJob();
    await expect(aJob({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('goes with its transaction', async () => {
    const id = newId<JobId>();
    const rolledBack = db.transaction().execute(async (trx) => {
      await insertJob(trx, { id, type: 'COVERAGE', payload: {} });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await expect(getJob(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the progress of a job', () => {
  it('that an older release wrote is told by its step', async () => {
    const id = await aJob();
    const told = JSON.stringify({ phase: 'ODS_IMPORT', step: 'reading m.ods', done: 0, total: 0 });
    await runSql(db, `update job_queue set progress = '${told}' where id = '${id}'`);
    expect((await getJob(db, id)).progress).toMatchObject({ message: 'reading m.ods' });
  });
});

describe('the list of jobs', () => {
  it('comes newest first, in pages, by type, status and department', async () => {
    const { id: hospitalId } = await storedHospital(db);
    const ids = [
      await aJob({ type: 'LISTED' }),
      await aJob({ type: 'LISTED', hospitalId }),
      await aJob({ type: 'LISTED' }),
    ];
    await claimJob(db, ids[0] as JobId, 'north:1');
    const list = (filter: object) => async (cursor: string | null) =>
      await listJobs(db, { type: 'LISTED', ...filter }, { limit: 2, cursor });
    const pages = await everyPage(list({}));
    expect(pages.map((page) => page.map((job) => job.id))).toEqual([[ids[2], ids[1]], [ids[0]]]);
    expect((await everyPage(list({ status: 'PROCESSING' }))).flat().map((job) => job.id)).toEqual([ids[0]]);
    expect((await everyPage(list({ hospitalId }))).flat().map((job) => job.id)).toEqual([ids[1]]);
  });

  it('is read along an index', async () => {
    expect(await plansOf((watched) => listJobs(watched, { status: 'PENDING' }))).toContain('Index Scan');
  });
});

describe('standing work', () => {
  it('knows when a kind was last asked for, for each department, and whether it has ended', async () => {
    const [north, south] = [await storedHospital(db), await storedHospital(db)];
    expect(await findNewestJob(db, 'AMION_PULL', north.id)).toBeNull();
    await aJob({ type: 'AMION_PULL', hospitalId: south.id });
    const id = await aJob({ type: 'AMION_PULL', hospitalId: north.id });
    const { createdAt: askedAt } = await getJob(db, id);
    expect(await findNewestJob(db, 'AMION_PULL', north.id)).toEqual({ askedAt, ended: false });
    await claimJob(db, id, 'north:1');
    await completeJob(db, { id, attempt: 1 }, null);
    expect(await findNewestJob(db, 'AMION_PULL', north.id)).toEqual({ askedAt, ended: true });
    expect(await findNewestJob(db, 'AMION_PULL', null)).toBeNull();
  });

  it('is asked for by one process at a time', async () => {
    await db.transaction().execute(async (one) => {
      expect(await tryStandingWorkLock(one)).toBe(true);
      await db.transaction().execute(async (two) => expect(await tryStandingWorkLock(two)).toBe(false));
    });
    await db.transaction().execute(async (three) => expect(await tryStandingWorkLock(three)).toBe(true));
  });
});
