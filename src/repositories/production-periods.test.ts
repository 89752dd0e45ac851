import { describe, expect, it } from 'vitest';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import { newId } from '#src/outside/new-id.ts';
import { date, scheduler } from '#test/support/builders.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital, storedVersion } from '#test/support/stored.ts';
import type { Db } from './database.ts';
import {
  deleteProductionPeriods,
  findProductionPeriod,
  listDepartmentsInForce,
  listProductionPeriods,
  replaceProductionPeriods,
} from './production-periods.ts';

const { db, plansOf } = await openTestDatabase();

async function aDepartment(): Promise<HospitalId> {
  return (await storedHospital(db)).id;
}

async function promote(on: Db, hospitalId: HospitalId, from: string, to: string) {
  const { id } = await storedVersion(db, hospitalId, { from: date(from), to: date(to) });
  const period: ProductionPeriod = { versionId: id, hospitalId, from: date(from), to: date(to) };
  return { id, replaced: await replaceProductionPeriods(on, period, { createdBy: scheduler, newId }) };
}

const spans = (periods: ProductionPeriod[], names: Record<string, VersionId>): string[] =>
  periods.map(({ versionId, from, to }) => {
    const name = Object.keys(names).find((key) => names[key] === versionId);
    return `${name} ${from.slice(5)}/${to.slice(5)}`;
  });

it('a department has a schedule in force from a date on until the last date of its last period', async () => {
  const hospitalId = await aDepartment();
  await promote(db, hospitalId, '2026-04-01', '2026-04-30');
  await promote(db, hospitalId, '2026-06-01', '2026-06-30');
  expect(await listDepartmentsInForce(db, date('2026-06-30'))).toContain(hospitalId);
  expect(await listDepartmentsInForce(db, date('2026-07-01'))).not.toContain(hospitalId);
});

describe('a promotion', () => {
  it('puts the version in force for its dates, both included', async () => {
    const hospitalId = await aDepartment();
    const { id, replaced } = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
    expect(replaced).toEqual({ trimmed: [], ended: [] });
    expect(await findProductionPeriod(db, hospitalId, date('2026-04-01'))).toMatchObject({ versionId: id });
    expect(await findProductionPeriod(db, hospitalId, date('2026-04-30'))).toMatchObject({
      to: '2026-04-30',
    });
    expect(await findProductionPeriod(db, hospitalId, date('2026-05-01'))).toBeNull();
    expect(await findProductionPeriod(db, hospitalId, date('2026-03-31'))).toBeNull();
  });

  it.each([
    ['the end', '2026-04-20', '2026-05-10', ['old 04-01/04-19', 'new 04-20/05-10']],
    ['the beginning', '2026-03-20', '2026-04-10', ['new 03-20/04-10', 'old 04-11/04-30']],
    ['the middle', '2026-04-10', '2026-04-20', ['old 04-01/04-09', 'new 04-10/04-20', 'old 04-21/04-30']],
    ['one day', '2026-04-30', '2026-04-30', ['old 04-01/04-29', 'new 04-30/04-30']],
  ])('over %s of an earlier period trims it', async (_, from, to, expected) => {
    const hospitalId = await aDepartment();
    const old = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
    const fresh = await promote(db, hospitalId, from, to);
    expect(fresh.replaced).toEqual({ trimmed: [old.id], ended: [] });
    expect(spans(await listProductionPeriods(db, hospitalId), { old: old.id, new: fresh.id })).toEqual(
      expected,
    );
  });

  it('over the whole of an earlier period ends it', async () => {
    const hospitalId = await aDepartment();
    const old = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
    const fresh = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
    expect(fresh.replaced).toEqual({ trimmed: [], ended: [old.id] });
    expect(await listProductionPeriods(db, hospitalId)).toHaveLength(1);
  });

  it('leaves other departments and the days beside it alone', async () => {
    const [one, other] = [await aDepartment(), await aDepartment()];
    await promote(db, other, '2026-04-01', '2026-04-30');
    await promote(db, one, '2026-04-01', '2026-04-30');
    const next = await promote(db, one, '2026-05-01', '2026-05-31');
    expect(next.replaced).toEqual({ trimmed: [], ended: [] });
    expect(await listProductionPeriods(db, other)).toHaveLength(1);
  });

  it.each([false, true])('of two at once wins once (an earlier period: %s)', async (earlier) => {
    const hospitalId = await aDepartment();
    if (earlier) await promote(db, hospitalId, '2026-04-01', '2026-04-30');
    const promoted = (trx: Db) => promote(trx, hospitalId, '2026-04-10', '2026-05-10');
    let second: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (trx) => {
      await promoted(trx);
      second = db.transaction().execute(promoted);
      second.catch(() => undefined);
      await untilSomebodyWaits(db);
    });
    await expect(second).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('promote again'),
    });
    const inForce = await listProductionPeriods(db, hospitalId, {
      from: date('2026-04-10'),
      to: date('2026-05-10'),
    });
    expect(inForce).toHaveLength(1);
  });
});

it('taking a version out of force says which dates are without a schedule', async () => {
  const hospitalId = await aDepartment();
  const old = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
  await promote(db, hospitalId, '2026-04-10', '2026-04-20');
  const freed = await deleteProductionPeriods(db, old.id);
  expect(spans(freed, { old: old.id })).toEqual(['old 04-01/04-09', 'old 04-21/04-30']);
  expect(await findProductionPeriod(db, hospitalId, date('2026-04-01'))).toBeNull();
});

it('the database itself refuses overlapping and endless periods', async () => {
  const hospitalId = await aDepartment();
  const { id } = await promote(db, hospitalId, '2026-04-01', '2026-04-30');
  const insert = (range: string) =>
    runSql(
      db,
      `insert into production_periods (id, hospital_id, schedule_version_id, period, created_by)
       values (gen_random_uuid(), '${hospitalId}', '${id}', '${range}', gen_random_uuid())`,
    );
  await expect(insert('[2026-04-30,2026-05-02)')).rejects.toMatchObject({ details: { sqlState: '23P01' } });
  await expect(insert('[2026-06-01,)')).rejects.toMatchObject({ details: { sqlState: '23514' } });
  await expect(insert('empty')).rejects.toMatchObject({ details: { sqlState: '23514' } });
});

it('the period in force is found along the exclusion index', async () => {
  const hospitalId = await aDepartment();
  const plans = await plansOf((watched) => findProductionPeriod(watched, hospitalId, date('2026-04-01')));
  expect(plans).toContain('production_periods_no_overlap');
});
