import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#src/domain/ids.ts';
import { bothDoors, columnsOf, type Refusal } from './both-doors.ts';

const doors = await bothDoors();
const { services, schedcu, json, answer } = doors;
await services.openDepartment();

const NOOR = ['--name', 'Quill, Noor', '--specialty', 'both'];
const REACH = ['--amion-id', ' 14 ', '--phone', '555-0114', '--pager', '5550114'];
let made = 0;
let noor: string;
let id: string;

beforeEach(async () => {
  made += 1;
  noor = `noor${made}@ashby.test`;
  const added = await json(['people', 'add', noor, ...NOOR, ...REACH, '--aliases', 'N. Quill; Noor Q;']);
  id = (added['person'] as { id: string }).id;
});

// An Amion id is of one person at a time.
afterEach(() => services.people.update(id as PersonId, { amionId: null }, services.actor));

const known = () => answer(`/api/people/${id}`);

describe('a person', () => {
  it('is added as the API adds one', async () => {
    expect(await known()).toEqual({
      person: {
        ...{ id, name: 'Quill, Noor', email: noor, specialty: 'BOTH', active: true },
        ...{ aliases: ['N. Quill', 'Noor Q'], amionId: '14', phone: '555-0114', pager: '5550114' },
      },
    });
    expect(await json(['people', 'show', noor.toUpperCase()])).toEqual(await known());
  });

  it('is added with what has to be known only, as a member of a department', async () => {
    const email = `sven${made}@ashby.test`;
    const args = ['--name', 'Lindqvist, Sven', '--specialty', 'neuro', '--department', 'ward1'];
    const { status, stdout } = await schedcu(['people', 'add', email, ...args]);
    expect([status, stdout.split('\n')]).toEqual([
      0,
      [
        'Lindqvist, Sven',
        `  email      ${email}`,
        '  specialty  NEURO_ONLY',
        '  aliases    none',
        '  Amion id   none',
        '  phone      none',
        '  pager      none',
        '  state      active',
      ],
    ]);
    const members = await json(['people', 'list', '--department', 'Ward1', '--search', 'lindq']);
    expect(JSON.stringify(members)).toContain(email);
    expect(JSON.stringify(await json(['people', 'list', '--department', 'Ward1']))).not.toContain(noor);
  });

  it.each([
    ['the name', ['--name', ' Quill, Noor A '], { name: 'Quill, Noor A', specialty: 'BOTH' }],
    ['the email', ['--email', 'Other@Ashby.test'], { email: 'other@ashby.test' }],
    ['what is read', ['--specialty', 'Body only'], { specialty: 'BODY_ONLY' }],
    ['the other names', ['--aliases', 'Noor'], { aliases: ['Noor'] }],
    ['no other name', ['--aliases', 'none'], { aliases: [], amionId: '14' }],
    ['how to reach somebody', ['--phone', '1', '--pager', '2'], { phone: '1', pager: '2', amionId: '14' }],
    [
      'nothing of it',
      ['--phone', 'none', '--pager', '', '--amion-id', 'None'],
      { phone: null, pager: null, amionId: null, aliases: ['N. Quill', 'Noor Q'] },
    ],
  ])('is corrected: %s', async (_, args, person) => {
    const set = await json(['people', 'set', noor, ...args]);
    expect(set).toMatchObject({ person });
    expect(set).toEqual(await known());
  });

  it('who is disabled is still listed, and enabled again', async () => {
    const { status, stdout } = await schedcu(['people', 'disable', noor]);
    expect([status, stdout]).toEqual([
      0,
      `Quill, Noor is disabled: a roster with this name names somebody unknown. Back: schedcu people set ${noor} --enable`,
    ]);
    const list = ['people', 'list', '--search', noor];
    expect(columnsOf(await schedcu(list))).toEqual([
      'NAME | EMAIL | SPECIALTY | AMION ID | PAGER | PHONE | ALIASES | STATE',
      `Quill, Noor | ${noor} | BOTH | 14 | 5550114 | 555-0114 | N. Quill; Noor Q | disabled`,
    ]);
    expect((await schedcu([...list, '--state', 'active'])).stdout).toBe('None.');
    expect(await json(['people', 'disable', noor])).toEqual(await known());
    expect(await json(['people', 'set', noor, '--enable'])).toEqual(await known());
    expect(await known()).toMatchObject({ person: { active: true } });
  });
});

it.each([
  ['is the one of the API', [], ''],
  ['is narrowed to a department', ['--department', 'ward1'], 'department=Ward1'],
  ['is narrowed to an alias', ['--search', 'M. HOLL'], 'search=M.+Holl'],
  ['is narrowed to what is read', ['--specialty', 'neuro'], 'specialty=NEURO_ONLY'],
  ['is narrowed to whoever is active', ['--state', 'active'], 'active=true'],
])('the list of people %s', async (_, args, query) => {
  const list = await json(['people', 'list', ...args]);
  expect(list).toEqual(await answer(`/api/people?limit=200&${query}`));
  expect(list['people']).not.toEqual([]);
});

describe('refused', () => {
  const says = (text: string): Refusal => [2, 'BAD_REQUEST', text];
  const CASES: [string, string[], Refusal][] = [
    [
      'nothing to set',
      ['set', 'NOOR'],
      says('Name what to set, e.g. --specialty both. See schedcu people set'),
    ],
    [
      'a stranger',
      ['set', 'nobody@ashby.test', '--phone', '1'],
      says('There is no person with the email "nobody@ashby.test". See schedcu people list.'),
    ],
    ['a stranger to show', ['show', 'nobody'], says('There is no person with the email "nobody"')],
    ['a stranger to disable', ['disable', 'nobody'], says('There is no person with the email "nobody"')],
    ['an email that is none', ['add', 'noor', ...NOOR], says('"noor" is no email address.')],
    ['a new email that is none', ['set', 'NOOR', '--email', 'x'], says('"x" is no email address.')],
    ['an email that is taken', ['add', 'NOOR', ...NOOR], [3, 'CONFLICT', 'exists already']],
    [
      'a new email that is taken',
      ['set', 'NOOR', '--email', 'hollis@ashby.test'],
      [3, 'CONFLICT', 'A person with this email exists already'],
    ],
    ['no name', ['set', 'NOOR', '--name', ' '], says('A name has 1 to 255 characters, not 0.')],
    [
      'a long name',
      ['set', 'NOOR', '--name', 'x'.repeat(256)],
      says('A name has 1 to 255 characters, not 256.'),
    ],
    [
      'a long number',
      ['set', 'NOOR', '--pager', '5'.repeat(51)],
      says('A pager number has 1 to 50 characters'),
    ],
    [
      'a long alias',
      ['set', 'NOOR', '--aliases', `Noor;${'x'.repeat(256)}`],
      says('An alias has 1 to 255 characters'),
    ],
    ['too many aliases', ['set', 'NOOR', '--aliases', 'a;'.repeat(51)], says('50 aliases at most, not 51.')],
    [
      'what nobody reads',
      ['set', 'NOOR', '--specialty', 'bones'],
      says('"bones" is no specialty. Write body'),
    ],
    ['a list of it', ['list', '--specialty', 'bones'], says('"bones" is no specialty. Write body')],
    [
      'a department that is none',
      ['add', 'x@ashby.test', ...NOOR, '--department', 'ELM'],
      says('"ELM". Known'),
    ],
    [
      'a person without a name',
      ['add', 'x@ashby.test', '--specialty', 'both'],
      says("option '--name <name>'"),
    ],
  ];
  it.each(CASES)('%s', async (_, args, refusal) => {
    const before = await known();
    const given = args.map((arg) => (arg === 'NOOR' ? noor : arg));
    await doors.expectRefused(['people', ...given], refusal);
    expect(await known()).toEqual(before);
    expect((await schedcu(['people', 'list', '--search', 'x@ashby.test'])).stdout).toBe('None.');
  });
});
