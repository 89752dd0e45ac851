import { describe, expect, it } from 'vitest';
import type { BatchId, HospitalId, VersionId } from '#src/domain/ids.ts';
import type { BatchSource } from '#src/domain/scrape-batch.ts';
import { error, toValidationResult } from '#src/domain/validation.ts';
import { newId } from '#src/outside/new-id.ts';
import { aBatch, date, scheduler } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedBatch, storedHospital, storedVersion } from '#test/support/stored.ts';
import {
  completeBatch,
  copyBatch,
  failBatch,
  findCompleteBatch,
  getBatch,
  insertBatch,
  listBatches,
  softDeleteBatch,
} from './scrape-batches.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);
const accounting = { read: 3, accepted: 2, rejected: 1, ignored: 0, stored: 2 };
const validation = toValidationResult([error('INVALID_DATE', 'Row 3: no date. Correct it.', ['row 3'])]);
const nothing = { accounting: null, validation: null };

describe('a new import', () => {
  it('is PENDING and knows what it reads', async () => {
    const batch = aBatch(hospital.id, { source: 'ROSTER', sourceName: 'roster.csv', checksum: 'abc' });
    await insertBatch(db, batch);
    expect(await getBatch(db, batch.id)).toMatchObject({
      ...batch,
      state: 'PENDING',
      completedAt: null,
      rowCount: 0,
      accounting: null,
      validation: null,
    });
  });

  it('is not found by an unknown id', async () => {
    await expect(getBatch(db, newId<BatchId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot end before it starts', async () => {
    const batch = aBatch(hospital.id, { from: date('2026-05-02'), to: date('2026-05-01') });
    await expect(insertBatch(db, batch)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('ends before it starts'),
    });
  });

  it('needs a hospital that exists', async () => {
    await expect(insertBatch(db, aBatch(newId<HospitalId>()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot come from an unknown kind of source', async () => {
    const batch = aBatch(hospital.id, { source: 'FAX' as BatchSource });
    await expect(insertBatch(db, batch)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('an import that ends', () => {
  it('is COMPLETE with its accounting and everything found', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const version = await storedVersion(db, hospital.id);
    await completeBatch(db, id, 2, { accounting, validation, versionId: version.id, checksum: 'sum' });
    const batch = await getBatch(db, id);
    expect(batch).toMatchObject({ state: 'COMPLETE', rowCount: 2, accounting, validation, checksum: 'sum' });
    expect(batch.versionId).toBe(version.id);
    expect(batch.completedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('is FAILED with its reason, also where the reason holds what PostgreSQL cannot store', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const odd = toValidationResult([error('CORRUPT_FILE', 'half \ud83d and \0', ['x'])]);
    await failBatch(db, id, 'broken \0 file', { accounting: null, validation: odd });
    const batch = await getBatch(db, id);
    expect(batch).toMatchObject({ state: 'FAILED', errorMessage: 'broken \ufffd file' });
    expect(batch.validation?.messages[0]?.text).toBe('half \ufffd and \ufffd');
  });

  it('ends once: the second ending is a conflict', async () => {
    const { id } = await storedBatch(db, hospital.id);
    await failBatch(db, id, 'no', nothing);
    await expect(completeBatch(db, id, 1, nothing)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await getBatch(db, id)).toMatchObject({ state: 'FAILED', errorMessage: 'no' });
  });

  it('ends once, also when two end it at the same moment', async () => {
    const { id } = await storedBatch(db, hospital.id);
    const ends = await Promise.allSettled([
      completeBatch(db, id, 1, nothing),
      failBatch(db, id, 'no', nothing),
    ]);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('that does not exist cannot end', async () => {
    await expect(completeBatch(db, newId<BatchId>(), 1, nothing)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the same bytes again', () => {
  it('are found by version, source and checksum once they are COMPLETE', async () => {
    const version = await storedVersion(db, hospital.id);
    const { id } = await storedBatch(db, hospital.id, { versionId: version.id, checksum: 'bytes' });
    expect(await findCompleteBatch(db, version.id, 'MATRIX', 'bytes')).toBeNull();
    await completeBatch(db, id, 1, nothing);
    expect(await findCompleteBatch(db, version.id, 'MATRIX', 'bytes')).toMatchObject({ id });
    expect(await findCompleteBatch(db, version.id, 'ROSTER', 'bytes')).toBeNull();
    expect(await findCompleteBatch(db, version.id, 'MATRIX', 'other')).toBeNull();
    expect(await findCompleteBatch(db, newId<VersionId>(), 'MATRIX', 'bytes')).toBeNull();
  });

  it('are looked up by an index', async () => {
    const plans = await plansOf((watched) => findCompleteBatch(watched, newId<VersionId>(), 'MATRIX', 'x'));
    expect(plans).toMatch(/idx_scrape_batches_(checksum|schedule_version)/);
  });
});

describe('the list of imports', () => {
  it('comes newest first, in pages, filtered', async () => {
    const own = await storedHospital(db);
    const batches = [
      await storedBatch(db, own.id, { source: 'MATRIX' }),
      await storedBatch(db, own.id, { source: 'ROSTER' }),
      await storedBatch(db, own.id, { source: 'ROSTER' }),
    ];
    const [matrix, first, second] = batches.map((batch) => batch.id);
    await failBatch(db, second as BatchId, 'no', nothing);
    const ids = async (filter: object) => {
      const list = (cursor: string | null) =>
        listBatches(db, { hospitalId: own.id, ...filter }, { limit: 1, cursor });
      return (await everyPage(list)).flat().map((batch) => batch.id);
    };
    expect(await ids({})).toEqual([second, first, matrix]);
    expect(await ids({ source: 'ROSTER' })).toEqual([second, first]);
    expect(await ids({ state: 'FAILED' })).toEqual([second]);
    expect(await ids({ versionId: newId<VersionId>() })).toEqual([]);
  });

  it('leaves deleted ones out', async () => {
    const { id } = await storedBatch(db, hospital.id);
    await softDeleteBatch(db, id, scheduler);
    await expect(getBatch(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(softDeleteBatch(db, id, scheduler)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listBatches(db, { hospitalId: hospital.id })).items.map((batch) => batch.id)).not.toContain(
      id,
    );
  });
});

it('what an import said is copied with a copied version', async () => {
  const { id } = await storedBatch(db, hospital.id, { source: 'ROSTER', checksum: 'sum' });
  await completeBatch(db, id, 2, { accounting, validation, sourceAsOf: '2026-03-19T12:00:00.000Z' });
  const version = await storedVersion(db, hospital.id);
  const copy = newId<BatchId>();
  await copyBatch(db, id, { id: copy, versionId: version.id, by: scheduler });
  const { createdAt: _, ...original } = await getBatch(db, id);
  expect(await getBatch(db, copy)).toMatchObject({
    ...original,
    id: copy,
    versionId: version.id,
    createdBy: scheduler,
  });
});

it('has no other state than the three', async () => {
  const { id } = await storedBatch(db, hospital.id);
  await expect(
    runSql(db, `update scrape_batches set state = 'HALF' where id = '${id}'`),
  ).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
