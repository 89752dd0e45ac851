import { beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/support/http.ts';
import { bothDoors, columnsOf, type Refusal } from './both-doors.ts';

const doors = await bothDoors();
const { services, schedcu, json, answer } = doors;
await services.openDepartment();
await services.openDepartment();

let made = 0;
let chief: string;
let id: string;

beforeEach(async () => {
  made += 1;
  chief = `chief${made}@ashby.test`;
  id = (await doors.addUser(chief, 'SCHEDULER', 'Ward1')).id;
});

describe('a user', () => {
  it.each([
    ['another role', ['--role', 'VIEWER'], { role: 'VIEWER', department: 'Ward1', active: true }],
    ['another department', ['--department', 'ward2'], { role: 'SCHEDULER', department: 'Ward2' }],
    ['both', ['--role', 'USER', '--department', 'Brook'], { role: 'USER', department: 'Brook' }],
    ['no department', ['--role', 'ADMIN', '--department', 'none'], { role: 'ADMIN', department: null }],
    ['an administrator of one department', ['--role', 'ADMIN'], { role: 'ADMIN', department: 'Ward1' }],
  ])('is given %s', async (_, args, user) => {
    expect(await json(['users', 'set', chief, ...args])).toMatchObject({ user });
    expect(await json(['users', 'show', chief])).toEqual(await answer(`/api/users/${id}`));
    expect(await answer(`/api/users/${id}`)).toMatchObject({ user });
  });

  it('is shown with everything that is known, however the email is capitalised', async () => {
    const { stdout } = await schedcu(['users', 'show', ` ${chief.toUpperCase()} `]);
    expect(stdout.split('\n')).toEqual([
      chief,
      '  role          SCHEDULER',
      '  department    Ward1',
      '  state         active',
      '  last sign-in  never',
    ]);
    await doors.browse(chief);
    expect((await schedcu(['users', 'set', chief, '--role', 'VIEWER'])).stdout).toMatch(
      /^ {2}role {10}VIEWER\n {2}department {4}Ward1\n.*\n {2}last sign-in {2}\d{4}-\d\d-\d\d \d\d:\d\d$/m,
    );
  });

  it('who is disabled may sign in again once enabled', async () => {
    await schedcu(['users', 'disable', chief]);
    await expect(doors.browse(chief)).rejects.toThrow('Not signed in');
    expect(await json(['users', 'set', chief, '--enable'])).toEqual(await answer(`/api/users/${id}`));
    await doors.browse(chief);
  });

  it('has a new password: asked for as for a new user, told nobody, signed out everywhere', async () => {
    const asked: string[] = [];
    const askSecret = async (prompt: string) => {
      asked.push(prompt);
      return 'marbles under the old bridge';
    };
    const browser = await doors.browse(chief);
    const { status, stdout } = await schedcu(['users', 'password', chief], { askSecret });
    expect([status, stdout]).toEqual([
      0,
      `The password of ${chief} is set, and the user is signed out everywhere.`,
    ]);
    expect(asked).toEqual(['Password (15 characters at least): ']);
    expect((await browser.call('GET', '/api/session')).statusCode).toBe(401);
    const signIn = (password: string) =>
      doors.visit().call('POST', '/api/session', { email: chief, password });
    expect((await signIn(PASSWORD)).statusCode).toBe(401);
    expect((await signIn('marbles under the old bridge')).statusCode).toBe(200);
    const again = await json(['users', 'password', chief], { askSecret: async () => PASSWORD });
    expect(again).toEqual(await answer(`/api/users/${id}`));
    const trail = await json(['audit', '--resource', `user:${id}`, '--action', 'PASSWORD_SET']);
    expect(trail['entries']).toHaveLength(2);
    expect(JSON.stringify([again, trail])).not.toMatch(/argon|marbles|kettle/);
  });
});

describe('the list of users', () => {
  it('is the one of the API', async () => {
    expect(await json(['users', 'list'])).toEqual(await answer('/api/users?limit=200'));
  });

  it.each([
    ['a department', ['--department', 'ward2', '--search', 'only'], 'department=Ward2&search=only'],
    ['a role', ['--role', 'ADMIN', '--search', 'root@'], 'role=ADMIN&search=root@'],
    ['a part of the email', ['--search', 'ROOT@ASHBY'], 'search=root@ashby'],
    ['whoever is disabled', ['--state', 'disabled'], 'active=false'],
    ['whoever is active, on both', ['--state', 'active', '--search', 'o'], 'active=true&search=o'],
  ])('is narrowed to %s', async (_, args, query) => {
    await doors.addUser(`only${made}@ashby.test`, 'VIEWER', 'Ward2');
    await schedcu(['users', 'disable', chief]);
    const list = await json(['users', 'list', ...args]);
    expect(list).toEqual(await answer(`/api/users?limit=200&${query}`));
    expect(list['users']).not.toEqual([]);
  });

  it('names the department of each', async () => {
    expect(columnsOf(await schedcu(['users', 'list', '--search', chief]))).toEqual([
      'EMAIL | ROLE | DEPARTMENT | STATE | LAST SIGN-IN (UTC)',
      `${chief} | SCHEDULER | Ward1 | active | -`,
    ]);
  });
});

describe('refused', () => {
  const CASES: [string, string[], Refusal][] = [
    ['nothing to set', ['set', 'CHIEF'], [2, 'BAD_REQUEST', 'Name what to set, e.g. --role VIEWER. See']],
    [
      'a stranger',
      ['set', 'nobody@ashby.test', '--role', 'USER'],
      [2, 'BAD_REQUEST', 'There is no user "nobody@ashby.test". See schedcu users list.'],
    ],
    ['a stranger to show', ['show', 'nobody'], [2, 'BAD_REQUEST', 'There is no user "nobody"']],
    ['no email', ['show', ' '], [2, 'BAD_REQUEST', 'There is no user " "']],
    ['a role that is none', ['set', 'CHIEF', '--role', 'BOSS'], [2, 'BAD_REQUEST', "'BOSS' is invalid."]],
    [
      'a department that is none',
      ['set', 'CHIEF', '--department', 'ELM'],
      [2, 'BAD_REQUEST', '"ELM". Known'],
    ],
    ['a list of none', ['list', '--department', 'ELM'], [2, 'BAD_REQUEST', 'There is no department "ELM"']],
    [
      'a scheduler without a department',
      ['set', 'CHIEF', '--department', 'none'],
      [2, 'BAD_REQUEST', 'A SCHEDULER belongs to a department.'],
    ],
    ['a password of a stranger', ['password', 'nobody@ashby.test'], [2, 'BAD_REQUEST', 'There is no user']],
    [
      'a password of the command line',
      ['password', 'tester@command-line.invalid'],
      [3, 'CONFLICT', 'The command line does not sign in.'],
    ],
  ];
  it.each(CASES)('%s', async (_, [command = '', ...args], refusal) => {
    const given = args.map((arg) => (arg === 'CHIEF' ? chief : arg));
    await doors.expectRefused(['users', command, ...given], refusal);
    expect(await answer(`/api/users/${id}`)).toMatchObject({
      user: { role: 'SCHEDULER', department: 'Ward1', active: true },
    });
  });

  it('to leave nobody who can undo it', async () => {
    const { users } = await json([
      'users',
      'list',
      '--role',
      'ADMIN',
      '--state',
      'active',
      '--search',
      'chief',
    ]);
    for (const { email } of users as { email: string }[]) await schedcu(['users', 'disable', email]);
    const refusal: Refusal = [3, 'CONFLICT', 'root@ashby.test is the last administrator. Make somebody else'];
    const set = ['users', 'set', 'root@ashby.test', '--role', 'VIEWER', '--department', 'Ward1'];
    await doors.expectRefused(set, refusal);
    expect(await json(['users', 'show', 'root@ashby.test'])).toMatchObject({ user: { role: 'ADMIN' } });
  });

  it.each([
    ['a short password', 'short', 'at least 15 characters'],
    ['no password', '', 'at least 15 characters'],
    ['one that is easy to guess', 'passwordpassword1', 'easy to guess'],
  ])('%s', async (_, password, says) => {
    const { status, stdout, stderr } = await schedcu(['users', 'password', chief], {
      askSecret: async () => password,
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    await doors.browse(chief);
  });
});
