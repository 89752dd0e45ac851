import { describe, expect, it } from 'vitest';
import { openTestHttp, PASSWORD, REMOTE } from '#test/support/http.ts';
import { runSql } from '#test/support/open-test-database.ts';

const http = await openTestHttp();
const { services, server } = http;
const { clock } = services;
const department = await services.openDepartment();
const chief = await http.addUser('chief@ashby.test', 'SCHEDULER', department.code);
await http.addUser('root@ashby.test', 'ADMIN');
await http.addUser('gone@ashby.test', 'VIEWER', department.code);
await services.users.disable('gone@ashby.test', services.actor);

let addresses = 0;
/** An address from which nobody has failed yet. */
const freshAddress = (): { remoteAddress: string } => ({ remoteAddress: `198.51.100.${++addresses}` });
const signIn = (email: string, password: string, from = freshAddress()) =>
  http.visit().call('POST', '/api/session', { email, password }, from);
const minutes = (count: number): void => {
  clock.now = new Date(Date.parse(clock.now) + count * 60_000).toISOString();
};
const audited = async (action: string) =>
  (await services.audit.list({ action }, { limit: 200 })).items.map(
    ({ userEmail, resource, newValues, ipAddress }) => ({
      ...{ userEmail, resource, newValues, ipAddress },
    }),
  );

describe('signing in', () => {
  it('answers who it is and sets a cookie that scripts and other sites do not get at', async () => {
    const answer = await http
      .visit()
      .call('POST', '/api/session', { email: 'Chief@Ashby.test', password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      user: { id: chief.id, email: 'chief@ashby.test', role: 'SCHEDULER', hospitalId: department.id },
      name: 'chief@ashby.test',
    });
    const [session, browser] = answer.cookies;
    expect(session).toMatchObject({ name: 'schedcu_session', path: '/', httpOnly: true, sameSite: 'Strict' });
    expect(session?.secure).toBeUndefined();
    expect(browser).toMatchObject({ name: 'schedcu_browser', path: '/api/session', httpOnly: true });
    expect(await audited('SIGNED_IN')).toContainEqual({
      ...{ userEmail: 'chief@ashby.test', resource: `user:${chief.id}`, newValues: { way: 'password' } },
      ipAddress: REMOTE,
    });
  });

  it('over https the cookie is Secure', async () => {
    const proxied = await openServerBehindProxy();
    const answer = await proxied.inject({
      ...{ method: 'POST', url: '/api/session', payload: { email: 'chief@ashby.test', password: PASSWORD } },
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.200' },
      remoteAddress: '127.0.0.1',
    });
    expect(answer.cookies.map(({ secure }) => secure)).toEqual([true, true]);
    await proxied.close();
  });

  it.each([
    ['a wrong password', 'chief@ashby.test', 'the kettle sings at dawn'],
    ['a name that nobody has', 'nobody@ashby.test', PASSWORD],
    ['somebody who is disabled', 'gone@ashby.test', PASSWORD],
    ['a user of the command line, who has no password', 'tester@command-line.invalid', ''],
    ['a name that is none', "' or 1=1 --", PASSWORD],
  ])('%s: the same answer', async (_, email, password) => {
    const answer = await signIn(email, password);
    expect(answer.statusCode).toBe(401);
    expect(answer.cookies).toEqual([]);
    const { requestId: _id, ...problem } = answer.json();
    expect(problem).toEqual({
      ...{ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'UNAUTHENTICATED' },
      detail: 'The email or the password is wrong.',
    });
  });

  it('a wrong name takes about as long as a wrong password', async () => {
    const time = async (email: string): Promise<number> => {
      const begun = performance.now();
      await signIn(email, 'the kettle sings at noon');
      return performance.now() - begun;
    };
    // By turns, and the shortest of each: what else the machine does falls on both, and counts for neither.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let index = 0; index < 7; index++) {
      known = Math.min(known, await time('chief@ashby.test'));
      unknown = Math.min(unknown, await time('whoever@ashby.test'));
    }
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('failures are audited: a known user by name, an unknown name as a hash only', async () => {
    await signIn('my password by mistake', PASSWORD);
    const failed = await audited('SIGN_IN_FAILED');
    expect(failed).toContainEqual(
      expect.objectContaining({ userEmail: 'chief@ashby.test', newValues: { way: 'password' } }),
    );
    expect(failed[0]).toMatchObject({
      ...{ userEmail: null, resource: 'user:unknown' },
      newValues: { way: 'password', emailHash: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(JSON.stringify(failed)).not.toContain('by mistake');
  });

  it('a new session each time; the one that the browser had ends', async () => {
    const browser = await http.browse('chief@ashby.test');
    const first = browser.cookies.get('schedcu_session');
    await browser.call('POST', '/api/session', { email: 'root@ashby.test', password: PASSWORD });
    expect(browser.cookies.get('schedcu_session')).not.toBe(first);
    const old = await server.inject({ url: '/api/session', headers: { cookie: `schedcu_session=${first}` } });
    expect(old.statusCode).toBe(401);
  });
});

describe('a session', () => {
  it('is kept as a hash only', async () => {
    const browser = await http.browse('chief@ashby.test');
    const secret = browser.cookies.get('schedcu_session') ?? '';
    const stored = JSON.stringify(
      await runSql(services.database.db, "select *, encode(token_hash, 'escape') from sessions"),
    );
    expect(secret).toHaveLength(43);
    expect(stored).not.toContain(secret);
    expect(http.logged()).not.toContain(secret);
  });

  it('ends after twelve hours without use, and not with use', async () => {
    const [used, idle] = [await http.browse('chief@ashby.test'), await http.browse('chief@ashby.test')];
    minutes(11 * 60);
    expect((await used.call('GET', '/api/session')).statusCode).toBe(200);
    minutes(61);
    expect((await used.call('GET', '/api/session')).statusCode).toBe(200);
    expect((await idle.call('GET', '/api/session')).statusCode).toBe(401);
  });

  it('ends after a week, however it is used', async () => {
    const browser = await http.browse('chief@ashby.test');
    for (let hour = 0; hour < 7 * 24 - 4; hour += 4) {
      minutes(4 * 60);
      expect((await browser.call('GET', '/api/session')).statusCode).toBe(200);
    }
    minutes(4 * 60 + 1);
    expect((await browser.call('GET', '/api/session')).statusCode).toBe(401);
  });

  it('ends when its user is disabled, and is not opened again with them', async () => {
    const shift = await http.addUser('shift@ashby.test', 'USER', department.code);
    const browser = await http.browse('shift@ashby.test');
    await services.users.update(shift.id, { active: false }, services.actor);
    expect((await browser.call('GET', '/api/session')).statusCode).toBe(401);
    await services.users.update(shift.id, { active: true }, services.actor);
    expect((await browser.call('GET', '/api/session')).statusCode).toBe(401);
  });

  it('signing out ends this one, everywhere all of them; both are audited', async () => {
    const [here, there] = [await http.browse('chief@ashby.test'), await http.browse('chief@ashby.test')];
    const secret = here.cookies.get('schedcu_session');
    expect((await here.call('DELETE', '/api/session')).statusCode).toBe(204);
    expect(here.cookies.has('schedcu_session')).toBe(false);
    const again = await server.inject({
      url: '/api/session',
      headers: { cookie: `schedcu_session=${secret}` },
    });
    expect(again.statusCode).toBe(401);
    expect((await there.call('GET', '/api/session')).statusCode).toBe(200);
    const other = await http.browse('chief@ashby.test');
    expect((await other.call('DELETE', '/api/session?everywhere=true')).statusCode).toBe(204);
    expect((await there.call('GET', '/api/session')).statusCode).toBe(401);
    expect(await audited('SIGNED_OUT')).toHaveLength(2);
    expect((await audited('SIGNED_OUT_EVERYWHERE'))[0]).toMatchObject({
      newValues: { ended: expect.any(Number) },
    });
  });

  it.each([
    ['forged', { cookie: `schedcu_session=${'x'.repeat(43)}` }],
    ['with SQL in it', { cookie: "schedcu_session='; drop table sessions --" }],
    ['a bearer that is no token', { authorization: 'Bearer abc' }],
    ['another scheme', { authorization: 'Basic Y2hpZWY6eA==' }],
    ['an empty bearer', { authorization: 'Bearer' }],
  ])('%s opens nothing', async (_, headers) => {
    const answer = await server.inject({ url: '/api/session', headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('a bearer stands before the cookie, also where it opens nothing', async () => {
    const browser = await http.browse('chief@ashby.test');
    const answer = await browser.call('GET', '/api/session', undefined, {
      headers: { authorization: 'Bearer x' },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('requests of other sites', () => {
  it.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 204],
    ['typed by the user', { 'sec-fetch-site': 'none' }, 204],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['our origin, an old browser', { origin: 'http://localhost:80' }, 204],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['an origin that is hidden', { origin: 'null' }, 403],
    ['a program', {}, 204],
  ])('%s', async (_, headers, status) => {
    const browser = await http.browse('chief@ashby.test');
    const answer = await browser.call('DELETE', '/api/session', undefined, { headers });
    expect(answer.statusCode).toBe(status);
  });

  it('nobody is signed in from another site', async () => {
    const payload = { email: 'chief@ashby.test', password: PASSWORD };
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await http.visit().call('POST', '/api/session', payload, { headers });
    expect([answer.statusCode, answer.cookies]).toEqual([403, []]);
  });
});

async function openServerBehindProxy() {
  const { buildServer } = await import('#src/http/server.ts');
  const { openLog } = await import('#src/outside/log.ts');
  const options = { uploadBytes: 1_000, requestsPerMinute: 1_000, trustProxy: ['127.0.0.1'] };
  return await buildServer({ services, log: openLog('silent'), ...options });
}
