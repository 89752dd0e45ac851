import { describe, expect, it } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { decryptSetting } from '#src/outside/encrypt-setting.ts';
import { findAmionLogin } from '#src/repositories/department-settings.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { textFile } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { departments, actor } = test;
const { db } = test.database;
const LOGIN = 'the-secret-group-login';

describe('settings of a department', () => {
  it('are defaults until somebody sets them; what is left out stays', async () => {
    const { code } = await test.openDepartment();
    expect(await departments.get(code.toUpperCase())).toMatchObject({
      code,
      timeZone: 'America/New_York',
      rolloverHour: '08:00',
      holidays: [],
      mapping: [],
      amionBaseUrl: null,
      hasAmionLogin: false,
    });
    await departments.set(
      code,
      {
        timeZone: 'America/Chicago',
        rolloverHour: '07:00' as ClockTime,
        amionBaseUrl: 'https://amion.example',
      },
      actor,
    );
    const { department } = await departments.set(
      code,
      { holidays: ['2026-12-25' as LocalDate, '2026-07-03' as LocalDate] },
      actor,
    );
    expect(department).toMatchObject({
      timeZone: 'America/Chicago',
      rolloverHour: '07:00',
      amionBaseUrl: 'https://amion.example',
      holidays: ['2026-07-03', '2026-12-25'],
    });
    expect((await departments.set(code, { amionBaseUrl: null }, actor)).department?.amionBaseUrl).toBeNull();
    await expect(departments.get('Nowhere')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('come from files too; the mapping is replaced whole', async () => {
    const { code } = await test.openDepartment();
    const mapping = textFile('m.csv', ['assignment,shift_type', 'Night 1,ON1', 'Vacation,ignore']);
    const holidays = textFile('h.txt', ['date', '2026-12-25, Christmas', '2026-07-03']);
    const { department } = await departments.set(code, { mapping, holidays }, actor);
    expect(department).toMatchObject({
      holidays: ['2026-07-03', '2026-12-25'],
      mapping: [
        { assignment: 'Night 1', shiftType: 'ON1' },
        { assignment: 'Vacation', shiftType: null },
      ],
    });
    const other = await departments.set(
      code,
      { mapping: textFile('m.csv', ['assignment,shift_type', 'Late,MidL']) },
      actor,
    );
    expect(other.department?.mapping).toEqual([{ assignment: 'Late', shiftType: 'MidL' }]);
  });

  it.each([
    [
      'a mapping to no shift type',
      { mapping: textFile('m.csv', ['assignment,shift_type', 'Night 1,ON9']) },
      'UNKNOWN_SHIFT_TYPE',
    ],
    ['a holiday that is no date', { holidays: textFile('h.txt', ['2026-02-30']) }, 'INVALID_DATE'],
    ['a holiday of the year 0', { holidays: textFile('h.txt', ['0000-12-25']) }, 'INVALID_DATE'],
  ])('with %s are not changed at all', async (_, change, code) => {
    const ward = await test.openDepartment();
    const result = await departments.set(ward.code, { ...change, timeZone: 'America/Chicago' }, actor);
    expect(result).toMatchObject({ department: null, validation: { canImport: false } });
    expect(result.validation.messages.map((m) => m.code)).toEqual([code]);
    expect((await departments.get(ward.code)).timeZone).toBe('America/New_York');
  });

  it.each([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['an address that is none', { amionBaseUrl: 'amion' }],
    ['an address of another kind', { amionBaseUrl: 'file:///etc/passwd' }],
    ['an address with a login behind it', { amionBaseUrl: 'https://www.amion.com/cgi-bin/ocs?Lo=hush-4711' }],
    ['an address with a login in it', { amionBaseUrl: 'https://bob:hush-4711@www.amion.com' }],
    ['half an address with a login', { amionBaseUrl: 'www.amion.com/cgi-bin/ocs?Lo=hush-4711' }],
  ])('with %s are BAD_REQUEST', async (_, change) => {
    const { code } = await test.openDepartment();
    const refused = departments.set(code, change, actor);
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.not.stringContaining('hush'),
    });
  });

  it('are audited with what they were and are', async () => {
    const { code, id } = await test.openDepartment();
    await departments.set(code, { timeZone: 'America/Chicago' }, actor);
    const { items } = await test.audit.list({ department: code, action: 'DEPARTMENT_SET' }, {});
    expect(items).toMatchObject([
      {
        resource: `department:${id}`,
        oldValues: { timeZone: 'America/New_York' },
        newValues: { timeZone: 'America/Chicago' },
        userId: actor.userId,
      },
    ]);
  });
});

describe('the Amion login', () => {
  it('is encrypted at rest, and stands in no answer and no audit row', async () => {
    const { code, id } = await test.openDepartment();
    const { department } = await departments.set(code, { amionLogin: LOGIN }, actor);
    expect(department?.hasAmionLogin).toBe(true);
    const stored = await findAmionLogin(db, id);
    expect(stored && decryptSetting(stored, TEST_CONFIG.sessionSecret)).toBe(LOGIN);
    expect(stored?.includes(LOGIN)).toBe(false);
    const dump = await runSql(
      db,
      `select t::text from department_settings t union all select t::text from audit_logs t union all select t::text from hospitals t`,
    );
    const shown = JSON.stringify([dump, department, await departments.get(code)]);
    expect(shown).not.toContain(LOGIN);
    expect(shown).not.toContain(Buffer.from(LOGIN).toString('hex'));
  });

  it('is told in the audit trail as changed, also where another one stood before, and as removed', async () => {
    const { code, id } = await test.openDepartment();
    await departments.set(code, { amionLogin: LOGIN }, actor);
    await departments.set(code, { amionLogin: `${LOGIN}-2` }, actor);
    const { department } = await departments.set(code, { amionLogin: null }, actor);
    expect(department?.hasAmionLogin).toBe(false);
    expect(await findAmionLogin(db, id)).toBeNull();
    const { items } = await test.audit.list({ department: code, action: 'DEPARTMENT_SET' }, {});
    expect(items.map(({ newValues }) => (newValues as { amionLogin: string }).amionLogin)).toEqual([
      'removed',
      'set',
      'set',
    ]);
  });

  it('cannot be stored without a secret to encrypt it', async () => {
    const { code } = await test.openDepartment();
    const services = wire({ ...TEST_CONFIG, sessionSecret: null }, test.database, () => test.clock.now);
    await expect(services.departments.set(code, { amionLogin: LOGIN }, actor)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('SESSION_SECRET'),
    });
  });
});
