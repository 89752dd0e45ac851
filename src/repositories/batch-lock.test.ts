import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { endAdvisoryLockHolders } from '#test/support/database-locks.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { storedBatch, storedHospital } from '#test/support/stored.ts';
import { failOrphanedBatches, holdBatchLock } from './batch-lock.ts';
import { completeBatch, getBatch } from './scrape-batches.ts';

const { db, pool } = await openTestDatabase();
const hospital = await storedHospital(db);

async function failedNow(id: string): Promise<boolean> {
  return (await failOrphanedBatches(db, 'The import was interrupted. Start it again.')).includes(id as never);
}

describe('an import whose process lives', () => {
  it('is left alone', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const release = await holdBatchLock(pool, id);
    expect(await failedNow(id)).toBe(false);
    await completeBatch(db, id, 1, { accounting: null, validation: null });
    await release();
    expect(await failedNow(id)).toBe(false);
    expect(await getBatch(db, id)).toMatchObject({ state: 'COMPLETE' });
  });

  it('needs no connection of the pool, and may let go twice', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const before = pool.totalCount;
    const release = await holdBatchLock(pool, id);
    expect(pool.totalCount).toBe(before);
    await release();
    await release();
  });
});

describe('an import whose process was killed', () => {
  it('ends FAILED with the reason', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const release = await holdBatchLock(pool, id);
    await endAdvisoryLockHolders(db);
    await expect.poll(() => failedNow(id)).toBe(true);
    expect(await getBatch(db, id)).toMatchObject({
      state: 'FAILED',
      errorMessage: 'The import was interrupted. Start it again.',
    });
    await release();
  });

  it('cannot complete after all', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const release = await holdBatchLock(pool, id);
    await endAdvisoryLockHolders(db);
    await expect.poll(() => failedNow(id)).toBe(true);
    await expect(completeBatch(db, id, 1, { accounting: null, validation: null })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await release();
  });

  it('is failed once by two machines that look at the same moment', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const found = await Promise.all([failOrphanedBatches(db, 'gone'), failOrphanedBatches(db, 'gone')]);
    expect(found.flat().filter((each) => each === id)).toEqual([id]);
  });
});

it('says that the database does not answer', async () => {
  const nowhere = new pg.Pool({ host: '/nonexistent', user: 'nobody' });
  const { id } = await storedBatch(db, hospital.id);
  await expect(holdBatchLock(nowhere, id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
