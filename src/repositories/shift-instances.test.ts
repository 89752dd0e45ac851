import { describe, expect, it } from 'vitest';
import type { ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { newId } from '#src/outside/new-id.ts';
import { anInstance, aRule, clock, date, scheduler } from '#test/support/builders.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedBatch, storedHospital, storedVersion } from '#test/support/stored.ts';
import { insertCoverageRules, insertRuleGroups, listCoverageRules } from './coverage-rules.ts';
import type { Db } from './database.ts';
import { countQueries } from './query-counter.ts';
import { setVersionStatus } from './schedule-versions.ts';
import { countShiftInstances, insertShiftInstances, listShiftInstances } from './shift-instances.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);
const hospitalIds = new Map([[hospital.code, hospital.id]]);

async function aStagedVersion() {
  const version = await storedVersion(db, hospital.id);
  const batch = await storedBatch(db, hospital.id, { versionId: version.id });
  const groupId: string = newId();
  await insertRuleGroups(db, version.id, [groupId]);
  const origin = { versionId: version.id, batchId: batch.id, hospitalIds, createdBy: scheduler };
  return { version, batch, groupId, origin, store: storing(origin) };
}

const storing =
  (origin: Parameters<typeof insertShiftInstances>[1]) =>
  (instances: ShiftInstance[], on: Db = db) =>
    insertShiftInstances(on, origin, instances);

describe('shift instances', () => {
  it('of a matrix come back as stored, by date', async () => {
    const { version, groupId, store } = await aStagedVersion();
    const later = anInstance(hospital.code, { date: date('2026-04-02'), groupId });
    const earlier = anInstance(hospital.code, { date: date('2026-04-01'), groupId });
    await store([later, earlier]);
    expect((await listShiftInstances(db, { versionId: version.id })).items).toEqual([earlier, later]);
  });

  it('of a flat list keep sheet and row, whatever the sheet is called', async () => {
    const { version, store } = await aStagedVersion();
    const sheets = ['April, "final" {1}', 'back\\slash', 'NULL', 'null', '', 'Plain', 'ünïcode 😀'];
    const rows = sheets.map((sourceSheet, place) =>
      anInstance(hospital.code, { sourceSheet, sourceRow: place + 2 }),
    );
    await store(rows);
    expect((await listShiftInstances(db, { versionId: version.id })).items).toEqual(rows);
  });

  it('may be desired zero times, end at midnight and admit anyone', async () => {
    const { version, store } = await aStagedVersion();
    const instance = anInstance(hospital.code, {
      shiftType: 'Mid3',
      desired: 0,
      mandatory: false,
      constraint: 'BOTH',
      studyType: 'GENERAL',
      start: clock('17:30'),
      end: clock('00:00'),
    });
    await store([instance]);
    expect((await listShiftInstances(db, { versionId: version.id })).items).toEqual([instance]);
  });

  it('need a shift type that is one', async () => {
    const { store } = await aStagedVersion();
    const instance = anInstance(hospital.code, { shiftType: 'ON9' as ShiftType });
    await expect(store([instance])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('need a hospital that is known', async () => {
    const { store } = await aStagedVersion();
    await expect(store([anInstance('Nowhere')])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Nowhere'),
    });
  });

  it('need a version that exists', async () => {
    const { origin } = await aStagedVersion();
    const nowhere = storing({ ...origin, versionId: newId<VersionId>() });
    await expect(nowhere([anInstance(hospital.code)])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<Partial<ShiftInstance>>([
    { shiftType: 'MidL' },
    { start: clock('19:00') },
    { end: clock('01:00') },
    { studyType: 'BODY' },
    { constraint: 'BOTH' },
    { desired: 2 },
    { mandatory: false },
  ])('of one rule group differ in nothing but the date, not in %o', async (difference) => {
    const { groupId, store } = await aStagedVersion();
    const both = [
      anInstance(hospital.code, { groupId }),
      anInstance(hospital.code, { groupId, ...difference }),
    ];
    await expect(store(both)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('are stored 10,000 a query, all or none', async () => {
    const { version, groupId, store } = await aStagedVersion();
    const many = Array.from({ length: 20_001 }, (_, place) =>
      anInstance(hospital.code, { groupId, date: addDays(date('2026-01-01'), place % 365) }),
    );
    const counted = countQueries(db);
    await counted.db.transaction().execute((trx) => store(many, trx));
    expect(counted.count()).toBe(3);
    expect(await countShiftInstances(db, { versionId: version.id })).toBe(20_001);
    const { version: other, store: storeOther } = await aStagedVersion();
    const repeated = [anInstance(hospital.code), anInstance(hospital.code)];
    await expect(
      db.transaction().execute(async (trx) => {
        await storeOther(repeated, trx);
        await storeOther(repeated, trx);
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await countShiftInstances(db, { versionId: other.id })).toBe(0);
  });

  it('none at all take no query', async () => {
    const { store } = await aStagedVersion();
    const counted = countQueries(db);
    await store([], counted.db);
    expect(counted.count()).toBe(0);
  });
});

describe('stored shift instances', () => {
  it('never change and never go', async () => {
    const { version, store } = await aStagedVersion();
    await store([anInstance(hospital.code)]);
    const where = `where schedule_version_id = '${version.id}'`;
    for (const statement of [
      `update shift_instances set desired_coverage = 2 ${where}`,
      `delete from shift_instances ${where}`,
      'truncate shift_instances cascade',
      'truncate coverage_rules',
      'truncate schedule_versions cascade',
      'truncate hospitals cascade',
    ]) {
      await expect(runSql(db, statement)).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('immutable'),
      });
    }
  });

  it.each(['PRODUCTION', 'ARCHIVED'] as const)('of a %s version take no newcomers', async (status) => {
    const { version, origin, batch, store } = await aStagedVersion();
    await setVersionStatus(db, version.id, { expected: 'STAGING', status, by: scheduler });
    await expect(store([anInstance(hospital.code)])).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      insertCoverageRules(db, { ...origin, batchId: batch.id }, [aRule(hospital.code)]),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('take no newcomers that come while the version is promoted', async () => {
    const { version, store } = await aStagedVersion();
    let late: Promise<PromiseSettledResult<void>[]> = Promise.resolve([]);
    await db.transaction().execute(async (trx) => {
      await setVersionStatus(trx, version.id, { expected: 'STAGING', status: 'PRODUCTION', by: scheduler });
      late = Promise.allSettled([store([anInstance(hospital.code)])]);
      await untilSomebodyWaits(db);
    });
    expect(await late).toMatchObject([{ status: 'rejected', reason: { code: 'CONFLICT' } }]);
    expect(await countShiftInstances(db, { versionId: version.id })).toBe(0);
  });
});

describe('the list of shift instances', () => {
  it('is filtered and comes in pages, several on one date too', async () => {
    const { version, store } = await aStagedVersion();
    const days = ['2026-04-01', '2026-04-01', '2026-04-02', '2026-04-03'].map(date);
    const all = days.map((day, place) =>
      anInstance(hospital.code, { date: day, shiftType: place === 0 ? 'ON1' : 'MidC' }),
    );
    await store(all);
    const versionId = version.id;
    const pages = await everyPage((cursor) => listShiftInstances(db, { versionId }, { limit: 1, cursor }));
    expect(pages.flat()).toEqual(all);
    const from = date('2026-04-02');
    expect((await listShiftInstances(db, { versionId, from })).items).toEqual(all.slice(2));
    expect((await listShiftInstances(db, { versionId, to: from })).items).toEqual(all.slice(0, 3));
    expect((await listShiftInstances(db, { versionId, shiftType: 'ON1' })).items).toEqual(all.slice(0, 1));
    expect(await countShiftInstances(db, { versionId, hospitalId: hospital.id, from, to: from })).toBe(1);
  });

  it('is read along the index of version and date', async () => {
    const plans = await plansOf((watched) =>
      listShiftInstances(watched, {
        versionId: newId<VersionId>(),
        from: date('2026-04-01'),
        to: date('2026-04-07'),
      }),
    );
    expect(plans).toMatch(/idx_shift_instances_(version_date|schedule_version)/);
  });
});

describe('coverage rules', () => {
  it('come back as stored, in the order of the workbook', async () => {
    const { version, groupId, origin, batch } = await aStagedVersion();
    const rules = [
      aRule(hospital.code, { sheetIndex: 1, sheet: 'Second', position: null, cell: 'A4', scenario: 'BODY' }),
      aRule(hospital.code, { sheetIndex: 0, groupId, position: 'MidC', dayType: null }),
      aRule(hospital.code, { sheetIndex: 0, position: 'Mid Neuro', label: 'CT, "Neuro" {stat}' }),
    ];
    await insertCoverageRules(db, { ...origin, batchId: batch.id }, rules);
    expect(await listCoverageRules(db, version.id)).toEqual([rules[1], rules[2], rules[0]]);
  });

  it('never change', async () => {
    const { version, origin, batch } = await aStagedVersion();
    await insertCoverageRules(db, { ...origin, batchId: batch.id }, [aRule(hospital.code)]);
    await expect(
      runSql(db, `update coverage_rules set position = null where schedule_version_id = '${version.id}'`),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
