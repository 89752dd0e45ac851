import { describe, expect, it } from 'vitest';
import type { CliContext } from '#src/cli/cli-context.ts';
import { openTestHttp } from '#test/support/http.ts';
import { readCalendar } from '#test/support/read-calendar.ts';
import { commandLine, type Outcome } from './command-line.ts';

/** Both doors over one database: what the command line makes is asked for over HTTP. */
const { services, ...http } = await openTestHttp();
const line = await commandLine();
const schedcu = (args: readonly string[], over: Partial<CliContext> = {}): Promise<Outcome> =>
  line(args, { services: async () => services, actor: async () => services.actor, ...over });

async function document<T>(...args: string[]): Promise<T> {
  const { status, stdout } = await schedcu([...args, '--json']);
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
}

interface Address {
  path: string;
  url: string | null;
}
interface Row {
  id: string;
  title?: string;
}
type MadeFeed = Address & { feed: Row };
type MadeWall = Address & { wall: Row };

// As the clock of the product and the database write it.
services.clock.now = '2026-04-08T12:00:00.000Z';
const ward = await services.openDepartment();
const other = await services.openDepartment();
await services.produce(ward);
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');

const BASE = ['--base-url', 'https://schedcu.example.org'];
const inWard = ['--department', ward.code];
const NOBODY = '01980000-0000-7000-8000-000000000000';
const makeFeed = (kind: string, of: string, ...more: string[]) =>
  document<MadeFeed>('feeds', 'make', ...inWard, '--kind', kind, '--of', of, ...more);
const makeWall = (...more: string[]) => document<MadeWall>('walls', 'make', ...inWard, ...more);

/** As a calendar program or a screen asks: without a session. */
const ask = (path: string) =>
  http.visit().call('GET', path, undefined, { headers: { accept: 'application/json, text/calendar' } });
const statusOf = async (path: string): Promise<number> => (await ask(path)).statusCode;
const trail = async (resource: string) => (await services.audit.list({ resource }, {})).items;

describe('feeds on the command line', () => {
  it('make prints the address under the base address, and a calendar reads it until it is revoked', async () => {
    const { status, stdout, stderr } = await schedcu([
      ...['feeds', 'make', ...inWard, '--kind', 'position', '--of', 'on1', ...BASE],
    ]);
    expect([status, stderr]).toEqual([0, '']);
    const [first, address = '', once, how = ''] = stdout.split('\n');
    expect([first, once]).toEqual([
      'Made the feed of ON1 (position) in Ward1, to be added to a calendar as a subscription:',
      'It is shown this once.',
    ]);
    const [, path = ''] = /^ {2}https:\/\/schedcu\.example\.org(\/feeds\/\S+\.ics)$/.exec(address) ?? [];
    const { events } = readCalendar((await ask(path)).body);
    expect(events.map(({ SUMMARY }) => SUMMARY?.value)).toEqual(Array(7).fill('ON1: Nora Grantham'));
    const [, id = ''] = /until it is revoked: schedcu feeds revoke (\S+)$/.exec(how) ?? [];
    expect((await schedcu(['feeds', 'revoke', id])).stdout).toBe('The feed of ON1 is revoked.');
    expect(await statusOf(path)).toBe(404);
  });

  it.each([
    ['a person', 'person', 'Grantham@ashby.test', 'Nora Grantham'],
    ['a position', 'position', 'MidC', 'MidC'],
    ['a hospital', 'hospital', 'Brook', 'Brook Street Hospital'],
  ])('is of %s, whose duties it shows', async (_, kind, of, title) => {
    const made = await makeFeed(kind, of, ...BASE);
    expect(made).toEqual({
      feed: {
        ...{ id: made.feed.id, kind, title, department: ward.code, lastUsedAt: null },
        ...{ createdAt: expect.any(String), createdBy: services.actor.userId },
        createdByEmail: 'tester@command-line.invalid',
      },
      path: expect.stringMatching(/^\/feeds\/[\w-]{20,}\.ics$/),
      url: `https://schedcu.example.org${made.path}`,
    });
    const { events } = readCalendar((await ask(made.path)).body);
    expect(events.length).toBeGreaterThan(0);
    expect(await document('feeds', 'revoke', made.feed.id)).toEqual({
      revoked: { ...made.feed, lastUsedAt: expect.any(String) },
    });
  });

  it('of a person made for others shows the one department', async () => {
    await services.produce(other);
    const { path } = await makeFeed('person', 'grantham@ashby.test');
    const { events } = readCalendar((await ask(path)).body);
    expect(new Set(events.map(({ SUMMARY }) => SUMMARY?.value))).toEqual(new Set(['ON1 · Ward1']));
  });

  it('list is what HTTP answers to an administrator, newest first, page by page', async () => {
    const [one, two] = [await makeFeed('position', 'ON2'), await makeFeed('hospital', 'Ashby')];
    const answer = (await root.call('GET', `/api/feeds?department=${ward.code}`)).json();
    expect(await document('feeds', 'list', '--department', 'ward1')).toEqual(answer);
    expect(answer.feeds.slice(0, 2)).toEqual([two.feed, one.feed]);
    const first = await schedcu(['feeds', 'list', ...inWard, '--limit', '1']);
    expect(first.stdout).toMatch(
      /^FEED +DEPARTMENT +KIND +OF +MADE \(UTC\) +BY +LAST USED\n\S+ +Ward1 +hospital +Ashby General Hospital +2026-04-08 12:00 +tester@command-line\.invalid +never\nThere are more: --cursor \S+$/,
    );
    const [cursor = ''] = first.stdout.split(' ').slice(-1);
    const second = await schedcu(['feeds', 'list', ...inWard, '--limit', '1', '--cursor', cursor]);
    expect(second.stdout).toContain(one.feed.id);
  });

  it('list of another department has none of these, and none at all says so', async () => {
    const made = await document<MadeFeed>(
      ...['feeds', 'make', '--department', other.code, '--kind', 'position', '--of', 'MidL'],
    );
    const { feeds } = await document<{ feeds: Row[] }>('feeds', 'list', '--department', other.code);
    expect(feeds).toEqual([made.feed]);
    await schedcu(['feeds', 'revoke', made.feed.id]);
    const { stdout } = await schedcu(['feeds', 'list', '--department', other.code]);
    expect(stdout).toBe('There are no such feeds.');
  });
});

describe('a wall display on the command line', () => {
  it('make prints the address, and a screen shows tonight until it is revoked', async () => {
    const { stdout } = await schedcu(['walls', 'make', ...inWard, ...BASE]);
    const [first, address = '', once, how = ''] = stdout.split('\n');
    expect([first, once]).toEqual([
      'Made a wall display of Ward1, to be opened on the screen:',
      'It is shown this once.',
    ]);
    const [, path = ''] = /^ {2}https:\/\/schedcu\.example\.org(\/wall\/\S+)$/.exec(address) ?? [];
    expect((await ask(path)).json()).toMatchObject({ department: { code: ward.code } });
    const [, id = ''] = /until it is revoked: schedcu walls revoke (\S+)$/.exec(how) ?? [];
    expect((await schedcu(['walls', 'revoke', id])).stdout).toBe('The wall display of Ward1 is revoked.');
    expect(await statusOf(path)).toBe(404);
  });

  it('list is what HTTP answers to an administrator, page by page; none at all says so', async () => {
    const [one, two] = [await makeWall(), await makeWall()];
    expect(one).toMatchObject({ wall: { createdByEmail: 'tester@command-line.invalid' }, url: null });
    const answer = (await root.call('GET', '/api/walls')).json();
    expect(await document('walls', 'list')).toEqual(answer);
    expect(answer.walls).toEqual([two.wall, one.wall]);
    const first = await schedcu(['walls', 'list', '--limit', '1']);
    expect(first.stdout).toMatch(
      /^WALL DISPLAY +DEPARTMENT +MADE \(UTC\) +BY +LAST USED\n\S+ +Ward1 +2026-04-08 12:00 +tester@command-line\.invalid +never\nThere are more: --cursor \S+$/,
    );
    const { stdout } = await schedcu(['walls', 'list', '--department', other.code]);
    expect(stdout).toBe('There are no such wall displays.');
    expect(await document('walls', 'revoke', one.wall.id)).toEqual({ revoked: one.wall });
  });
});

describe('a secret address', () => {
  it('is printed once: no list, trail or log has its secret', async () => {
    const made = [await makeFeed('position', 'ON1'), await makeWall()];
    const secrets = made.map(({ path }) => /^\/(?:feeds|wall)\/([\w-]+)/.exec(path)?.[1] ?? 'none');
    for (const { path } of made) expect(await statusOf(path)).toBe(200);
    const shown = [
      ...[await schedcu(['feeds', 'list']), await schedcu(['feeds', 'list', '--json'])],
      ...[await schedcu(['walls', 'list']), await schedcu(['walls', 'list', '--json'])],
      ...[await schedcu(['audit', '--limit', '200', '--json']), http.logged()],
    ];
    for (const secret of secrets) {
      expect(secret).toMatch(/^[\w-]{20,}$/);
      expect(JSON.stringify(shown)).not.toContain(secret);
    }
  });

  it('is audited as made and revoked by whoever typed it', async () => {
    const [{ feed }, { wall }] = [await makeFeed('position', 'ON2'), await makeWall()];
    await schedcu(['feeds', 'revoke', feed.id]);
    await schedcu(['walls', 'revoke', wall.id]);
    const by = { userEmail: 'tester@command-line.invalid', ipAddress: null };
    expect(await trail(`feed:${feed.id}`)).toMatchObject([
      { action: 'FEED_REVOKED', ...by, oldValues: { kind: 'POSITION_FEED', target: 'ON2' } },
      { action: 'FEED_CREATED', ...by, newValues: { kind: 'POSITION_FEED', target: 'ON2' } },
    ]);
    expect(await trail(`wall:${wall.id}`)).toMatchObject([
      { action: 'WALL_REVOKED', ...by },
      { action: 'WALL_CREATED', ...by },
    ]);
  });

  it('without a base address is a path, and what to put before it', async () => {
    const { stdout } = await schedcu(['walls', 'make', ...inWard]);
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      expect.stringMatching(/^ {2}\/wall\/[\w-]+$/),
      'Put the address of the server before it, like https://schedcu.example.org.',
      'It is shown this once.',
    ]);
  });

  it.each([
    ['http://localhost:3000', 'http://localhost:3000/wall/'],
    ['https://schedcu.example.org/', 'https://schedcu.example.org/wall/'],
    ['HTTPS://Schedcu.Example.org/night//', 'https://schedcu.example.org/night/wall/'],
  ])('stands under %s', async (base, begins) => {
    const { url, path } = await makeWall('--base-url', base);
    expect(url).toBe(`${begins}${path.slice('/wall/'.length)}`);
  });

  it('stays whole on a narrow terminal', async () => {
    const { stdout } = await schedcu(['walls', 'make', ...inWard, ...BASE], { columns: 44 });
    expect(stdout).toMatch(/^ {2}https:\/\/schedcu\.example\.org\/wall\/[\w-]{20,}$/m);
  });
});

describe('what is refused makes and revokes nothing', () => {
  const feed = (over: Record<string, string>) => {
    const options = { department: ward.code, kind: 'position', of: 'ON1', ...over };
    return ['feeds', 'make', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
  };
  it.each<[string, string[], string]>([
    ['a feed of no department', feed({ department: 'ELM' }), 'There is no department "ELM". Known are '],
    [
      'a feed of nobody',
      feed({ kind: 'person', of: 'x@ashby.test' }),
      'member with the email "x@ashby.test"',
    ],
    ['a feed of no position', feed({ of: 'ON7' }), '"ON7" is no '],
    ['a feed of no hospital', feed({ kind: 'hospital', of: 'Elm' }), 'There is no hospital "Elm".'],
    ['a feed of no kind', feed({ kind: 'room' }), 'Allowed choices are person, position, hospital.'],
    ['a feed of nothing', ['feeds', 'make', ...inWard, '--kind', 'position'], "'--of <which>' not specified"],
    ['a feed without a kind', ['feeds', 'make', ...inWard, '--of', 'ON1'], "'--kind <kind>' not specified"],
    ['a base that is no address', feed({ 'base-url': 'schedcu' }), '"schedcu" is no address of a server.'],
    ['a base of another kind', feed({ 'base-url': 'ftp://schedcu' }), '"ftp://schedcu" is no address'],
    ['a base with a login', feed({ 'base-url': 'https://me:pw@x' }), 'without "@", "?" or "#".'],
    ['a base with a query', feed({ 'base-url': 'https://x/?a=1' }), 'without "@", "?" or "#".'],
    ['a list of no department', ['feeds', 'list', '--department', ''], 'There is no department ""'],
    ['a list of too many', ['feeds', 'list', '--limit', '201'], 'A page has 1 to 200 entries'],
    ['a list from no cursor', ['feeds', 'list', '--cursor', 'x'], 'The cursor is not one of this list.'],
    ['to revoke what is no id', ['feeds', 'revoke', 'ON1'], '"ON1" is no feed id. See schedcu feeds list.'],
    ['to revoke no feed', ['feeds', 'revoke', NOBODY], `There is no feed ${NOBODY}.`],
    ['a wall of no department', ['walls', 'make', '--department', 'ELM'], 'There is no department "ELM"'],
    ['a wall under no address', ['walls', 'make', ...inWard, '--base-url', ''], '"" is no address'],
    ['walls of no department', ['walls', 'list', '--department', 'ELM'], 'There is no department "ELM"'],
    ['to revoke no wall id', ['walls', 'revoke', '7'], '"7" is no wall id. See schedcu walls list.'],
    ['to revoke no wall', ['walls', 'revoke', NOBODY], `There is no wall ${NOBODY}.`],
  ])('%s', async (_, args, says) => {
    const before = await services.audit.list({}, { limit: 1 });
    const outcome = await schedcu(args);
    expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(says) });
    expect(await services.audit.list({}, { limit: 1 })).toEqual(before);
  });

  it.each<[string, string[], Record<string, unknown>]>([
    [
      'a member whom nobody knows',
      feed({ kind: 'person', of: 'x@x.test' }),
      { code: 'BAD_REQUEST', field: 'of' },
    ],
    ['a department', feed({ department: 'ELM' }), { code: 'BAD_REQUEST', department: 'ELM' }],
    ['a feed that is none', ['feeds', 'revoke', NOBODY], { code: 'NOT_FOUND' }],
  ])('in JSON, with its code: %s', async (_, args, error) => {
    const { status, stdout } = await schedcu([...args, '--json']);
    expect([status, JSON.parse(stdout)]).toEqual([2, { error: { message: expect.any(String), ...error } }]);
  });

  it('a second time, and by the other word', async () => {
    const [{ feed: made }, { wall, path }] = [await makeFeed('position', 'ON1'), await makeWall()];
    expect((await schedcu(['feeds', 'revoke', made.id])).status).toBe(0);
    expect(await schedcu(['feeds', 'revoke', made.id])).toEqual({
      ...{ status: 2, stdout: '', stderr: `There is no feed ${made.id}.` },
    });
    expect((await schedcu(['feeds', 'revoke', wall.id])).stderr).toBe(`There is no feed ${wall.id}.`);
    expect(await statusOf(path)).toBe(200);
  });
});
