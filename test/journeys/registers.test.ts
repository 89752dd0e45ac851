import { describe, expect, it } from 'vitest';
import { ashbyFiles } from './ashby.ts';
import { commandLine } from './command-line.ts';

const schedcu = await commandLine({ sessionSecret: 'a secret of at least thirty-two characters' });
const file = ashbyFiles({
  'mapping.csv': 'assignment,shift_type\nNight one,ON1\nVacation,ignore\n',
  'holidays.txt': '2026-12-25,Christmas\n2027-01-01\n',
  'bad-mapping.csv': 'assignment,shift_type\nNight one,ON7\n',
});

describe('hospitals, departments and people', () => {
  it('an empty list says None', async () => {
    expect((await schedcu(['hospitals', 'list'])).stdout).toBe('None.');
    expect((await schedcu(['who', '--department', 'ASH'])).stderr).toContain('Import the hospitals first.');
  });

  it('hospitals: imported, again, listed', async () => {
    expect((await schedcu(['hospitals', 'import', file('hospitals.csv')])).stdout).toBe(
      'Hospitals: 2 added, 0 updated, 0 unchanged.',
    );
    expect(await schedcu.json(['hospitals', 'import', file('hospitals.csv')])).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    expect((await schedcu(['hospitals', 'list'])).stdout.split('\n')).toEqual([
      'CODE   NAME           LOCATION  TIME ZONE',
      'ASH    Ashby General  Ashby     America/New_York',
      'BROOK  Brook Lane     -         America/New_York',
    ]);
  });

  it('people: imported as members, listed', async () => {
    const args = ['people', 'import', file('people.csv'), '--department', 'ASH'];
    expect((await schedcu(args)).stdout).toBe('People: 5 added, 0 updated, 0 unchanged.');
    const { people } = await schedcu.json(['people', 'list', '--department', 'ASH']);
    expect(people).toHaveLength(5);
    expect((await schedcu(['people', 'list'])).stdout).toMatch(
      /Crowhurst, Idris +idris@ashby\.test +BODY_ONLY +12 +5550112 +555-0112 +I\. Crowhurst/,
    );
    expect((await schedcu(['people', 'list', '--department', 'BROOK'])).stdout).toBe('None.');
  });

  it('a department: set and shown; its login is asked for, stored encrypted and never shown', async () => {
    const settings = [
      '--time-zone',
      'America/Chicago',
      '--rollover',
      '07:00',
      '--holidays',
      file('holidays.txt'),
    ];
    const sources = [
      '--mapping',
      file('mapping.csv'),
      '--amion-base',
      'https://amion.example',
      '--amion-pull-minutes',
      '15',
      '--amion-login-prompt',
    ];
    const { stdout } = await schedcu(['department', 'set', 'ASH', ...settings, ...sources]);
    expect(stdout.split('\n')).toEqual([
      'ASH · Ashby General',
      '  time zone      America/Chicago',
      '  rollover hour  07:00',
      '  holidays       2026-12-25, 2027-01-01',
      '  Amion          https://amion.example, login stored, pulled every 15 minutes',
      '  mapping',
      '    Night one → ON1',
      '    Vacation → ignore',
    ]);
    const { department } = await schedcu.json(['department', 'show', 'ASH']);
    expect(department).toMatchObject({
      timeZone: 'America/Chicago',
      rolloverHour: '07:00',
      hasAmionLogin: true,
    });
    expect(JSON.stringify(department)).not.toContain('a long enough sentence');
    const other = (await schedcu(['department', 'show', 'BROOK'])).stdout;
    expect(other).toContain(
      '  Amion          default address (AMION_BASE_URL), login from AMION_LOGIN, pulled every 30 minutes',
    );
    expect(other).toContain('  mapping        none: the names of the shift types themselves');
  });

  it.each([
    ['nothing to set', ['ASH'], 'Name what to set'],
    ['no zone', ['ASH', '--time-zone', 'Mars/Base'], 'no IANA time zone'],
    [
      'no address',
      ['ASH', '--amion-base', 'ftp://amion'],
      'The address of Amion has to be one like https://www.amion.com',
    ],
    ['pulls too often', ['ASH', '--amion-pull-minutes', '4'], 'every 5 to 1440 minutes'],
    ['no time', ['ASH', '--rollover', 'dawn'], 'no time of day'],
    ['no department', ['ELM', '--rollover', '07:00'], 'There is no department "ELM"'],
  ])('%s', async (_, args, says) => {
    const outcome = await schedcu(['department', 'set', ...args]);
    expect([outcome.status, outcome.stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it('a mapping with an error changes nothing', async () => {
    const { status, stdout } = await schedcu([
      'department',
      'set',
      'ASH',
      '--rollover',
      '09:00',
      '--mapping',
      file('bad-mapping.csv'),
    ]);
    expect([status, stdout.split('\n')[0]]).toEqual([2, 'Nothing was stored, a file has errors.']);
    expect(stdout).toContain('UNKNOWN_SHIFT_TYPE: Line 2 of bad-mapping.csv');
    expect((await schedcu(['department', 'show', 'ASH'])).stdout).toContain('rollover hour  07:00');
  });
});

describe('users and the audit trail', () => {
  it('added with a password that is asked for, listed, disabled', async () => {
    const asked: string[] = [];
    const askSecret = async (prompt: string) => {
      asked.push(prompt);
      return 'marbles under the old bridge';
    };
    const add = ['users', 'add', 'chief@ashby.test', '--role', 'SCHEDULER', '--department', 'ASH'];
    expect((await schedcu(add, { askSecret })).stdout).toBe('Added chief@ashby.test as SCHEDULER.');
    expect(asked).toEqual(['Password (15 characters at least): ']);
    expect((await schedcu(['users', 'add', 'x@ashby.test', '--role', 'ADMIN', '--no-password'])).status).toBe(
      0,
    );
    expect((await schedcu(add, { askSecret })).status).toBe(3);
    expect((await schedcu(['users', 'add', 'y@ashby.test', '--role', 'USER'])).stderr).toContain(
      '--department',
    );
    expect(
      (await schedcu(['users', 'add', 'z@ashby.test', '--role', 'ADMIN'], { askSecret: async () => 'short' }))
        .status,
    ).toBe(2);
    expect((await schedcu(['users', 'disable', 'chief@ashby.test'])).stdout).toBe(
      'chief@ashby.test may not sign in any more.',
    );
    expect((await schedcu(['users', 'disable', 'chief@ashby.test'])).status).toBe(3);
    const { stdout } = await schedcu(['users', 'list']);
    expect(stdout).toMatch(/chief@ashby\.test +SCHEDULER +ASH +disabled +-/);
    expect(stdout).toMatch(/tester@command-line\.invalid +ADMIN +- +active +-/);
    expect(JSON.stringify(await schedcu.json(['users', 'list']))).not.toMatch(/argon|marbles/);
  });

  it('the trail: newest first, filtered, and more where there is more', async () => {
    const { stdout } = await schedcu(['audit', '--limit', '3']);
    expect(stdout).toMatch(
      /^WHEN \(UTC\) +WHO +WHAT +WHERE +NEW VALUES\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +tester@command-line\.invalid +USER_DISABLED +user:/,
    );
    expect(stdout).toMatch(/\nThere are more: --cursor \S+$/);
    const { entries, nextCursor } = await schedcu.json([
      'audit',
      '--action',
      'DEPARTMENT_SET',
      '--since',
      '2020-01-01',
    ]);
    expect([entries, nextCursor]).toEqual([[expect.objectContaining({ action: 'DEPARTMENT_SET' })], null]);
    expect((await schedcu(['audit', '--since', '2999-01-01T00:00Z', '--resource', 'user:x'])).stdout).toBe(
      'None.',
    );
    expect(JSON.stringify(await schedcu.json(['audit', '--limit', '200']))).not.toMatch(
      /a long enough sentence|marbles/,
    );
  });

  it.each([
    ['no instant', ['--since', 'monday'], '"monday" is no date and no instant'],
    ['no number', ['--limit', 'all'], '"all" is no number'],
    ['too many', ['--limit', '201'], 'A page has 1 to 200 entries'],
  ])('%s', async (_, args, says) => {
    const outcome = await schedcu(['audit', ...args]);
    expect([outcome.status, outcome.stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

it('migrations: down, status, up, nothing to do', async () => {
  const { reverted } = await schedcu.json(['migrate', 'down', '2']);
  expect(reverted).toHaveLength(2);
  expect((await schedcu(['migrate', 'status'])).stdout).toMatch(/^MIGRATION +STATE\n(.+\n)+.+ pending$/);
  expect((await schedcu(['migrate', 'down', '0'])).stdout).toBe('Nothing to do.');
  expect((await schedcu(['migrate', 'up'])).stdout).toMatch(/^Applied:\n {2}\S+\n {2}\S+$/);
  expect((await schedcu(['migrate', 'up'])).stdout).toBe('Nothing to do.');
  expect((await schedcu(['migrate', 'down', 'all'])).status).toBe(2);
});
