import { describe, expect, it } from 'vitest';
import type { CoverageCalculation } from '#src/domain/coverage-calculation.ts';
import type { CalculationId, HospitalId, VersionId } from '#src/domain/ids.ts';
import { error } from '#src/domain/validation.ts';
import { newId } from '#src/outside/new-id.ts';
import { date, scheduler } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital, storedVersion } from '#test/support/stored.ts';
import { findLatestCalculation, insertCalculation, listCalculations } from './coverage-calculations.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);
const version = await storedVersion(db, hospital.id);

type New = Omit<CoverageCalculation, 'calculatedAt'>;

function aCalculation(over: Partial<New> = {}): New {
  return {
    id: newId<CalculationId>(),
    versionId: version.id,
    hospitalId: hospital.id,
    calculatedOn: date('2026-03-20'),
    from: date('2026-04-01'),
    to: date('2026-04-30'),
    byPosition: { ON1: { desired: 30, assigned: 29 } },
    summary: { full: 29, percentage: 96.67 },
    messages: [error('MANDATORY_UNCOVERED', 'Nobody on 3 April. Assign somebody.', ['ON1'])],
    queryCount: 3,
    calculatedBy: scheduler,
    ...over,
  };
}

async function stored(over: Partial<New> = {}): Promise<New> {
  const calculation = aCalculation(over);
  await insertCalculation(db, calculation);
  return calculation;
}

describe('a coverage calculation', () => {
  it('comes back as stored, with the instant at which it was', async () => {
    const calculation = await stored();
    const found = await findLatestCalculation(db, version.id);
    expect(found).toMatchObject(calculation);
    expect(found?.calculatedAt).toMatch(/Z$/);
    expect(Math.abs(Date.parse(found?.calculatedAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('may have no number of queries and no messages', async () => {
    const calculation = await stored({ queryCount: null, messages: [], byPosition: {} });
    expect(await findLatestCalculation(db, version.id)).toMatchObject(calculation);
  });

  it('keeps text that PostgreSQL cannot store, replaced', async () => {
    await stored({ summary: { note: 'nul \0, half \udc00', backslash: '\\u0000' } });
    expect((await findLatestCalculation(db, version.id))?.summary).toEqual({
      note: 'nul \ufffd, half \ufffd',
      backslash: '\\u0000',
    });
  });

  it('needs a version that exists', async () => {
    await expect(stored({ versionId: newId<VersionId>() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs a hospital that exists', async () => {
    await expect(stored({ hospitalId: newId<HospitalId>() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is stored once under an id', async () => {
    const { id } = await stored();
    await expect(stored({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('always has its counts by position', async () => {
    await expect(
      runSql(db, `update coverage_calculations set coverage_by_position = null`),
    ).rejects.toMatchObject({ code: '23502' });
  });

  it('without a summary or messages, as another program may have written it, can be read', async () => {
    const { id } = await stored();
    await runSql(
      db,
      `update coverage_calculations set coverage_summary = null, validation_errors = null where id = '${id}'`,
    );
    expect(await findLatestCalculation(db, version.id)).toMatchObject({ id, summary: null, messages: [] });
  });
});

describe('the latest calculation', () => {
  it('is none before the first', async () => {
    const { id } = await storedVersion(db, hospital.id);
    expect(await findLatestCalculation(db, id)).toBeNull();
  });

  it('is the newest, or the newest for the same dates', async () => {
    const month = await stored();
    const week = await stored({ to: date('2026-04-07') });
    expect(await findLatestCalculation(db, version.id)).toMatchObject({ id: week.id });
    expect(await findLatestCalculation(db, version.id, month)).toMatchObject({ id: month.id });
    expect(
      await findLatestCalculation(db, version.id, { from: month.from, to: date('2026-04-08') }),
    ).toBeNull();
  });

  it('is found along an index', async () => {
    expect(await plansOf((watched) => findLatestCalculation(watched, version.id))).toContain('Index Scan');
  });
});

describe('the list of calculations', () => {
  it('comes newest first, in pages, of a version or hospital', async () => {
    const own = await storedHospital(db);
    const [one, two] = [await storedVersion(db, own.id), await storedVersion(db, own.id)];
    const ids = [
      await stored({ versionId: one.id, hospitalId: own.id }),
      await stored({ versionId: two.id, hospitalId: own.id }),
      await stored({ versionId: one.id, hospitalId: own.id }),
    ].map((each) => each.id);
    const pages = await everyPage((cursor) =>
      listCalculations(db, { hospitalId: own.id }, { limit: 2, cursor }),
    );
    expect(pages.map((page) => page.map((each) => each.id))).toEqual([[ids[2], ids[1]], [ids[0]]]);
    expect((await listCalculations(db, { versionId: two.id })).items.map((each) => each.id)).toEqual([
      ids[1],
    ]);
    expect((await listCalculations(db)).items.length).toBeGreaterThan(3);
  });
});
