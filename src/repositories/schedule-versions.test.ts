import { describe, expect, it } from 'vitest';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { toValidationResult, warning } from '#src/domain/validation.ts';
import { newId } from '#src/outside/new-id.ts';
import { aVersion, date, scheduler } from '#test/support/builders.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedBatch, storedHospital, storedVersion } from '#test/support/stored.ts';
import {
  getVersion,
  getVersionForUpdate,
  insertVersion,
  listVersions,
  setVersionStatus,
  setVersionValidation,
  softDeleteVersion,
} from './schedule-versions.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);

const move = (id: VersionId, expected: VersionStatus, status: VersionStatus) =>
  setVersionStatus(db, id, { expected, status, by: scheduler });

describe('a new version', () => {
  it('is STAGING and comes back as stored', async () => {
    const version = aVersion(hospital.id);
    const stored = await insertVersion(db, version);
    expect(stored).toMatchObject({ ...version, status: 'STAGING', updatedBy: scheduler });
    expect(await getVersion(db, version.id)).toEqual(stored);
  });

  it('cannot end before it starts', async () => {
    const version = aVersion(hospital.id, { from: date('2026-05-01'), to: date('2026-04-30') });
    await expect(insertVersion(db, version)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('ends before it starts'),
    });
  });

  it('may be for one date', async () => {
    const version = await storedVersion(db, hospital.id, {
      from: date('2026-05-01'),
      to: date('2026-05-01'),
    });
    expect(version).toMatchObject({ from: '2026-05-01', to: '2026-05-01' });
  });

  it('needs a department that exists', async () => {
    await expect(insertVersion(db, aVersion(newId<HospitalId>()))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not found by an unknown id', async () => {
    await expect(getVersion(db, newId<VersionId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getVersionForUpdate(db, newId<VersionId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the status of a version', () => {
  it.each<[VersionStatus, VersionStatus]>([
    ['STAGING', 'PRODUCTION'],
    ['STAGING', 'ARCHIVED'],
  ])('goes from %s to %s', async (from, to) => {
    const { id } = await storedVersion(db, hospital.id);
    expect(await move(id, from, to)).toMatchObject({ status: to });
  });

  it('goes on from PRODUCTION to ARCHIVED', async () => {
    const { id } = await storedVersion(db, hospital.id);
    await move(id, 'STAGING', 'PRODUCTION');
    expect(await move(id, 'PRODUCTION', 'ARCHIVED')).toMatchObject({ status: 'ARCHIVED' });
  });

  it.each<[VersionStatus, VersionStatus]>([
    ['PRODUCTION', 'STAGING'],
    ['ARCHIVED', 'STAGING'],
    ['ARCHIVED', 'PRODUCTION'],
  ])('never goes back from %s to %s: the database itself refuses', async (from, to) => {
    const { id } = await storedVersion(db, hospital.id);
    await move(id, 'STAGING', from);
    await expect(move(id, from, to)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      runSql(db, `update schedule_versions set status = '${to}' where id = '${id}'`),
    ).rejects.toMatchObject({ details: { sqlState: '23001' } });
  });

  it('is no other word', async () => {
    const { id } = await storedVersion(db, hospital.id);
    await expect(move(id, 'STAGING', 'DRAFT' as VersionStatus)).rejects.toMatchObject({
      message: expect.stringMatching(/cannot go from STAGING to DRAFT|check/),
    });
  });

  it('is changed by one of two who have seen the same', async () => {
    const { id } = await storedVersion(db, hospital.id);
    const both = await Promise.allSettled([
      move(id, 'STAGING', 'PRODUCTION'),
      move(id, 'STAGING', 'ARCHIVED'),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
  });

  it('of an unknown version is not found', async () => {
    await expect(move(newId<VersionId>(), 'STAGING', 'PRODUCTION')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

it('keeps everything found, with its import', async () => {
  const { id } = await storedVersion(db, hospital.id);
  const batch = await storedBatch(db, hospital.id);
  const validation = toValidationResult([
    warning('TWO_READERS', 'Two marks in row 4. Remove one.', ['row 4']),
  ]);
  await setVersionValidation(db, id, { validation, batchId: batch.id, by: scheduler });
  expect(await getVersion(db, id)).toMatchObject({ validation, batchId: batch.id });
  await expect(
    setVersionValidation(db, newId<VersionId>(), { validation, by: scheduler }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a deleted version', () => {
  it('is in no read', async () => {
    const { id } = await storedVersion(db, hospital.id);
    await softDeleteVersion(db, id, scheduler);
    await expect(getVersion(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(softDeleteVersion(db, id, scheduler)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(move(id, 'STAGING', 'PRODUCTION')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listVersions(db)).items.map((version) => version.id)).not.toContain(id);
  });

  it('was STAGING: what was in force stays', async () => {
    const { id } = await storedVersion(db, hospital.id);
    await move(id, 'STAGING', 'PRODUCTION');
    await expect(softDeleteVersion(db, id, scheduler)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the list of versions', () => {
  it('comes newest first, in pages, filtered by department, status and dates', async () => {
    const own = await storedHospital(db);
    const april = await storedVersion(db, own.id);
    const may = await storedVersion(db, own.id, { from: date('2026-05-01'), to: date('2026-05-31') });
    await move(may.id, 'STAGING', 'ARCHIVED');
    const ids = async (filter: object) => {
      const list = (cursor: string | null) =>
        listVersions(db, { hospitalId: own.id, ...filter }, { limit: 1, cursor });
      return (await everyPage(list)).flat().map((version) => version.id);
    };
    expect(await ids({})).toEqual([may.id, april.id]);
    expect(await ids({ status: 'STAGING' })).toEqual([april.id]);
    expect(await ids({ from: date('2026-04-30'), to: date('2026-04-30') })).toEqual([april.id]);
    expect(await ids({ from: date('2026-04-30'), to: date('2026-05-01') })).toEqual([may.id, april.id]);
  });

  it('of a department with a status is read along an index', async () => {
    const plans = await plansOf((watched) =>
      listVersions(watched, { hospitalId: hospital.id, status: 'STAGING' }),
    );
    expect(plans).toContain('Index Scan');
  });
});

it('locked for a change makes the other one wait', async () => {
  const { id } = await storedVersion(db, hospital.id);
  const order: string[] = [];
  let second: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (trx) => {
    await getVersionForUpdate(trx, id);
    second = move(id, 'STAGING', 'PRODUCTION').then(() => order.push('second'));
    await untilSomebodyWaits(db);
    order.push('first');
  });
  await second;
  expect(order).toEqual(['first', 'second']);
});
