import { describe, expect, it } from 'vitest';
import type { HospitalId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { clock, date, scheduler } from '#test/support/builders.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { storedHospital, storedVersion } from '#test/support/stored.ts';
import {
  findAmionLogin,
  findDepartmentByCode,
  getDepartment,
  listDepartments,
  replaceShiftMapping,
  saveDepartmentSettings,
} from './department-settings.ts';
import { softDeleteHospital } from './hospitals.ts';
import { countQueries } from './query-counter.ts';

const { db } = await openTestDatabase();

describe('a department', () => {
  it('has defaults before anything is set', async () => {
    const hospital = await storedHospital(db);
    expect(await getDepartment(db, hospital.id)).toEqual({
      ...hospital,
      rolloverHour: '08:00',
      amionPullMinutes: 30,
      holidays: [],
      mapping: [],
      amionBaseUrl: null,
      hasAmionLogin: false,
    });
  });

  it('has its settings and mapping in one query', async () => {
    const hospital = await storedHospital(db);
    await saveDepartmentSettings(
      db,
      hospital.id,
      {
        timeZone: 'America/Chicago',
        rolloverHour: clock('07:00'),
        holidays: ['2026-12-25', '2026-07-03', '2026-12-25'].map(date),
        amionBaseUrl: 'https://amion.test',
        amionLogin: Buffer.from([1, 2]),
      },
      scheduler,
    );
    await replaceShiftMapping(db, hospital.id, [
      { assignment: 'Overnight, 1', shiftType: 'ON1' },
      { assignment: 'Backup', shiftType: null },
    ]);
    const counted = countQueries(db);
    expect(await findDepartmentByCode(counted.db, hospital.code.toUpperCase())).toEqual({
      ...hospital,
      timeZone: 'America/Chicago',
      rolloverHour: '07:00',
      holidays: ['2026-07-03', '2026-12-25'],
      mapping: [
        { assignment: 'Backup', shiftType: null },
        { assignment: 'Overnight, 1', shiftType: 'ON1' },
      ],
      amionBaseUrl: 'https://amion.test',
      hasAmionLogin: true,
      amionPullMinutes: 30,
    });
    expect(counted.count()).toBe(1);
  });

  it('keeps what is not given, and loses what is given as nothing', async () => {
    const { id } = await storedHospital(db);
    const amionLogin = Buffer.from('secret');
    await saveDepartmentSettings(db, id, { holidays: [date('2026-07-03')], amionLogin }, scheduler);
    await saveDepartmentSettings(db, id, { rolloverHour: clock('06:30') }, scheduler);
    expect(await getDepartment(db, id)).toMatchObject({ holidays: ['2026-07-03'], rolloverHour: '06:30' });
    expect(await findAmionLogin(db, id)).toEqual(amionLogin);
    await saveDepartmentSettings(db, id, { amionLogin: null, holidays: [] }, scheduler);
    expect(await getDepartment(db, id)).toMatchObject({ holidays: [], hasAmionLogin: false });
    expect(await findAmionLogin(db, id)).toBeNull();
  });

  it('has one mapping: a new one takes the place of the old', async () => {
    const { id } = await storedHospital(db);
    await replaceShiftMapping(db, id, [{ assignment: 'A', shiftType: 'ON1' }]);
    await replaceShiftMapping(db, id, [{ assignment: 'B', shiftType: 'Mid3' }]);
    expect((await getDepartment(db, id)).mapping).toEqual([{ assignment: 'B', shiftType: 'Mid3' }]);
    await replaceShiftMapping(db, id, []);
    expect((await getDepartment(db, id)).mapping).toEqual([]);
  });

  it('is not found by an unknown id or code, nor when deleted', async () => {
    await expect(getDepartment(db, newId<HospitalId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findDepartmentByCode(db, 'Nowhere')).toBeNull();
    const { id, code } = await storedHospital(db);
    await softDeleteHospital(db, id);
    expect(await findDepartmentByCode(db, code)).toBeNull();
    expect(await findAmionLogin(db, newId<HospitalId>())).toBeNull();
  });
});

it('departments are the hospitals with settings or a version', async () => {
  const [plain, set, scheduled] = [
    await storedHospital(db),
    await storedHospital(db),
    await storedHospital(db),
  ];
  await saveDepartmentSettings(db, set.id, {}, scheduler);
  await storedVersion(db, scheduled.id);
  const ids = (await listDepartments(db)).map((department) => department.id);
  expect(ids).toEqual(expect.arrayContaining([set.id, scheduled.id]));
  expect(ids).not.toContain(plain.id);
});
