import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import type { JobStatus } from '#src/domain/job.ts';
import { newId } from '#src/outside/new-id.ts';
import { everyPage, openTestDatabase } from '#test/support/open-test-database.ts';
import { getJob, insertJob, listJobs, setJobStatus } from './job-queue.ts';

const { db, plansOf } = await openTestDatabase();

async function aJob(type = 'AMION_IMPORT', payload: unknown = { months: 2 }): Promise<JobId> {
  const id = newId<JobId>();
  await insertJob(db, { id, type, payload });
  return id;
}

const start = (id: JobId) => setJobStatus(db, id, { expected: ['PENDING', 'RETRY'], status: 'PROCESSING' });

describe('a new job', () => {
  it('is PENDING with its payload', async () => {
    const id = await aJob();
    expect(await getJob(db, id)).toMatchObject({
      id,
      type: 'AMION_IMPORT',
      payload: { months: 2 },
      status: 'PENDING',
      result: null,
      errorMessage: null,
      retryCount: 0,
      maxRetries: 3,
      startedAt: null,
      completedAt: null,
    });
  });

  it('may be given its number of retries', async () => {
    const id = newId<JobId>();
    await insertJob(db, { id, type: 'COVERAGE', payload: null, maxRetries: 0 });
    expect(await getJob(db, id)).toMatchObject({ maxRetries: 0, payload: null });
  });

  it('is written once under its id', async () => {
    const id = await aJob();
    await expect(insertJob(db, { id, type: 'COVERAGE', payload: {} })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('goes with its transaction', async () => {
    const id = newId<JobId>();
    await db
      .transaction()
      .execute(async (trx) => {
        await insertJob(trx, { id, type: 'COVERAGE', payload: {} });
        throw new Error('no');
      })
      .catch(() => undefined);
    await expect(getJob(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a job that runs', () => {
  it('has a start, then an end and a result', async () => {
    const id = await aJob();
    expect((await start(id)).startedAt).toMatch(/Z$/);
    const done = await setJobStatus(db, id, {
      expected: ['PROCESSING'],
      status: 'COMPLETE',
      result: { rows: 4 },
    });
    expect(done).toMatchObject({ status: 'COMPLETE', result: { rows: 4 } });
    expect(done.completedAt).toMatch(/Z$/);
  });

  it('that fails keeps its reason', async () => {
    const id = await aJob();
    await start(id);
    const failed = await setJobStatus(db, id, {
      expected: ['PROCESSING'],
      status: 'FAILED',
      errorMessage: 'Amion said \0 no',
      retryCount: 3,
    });
    expect(failed).toMatchObject({ status: 'FAILED', errorMessage: 'Amion said \ufffd no', retryCount: 3 });
  });

  it('is started again after RETRY, its reason cleared', async () => {
    const id = await aJob();
    await start(id);
    const retry = {
      expected: ['PROCESSING'],
      status: 'RETRY',
      errorMessage: 'timeout',
      retryCount: 1,
    } as const;
    expect(await setJobStatus(db, id, retry)).toMatchObject({ startedAt: null, retryCount: 1 });
    await start(id);
    const done = await setJobStatus(db, id, {
      expected: ['PROCESSING'],
      status: 'COMPLETE',
      errorMessage: null,
    });
    expect(done).toMatchObject({ errorMessage: null, retryCount: 1 });
  });

  it('is started by one of two workers', async () => {
    const id = await aJob();
    const both = await Promise.allSettled([start(id), start(id)]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
  });

  it('cannot move from a status that it does not have', async () => {
    const id = await aJob();
    await expect(
      setJobStatus(db, id, { expected: ['PROCESSING'], status: 'COMPLETE' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('is PENDING') });
  });

  it('has no other status than the five', async () => {
    const id = await aJob();
    await expect(
      setJobStatus(db, id, { expected: ['PENDING'], status: 'LOST' as JobStatus }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('that does not exist is not found', async () => {
    await expect(start(newId<JobId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the list of jobs', () => {
  it('comes newest first, in pages, by type and status', async () => {
    const ids = [await aJob('LISTED'), await aJob('LISTED'), await aJob('LISTED')];
    await start(ids[0] as JobId);
    const list = (filter: object) => async (cursor: string | null) =>
      await listJobs(db, { type: 'LISTED', ...filter }, { limit: 2, cursor });
    const pages = await everyPage(list({}));
    expect(pages.map((page) => page.map((job) => job.id))).toEqual([[ids[2], ids[1]], [ids[0]]]);
    expect((await everyPage(list({ status: 'PROCESSING' }))).flat().map((job) => job.id)).toEqual([ids[0]]);
  });

  it('is read along an index', async () => {
    expect(await plansOf((watched) => listJobs(watched, { status: 'PENDING' }))).toContain('Index Scan');
  });
});
