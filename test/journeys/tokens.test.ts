import { describe, expect, it } from 'vitest';
import { openTestHttp } from '#test/support/http.ts';
import { commandLine } from './command-line.ts';

/** The command line and the server over one database. */
const { services, ...http } = await openTestHttp();
const line = await commandLine();
const schedcu = (...args: string[]) =>
  line(['tokens', ...args], { services: async () => services, actor: async () => services.actor });

const ward = await services.openDepartment();
await http.addUser('desk@ashby.test', 'USER', ward.code);
await http.addUser('gone@ashby.test', 'VIEWER', ward.code);
await services.users.disable('gone@ashby.test', services.actor);

const DESK = ['--user', 'desk@ashby.test'];
const ask = async (secret: string): Promise<number> =>
  (await http.server.inject({ url: '/api/session', headers: { authorization: `Bearer ${secret}` } }))
    .statusCode;

describe('tokens on the command line', () => {
  it('are made for a user, open the API, are listed without their secret, and revoked', async () => {
    const made = await schedcu('make', ...DESK, '--name', 'night screen', '--scope', 'ask', '--json');
    expect(made.status).toBe(0);
    const { token, secret } = JSON.parse(made.stdout);
    expect(token).toMatchObject({ name: 'night screen', scopes: ['ask'] });
    expect(await ask(secret)).toBe(200);
    const list = await schedcu('list', ...DESK);
    expect(list.stdout).toMatch(new RegExp(`${token.id} +night screen +ask +2026-`));
    expect(list.stdout).not.toContain(secret);
    expect((await schedcu('revoke', token.id, ...DESK)).stdout).toBe(`The token ${token.id} is revoked.`);
    expect(await ask(secret)).toBe(401);
    expect((await schedcu('list', ...DESK)).stdout).toBe('desk@ashby.test has no tokens.');
    const { items } = await services.audit.list({ resource: `token:${token.id}` }, {});
    expect(items.map(({ action, userId }) => [action, userId])).toEqual([
      ['TOKEN_REVOKED', services.actor.userId],
      ['TOKEN_CREATED', services.actor.userId],
    ]);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('are printed once, with when they expire', async () => {
    const { stdout } = await schedcu('make', ...DESK, '--name', 'bot', '--scope', 'ask', '--days', '7');
    expect(stdout).toMatch(
      /^Made the token "bot" of desk@ashby\.test\..*\n {2}schedcu_[\w-]{43}\nIt is shown this once/,
    );
  });

  it.each([
    [
      'a scope beyond the role',
      ['make', ...DESK, '--name', 'x', '--scope', 'schedule'],
      3,
      'USER may not give',
    ],
    ['a scope that is none', ['make', ...DESK, '--name', 'x', '--scope', 'all'], 2, 'Allowed choices are'],
    ['no name', ['make', ...DESK, '--name', ' ', '--scope', 'ask'], 2, 'name of 1 to 255'],
    [
      'too many days',
      ['make', ...DESK, '--name', 'x', '--scope', 'ask', '--days', '367'],
      2,
      '1 to 366 days',
    ],
    ['nobody', ['make', '--user', 'no@ashby.test', '--name', 'x', '--scope', 'ask'], 2, 'There is no user'],
    [
      'somebody disabled',
      ['make', '--user', 'gone@ashby.test', '--name', 'x', '--scope', 'read'],
      3,
      'gone@ashby.test cannot sign in',
    ],
    [
      'the command line itself',
      ['make', '--user', 'tester@command-line.invalid', '--name', 'x', '--scope', 'administer'],
      3,
      'cannot sign in',
    ],
    ['an id that is none', ['revoke', 'x', ...DESK], 2, '"x" is no token id'],
    [
      'a token of somebody else',
      ['revoke', '01980000-0000-7000-8000-000000000000', ...DESK],
      2,
      'desk@ashby.test has no token',
    ],
  ])('are refused: %s', async (_, args, status, says) => {
    const outcome = await schedcu(...args);
    expect([outcome.status, outcome.stdout, outcome.stderr]).toEqual([
      status,
      '',
      expect.stringContaining(says),
    ]);
  });
});
