import { beforeEach, describe, expect, it } from 'vitest';
import { bothDoors, type Refusal } from './both-doors.ts';

const doors = await bothDoors();
const { services, schedcu, json, answer } = doors;

let made = 0;
let oak: string;

beforeEach(async () => {
  made += 1;
  oak = `Oak${made}`;
  await schedcu(['hospitals', 'add', oak, '--name', 'Oak Street', '--location', 'Ashby']);
});

describe('a hospital', () => {
  it('is added as the API adds one', async () => {
    const { stdout } = await schedcu(['hospitals', 'show', oak.toLowerCase()]);
    expect(stdout.split('\n')).toEqual([
      `${oak} · Oak Street`,
      '  location   Ashby',
      '  time zone  America/New_York',
    ]);
    expect(await json(['hospitals', 'show', oak])).toEqual(await answer(`/api/hospitals/${oak}`));
    const far = await json(['hospitals', 'add', `Far${made}`, '--name', 'Far', '--time-zone', 'Europe/Oslo']);
    expect(far).toMatchObject({ hospital: { location: null, timeZone: 'Europe/Oslo' } });
    expect(far).toEqual(await answer(`/api/hospitals/Far${made}`));
  });

  it.each([
    ['the name', ['--name', 'Oak Lane'], { name: 'Oak Lane', location: 'Ashby' }],
    ['the place', ['--location', 'Brook'], { name: 'Oak Street', location: 'Brook' }],
    ['no place', ['--location', 'none'], { location: null }],
    ['the zone', ['--time-zone', 'America/Chicago'], { timeZone: 'America/Chicago' }],
  ])('is corrected: %s', async (_, args, hospital) => {
    const set = await json(['hospitals', 'set', oak.toUpperCase(), ...args]);
    expect(set).toMatchObject({ hospital: { code: oak, ...hospital } });
    expect(set).toEqual(await answer(`/api/hospitals/${oak}`));
  });

  it('is disabled, and brought back by hand or by a file', async () => {
    const { status, stdout } = await schedcu(['hospitals', 'disable', oak.toLowerCase()]);
    expect([status, stdout]).toEqual([0, `${oak} is disabled. Back: schedcu hospitals set ${oak} --enable`]);
    expect((await schedcu(['hospitals', 'list', '--search', oak])).stdout).toBe('None.');
    const taken = await schedcu(['hospitals', 'add', oak, '--name', 'Oak']);
    expect([taken.status, taken.stderr]).toEqual([3, expect.stringContaining('import it')]);
    expect((await schedcu(['hospitals', 'list', '--disabled'])).stdout).toContain(oak);
    expect(await json(['hospitals', 'set', oak, '--enable'])).toEqual(await answer(`/api/hospitals/${oak}`));
    expect((await schedcu(['hospitals', 'list', '--disabled'])).stdout).toBe('None.');
    expect(await json(['hospitals', 'disable', 'Brook'])).toEqual({ disabled: 'Brook' });
    const file = { name: 'hospitals.csv', bytes: Buffer.from('code,name\nBrook,Brook Street Hospital\n') };
    await services.registry.importHospitals(file, 'America/New_York', services.actor);
    expect((await schedcu(['hospitals', 'show', 'Brook'])).status).toBe(0);
  });
});

it.each([
  ['is the one of the API', [], ''],
  ['is narrowed to a part of the name', ['--search', 'GENERAL'], 'search=general'],
])('the list of hospitals %s', async (_, args, query) => {
  const list = await json(['hospitals', 'list', ...args]);
  expect(list).toEqual(await answer(`/api/hospitals?limit=200&${query}`));
  expect(list['hospitals']).not.toEqual([]);
});

describe('refused', () => {
  const CASES: [string, string[], Refusal][] = [
    [
      'nothing to set',
      ['set', 'OAK'],
      [2, 'BAD_REQUEST', 'Name what to set, e.g. --name "Allen Hospital". See'],
    ],
    ['no hospital', ['show', 'ELM'], [2, 'NOT_FOUND', 'There is no hospital ELM.']],
    ['none to set', ['set', 'ELM', '--name', 'Elm'], [2, 'NOT_FOUND', 'There is no hospital ELM.']],
    ['none to disable', ['disable', 'ELM'], [2, 'NOT_FOUND', 'There is no hospital ELM.']],
    ['a code that is taken', ['add', 'OAK', '--name', 'Oak'], [3, 'CONFLICT', 'already.']],
    ['no code', ['add', ' ', '--name', 'Oak'], [2, 'BAD_REQUEST', 'A code has 1 to 50 characters, not 0.']],
    [
      'a long code',
      ['add', 'x'.repeat(51), '--name', 'Oak'],
      [2, 'BAD_REQUEST', 'A code has 1 to 50 characters'],
    ],
    ['no name', ['set', 'OAK', '--name', ''], [2, 'BAD_REQUEST', 'A name has 1 to 255 characters, not 0.']],
    [
      'no zone',
      ['set', 'OAK', '--time-zone', 'Mars/Base'],
      [2, 'BAD_REQUEST', '"Mars/Base" is no IANA time zone'],
    ],
    [
      'a new one without',
      ['add', 'Elm', '--name', 'Elm', '--time-zone', ''],
      [2, 'BAD_REQUEST', 'no IANA time'],
    ],
  ];
  it.each(CASES)('%s', async (_, args, refusal) => {
    const before = await answer('/api/hospitals?limit=200');
    await doors.expectRefused(['hospitals', ...args.map((arg) => (arg === 'OAK' ? oak : arg))], refusal);
    expect(await answer('/api/hospitals?limit=200')).toEqual(before);
  });

  it('to be disabled while its schedule is in force', async () => {
    const ward = await services.openDepartment();
    await services.produce(ward);
    const refusal: Refusal = [
      3,
      'CONFLICT',
      `${ward.code} has a schedule in force. Archive its versions first.`,
    ];
    await doors.expectRefused(['hospitals', 'disable', ward.code], refusal);
    await doors.expectRefused(['department', 'disable', ward.code], refusal);
  });
});
