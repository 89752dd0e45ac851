import { describe, expect, it } from 'vitest';
import { bothDoors, columnsOf, type Refusal } from './both-doors.ts';

const doors = await bothDoors();
const { services, schedcu, json, answer } = doors;
const ward = await services.openDepartment();
const version = await services.produce(ward);
const DATES = ['--from', '2026-05-04', '--to', '2026-05-10'];
const create = async (): Promise<string> => {
  const made = await json(['versions', 'create', '--department', ward.code, ...DATES]);
  return (made['version'] as { id: string }).id;
};

describe('a version', () => {
  it('is made empty, in STAGING', async () => {
    const { status, stdout } = await schedcu(['versions', 'create', '--department', 'ward1', ...DATES]);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Made the empty STAGING version [0-9a-f-]{36} for 2026-05-04 to 2026-05-10\.$/),
    ]);
    const made = await json(['versions', 'create', '--department', ward.code, ...DATES]);
    const { version: shown } = await answer(`/api/versions/${(made['version'] as { id: string }).id}`);
    expect(made).toEqual({ version: shown });
    expect(shown).toMatchObject({ status: 'STAGING', department: 'Ward1', from: '2026-05-04' });
  });

  it('is deleted while it is STAGING: no command finds it again', async () => {
    const [one, other] = [await create(), await create()];
    expect((await schedcu(['versions', 'delete', one])).stdout).toBe(`Version ${one} is deleted.`);
    expect(await json(['versions', 'delete', other.toUpperCase()])).toEqual({ deleted: other });
    for (const command of ['delete', 'show', 'rules', 'shifts', 'history'])
      await doors.expectRefused(['versions', command, one], [2, 'NOT_FOUND', one]);
    expect((await schedcu(['versions', 'list', '--from', '2026-05-04'])).stdout).not.toContain(one);
  });

  it.each([
    ['is the one of the API', [], ''],
    ['is narrowed to a department', ['--department', 'ward1'], 'hospital=Ward1'],
    ['is narrowed to a state', ['--status', 'PRODUCTION'], 'status=PRODUCTION'],
    ['is narrowed to later dates', ['--from', '2026-04-12'], 'from=2026-04-12'],
    ['is narrowed to dates', ['--from', '2026-04-01', '--to', '2026-04-06'], 'from=2026-04-01&to=2026-04-06'],
  ])('the list of versions %s', async (_, args, query) => {
    const list = await json(['versions', 'list', ...args]);
    expect(list).toEqual(await answer(`/api/versions?limit=200&${query}`));
    expect(JSON.stringify(list)).toContain(version);
  });
});

describe('what a version consists of', () => {
  it('shifts, with whoever is assigned', async () => {
    const night = [
      'versions',
      'shifts',
      version,
      '--from',
      '2026-04-07',
      '--to',
      '2026-04-07',
      '--shift',
      'on1',
    ];
    expect(columnsOf(await schedcu(night))).toEqual([
      'DATE | SHIFT | HOURS | HOSPITAL | STUDY TYPE | FILLED | MANDATORY | ASSIGNED',
      expect.stringMatching(
        /^2026-04-07 \| ON1 \| 01:00-08:00 \| \w+ \| \w+ \| 1 of 1 \| (yes|no) \| \w+ \w+$/,
      ),
      expect.stringMatching(/^2026-04-07 \| ON1 /),
    ]);
    expect(await json(night)).toEqual(
      await answer(`/api/versions/${version}/shifts?from=2026-04-07&to=2026-04-07&shiftType=ON1`),
    );
  });

  it('rules, in the order of the workbook', async () => {
    expect(columnsOf(await schedcu(['versions', 'rules', version, '--limit', '200']))).toEqual([
      'SHEET | CELL | HOURS | STUDY | STUDY TYPE | POSITION',
      'Mid 6 pm - 12 am | B2 | 18:00-00:00 | Ashby CT Neuro | NEURO | MidC',
      ...Array.from({ length: 8 }, () => expect.stringMatching(/ \| (Ashby CT \w+|Brook US) \| /)),
    ]);
  });

  it('history, with reasons', async () => {
    const table = columnsOf(await schedcu(['versions', 'history', version]));
    expect(table[0]).toBe('WHEN (UTC) | WHO | WHAT | WHERE | REASON');
    expect(table[1]).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \| tester@command-line\.invalid \| \w+ \| schedule_version:/,
    );
    expect(table.join('\n')).toContain(` | VERSION_PROMOTED | schedule_version:${version} | -`);
  });

  it('and the dates for which it is in force', async () => {
    expect(columnsOf(await schedcu(['versions', 'periods', '--department', 'ward1']))).toEqual([
      'FROM | TO | VERSION',
      `2026-04-06 | 2026-04-12 | ${version}`,
    ]);
    expect(await json(['versions', 'periods', '--department', ward.code])).toEqual(
      await answer(`/api/departments/${ward.code}/production-periods`),
    );
  });

  it.each(['shifts', 'rules', 'history'])('%s page by page are the list of the API', async (list) => {
    const url = `/api/versions/${version}/${list}`;
    expect(await json(['versions', list, version, '--limit', '200'])).toEqual(
      await answer(`${url}?limit=200`),
    );
    const first = await json(['versions', list, version, '--limit', '1']);
    expect(first).toEqual(await answer(`${url}?limit=1`));
    const { stdout } = await schedcu(['versions', list, version, '--limit', '1']);
    const cursor = /^There are more: --cursor (\S+)$/m.exec(stdout)?.[1] ?? '';
    expect(cursor).toBe(first['nextCursor']);
    const rest = ['versions', list, version, '--limit', '200', '--cursor', cursor];
    expect(await json(rest)).toEqual(await answer(`${url}?limit=200&cursor=${cursor}`));
    expect((await schedcu(rest)).stdout).not.toContain('--cursor');
  });

  it('an empty version says so', async () => {
    const empty = await create();
    expect((await schedcu(['versions', 'shifts', empty])).stdout).toBe('There are no such shifts.');
    expect((await schedcu(['versions', 'rules', empty])).stdout).toBe('The version lists no study.');
    expect((await schedcu(['versions', 'history', empty])).stdout).toContain('VERSION_CREATED');
    const { code } = await services.openDepartment();
    expect((await schedcu(['versions', 'periods', '--department', code])).stdout).toBe(
      'No date is in force.',
    );
  });
});

describe('refused', () => {
  const NOBODYS = '01980000-0000-7000-8000-000000000000';
  const says = (text: string): Refusal => [2, 'BAD_REQUEST', text];
  const CASES: [string, string[], Refusal][] = [
    [
      'to delete what is in force',
      ['delete', version],
      [3, 'CONFLICT', 'is PRODUCTION and cannot be deleted.'],
    ],
    ['to delete no version', ['delete', NOBODYS], [2, 'NOT_FOUND', NOBODYS]],
    ['no id', ['delete', 'x'], says('"x" is no version id. See schedcu versions list.')],
    ['the rules of no id', ['rules', 'x'], says('"x" is no version id.')],
    ['the shifts of no version', ['shifts', NOBODYS], [2, 'NOT_FOUND', NOBODYS]],
    ['shifts of no type', ['shifts', version, '--shift', 'ON9'], says('"ON9" is no shift type.')],
    ['shifts from no date', ['shifts', version, '--from', 'monday'], says('"monday" is no date.')],
    [
      'a span that ends before it begins',
      ['shifts', version, '--from', '2026-04-08', '--to', '2026-04-07'],
      says('A span cannot end (2026-04-07) before it begins (2026-04-08).'),
    ],
    [
      'a page of too many',
      ['rules', version, '--limit', '201'],
      says('A page has 1 to 200 entries, not 201.'),
    ],
    ['a page of no number', ['history', version, '--limit', 'all'], says('"all" is no number.')],
    [
      'a cursor that is none',
      ['history', version, '--cursor', 'next'],
      says('The cursor is not one of this list'),
    ],
    ['versions of no department', ['list', '--department', 'ELM'], says('There is no department "ELM".')],
    [
      'a list that ends before it begins',
      ['list', '--from', '2026-04-08', '--to', '2026-04-07'],
      says('A span cannot end'),
    ],
    ['the dates of no department', ['periods', '--department', 'ELM'], says('There is no department "ELM".')],
    [
      'a version of no department',
      ['create', '--department', 'ELM', ...DATES],
      says('There is no department'),
    ],
    [
      'a version that ends before it begins',
      ['create', '--department', 'Ward1', '--from', '2026-05-10', '--to', '2026-05-04'],
      says('A schedule cannot end (2026-05-04) before it begins (2026-05-10).'),
    ],
    [
      'a version from no date',
      ['create', '--department', 'Ward1', '--from', '2026-02-30', '--to', '2026-05-04'],
      says('"2026-02-30" is no date. Write it as 2026-04-18.'),
    ],
  ];
  it.each(CASES)('%s', async (_, args, refusal) => {
    await doors.expectRefused(['versions', ...args], refusal);
  });
});
