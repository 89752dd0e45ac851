import { describe, expect, it } from 'vitest';
import { folderOf } from './ashby.ts';
import { bothDoors, columnsOf, type Refusal } from './both-doors.ts';

const doors = await bothDoors();
const { services, schedcu, json, answer } = doors;
const file = folderOf({
  ...{ 'holidays.txt': '2026-12-25\n', 'mapping.csv': 'assignment,shift_type\nNight one,ON1\n' },
  ...{ 'no-holidays.txt': '', 'no-mapping.csv': 'assignment,shift_type\n' },
  'bad-mapping.csv': 'assignment,shift_type\nNight one,ON7\n',
});
const settings = (code: string) => answer(`/api/departments/${code}`);
const login = async () => 'a credential of nobody';

/** Another hospital that is no department yet. */
let made = 0;
const openHospital = async (): Promise<string> => {
  made += 1;
  await schedcu(['hospitals', 'add', `Oak${made}`, '--name', 'Oak Street']);
  return `Oak${made}`;
};

describe('a department', () => {
  it('is made of a hospital, with the defaults', async () => {
    const code = await openHospital();
    const { status, stdout } = await schedcu(['department', 'add', code.toLowerCase()]);
    expect([status, stdout.split('\n')]).toEqual([
      0,
      [
        `${code} · Oak Street`,
        '  time zone      America/New_York',
        '  rollover hour  08:00',
        '  holidays       none',
        '  Amion          default address (AMION_BASE_URL), login from AMION_LOGIN, pulled every 30 minutes',
        '  mapping        none: the names of the shift types themselves',
      ],
    ]);
    expect(await json(['department', 'list'])).toEqual(await answer('/api/departments'));
    const refusal: Refusal = [3, 'CONFLICT', `${code} is a department already. Change its settings.`];
    await doors.expectRefused(['department', 'add', code], refusal);
  });

  it('is made with settings, or not at all', async () => {
    const code = await openHospital();
    const bad = await schedcu(['department', 'add', code, '--mapping', file('bad-mapping.csv')]);
    expect([bad.status, bad.stdout.split('\n')[0]]).toEqual([2, 'Nothing was stored, a file has errors.']);
    expect(JSON.stringify(await answer('/api/departments'))).not.toContain(code);
    const files = ['--holidays', file('holidays.txt'), '--mapping', file('mapping.csv')];
    const args = ['department', 'add', code, '--rollover', '07:00', ...files, '--amion-login-prompt'];
    expect(await json(args, { askSecret: login })).toEqual(await settings(code));
    expect(columnsOf(await schedcu(['department', 'list']))).toContain(
      `${code} | Oak Street | America/New_York | 07:00 | 1 | 1 | stored`,
    );
  });

  it('has what is stored taken away', async () => {
    const code = await openHospital();
    const files = ['--holidays', file('holidays.txt'), '--mapping', file('mapping.csv')];
    const amion = ['--amion-base', 'https://amion.example', '--amion-login-prompt'];
    await schedcu(['department', 'set', code, ...files, ...amion], { askSecret: login });
    const none = ['--holidays', file('no-holidays.txt'), '--mapping', file('no-mapping.csv')];
    expect(await json(['department', 'set', code, '--amion-base', 'none'])).toMatchObject({
      department: { amionBaseUrl: null, hasAmionLogin: true, holidays: ['2026-12-25'] },
    });
    expect(await json(['department', 'set', code, '--no-amion-login'])).toMatchObject({
      department: { hasAmionLogin: false, holidays: ['2026-12-25'] },
    });
    const { department } = await json(['department', 'set', code, ...none]);
    expect(department).toMatchObject({ holidays: [], mapping: [] });
    expect({ department }).toEqual(await settings(code));
  });

  it('keeps its login where nothing is answered to the prompt', async () => {
    const code = await openHospital();
    const set = ['department', 'set', code, '--amion-login-prompt'];
    await schedcu(set, { askSecret: login });
    for (const given of ['', 'x'.repeat(1001)]) {
      const { status, stdout, stderr } = await schedcu(set, { askSecret: async () => given });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'A login has 1 to 1000 characters. To forget the one that is stored: --no-amion-login.',
      );
    }
    expect(await settings(code)).toMatchObject({ department: { hasAmionLogin: true } });
  });

  it('is disabled with its hospital', async () => {
    const code = await openHospital();
    await schedcu(['department', 'add', code]);
    expect(await json(['department', 'disable', code.toLowerCase()])).toEqual({ disabled: code });
    expect((await schedcu(['hospitals', 'list', '--search', code])).stdout).toBe('None.');
    expect(JSON.stringify(await json(['department', 'list']))).not.toContain(code);
  });

  it('shows the warnings that it has accepted', async () => {
    const { code } = await services.openDepartment();
    expect((await schedcu(['department', 'warnings', code])).stdout).toBe('None.');
    const key = 'MISSING_MIDC|MidC';
    await services.warnings.acceptAhead(code, [key], 'No MidC on holidays', services.actor);
    const [headers, row, ...more] = columnsOf(await schedcu(['department', 'warnings', code]));
    expect([headers, more]).toEqual(['KEY | REASON | BY | ACCEPTED (UTC)', []]);
    expect(row).toMatch(
      /^MISSING_MIDC\|MidC \| No MidC on holidays \| tester@command-line\.invalid \| \d{4}-\d\d-\d\d \d\d:\d\d$/,
    );
    expect(await json(['department', 'warnings', code.toLowerCase()])).toEqual(
      await answer(`/api/departments/${code}/accepted-warnings`),
    );
  });
});

describe('refused', () => {
  const CASES: [string, string[], Refusal][] = [
    ['no hospital', ['add', 'ELM'], [2, 'BAD_REQUEST', 'There is no department "ELM". Known are ']],
    ['none to disable', ['disable', 'ELM'], [2, 'NOT_FOUND', 'There is no hospital ELM.']],
    ['none to look at', ['warnings', 'ELM'], [2, 'BAD_REQUEST', 'There is no department "ELM". Known are ']],
    [
      'nothing to set',
      ['set', 'Brook'],
      [2, 'BAD_REQUEST', 'Name what to set, e.g. --time-zone America/New'],
    ],
    ['a zone', ['add', 'Brook', '--time-zone', 'Mars'], [2, 'BAD_REQUEST', '"Mars" is no IANA time zone']],
    [
      'a login both asked for and forgotten',
      ['set', 'Brook', '--amion-login-prompt', '--no-amion-login'],
      [2, 'BAD_REQUEST', '--amion-login-prompt and --no-amion-login do not go together.'],
    ],
  ];
  it.each(CASES)('%s', async (_, args, refusal) => {
    await doors.expectRefused(['department', ...args], refusal);
    expect(JSON.stringify(await answer('/api/departments'))).not.toContain('"Brook"');
  });
});
