import { describe, expect, it } from 'vitest';
import { openTestHttp, PASSWORD } from '#test/support/http.ts';
import { runSql } from '#test/support/open-test-database.ts';

const http = await openTestHttp();
const { services } = http;
const ward = await services.openDepartment();
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const chief = await http.addUser('chief@ashby.test', 'SCHEDULER', ward.code);
const scheduler = await http.browse('chief@ashby.test');

const newest = async (action: string) => (await services.audit.list({ action }, { limit: 1 })).items[0];
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

describe('users', () => {
  it('are added, read, changed and listed by an administrator; no answer has a hash', async () => {
    const order = { email: 'Viewer@Ashby.test', role: 'VIEWER', department: ward.code, password: PASSWORD };
    const added = await root.call('POST', '/api/users', order);
    expect(added.statusCode).toBe(201);
    const { user } = added.json();
    expect(user).toEqual({
      ...{ id: expect.any(String), email: 'viewer@ashby.test', role: 'VIEWER', hospitalId: ward.id },
      ...{ department: ward.code, active: true, lastLoginAt: null },
    });
    expect((await root.call('GET', String(added.headers.location))).json()).toEqual({ user });
    const changed = await root.call('PATCH', `/api/users/${user.id}`, { role: 'USER' });
    expect(changed.json().user).toEqual({ ...user, role: 'USER' });
    const listed = await root.call('GET', `/api/users?department=${ward.code}&role=USER&active=true`);
    expect(listed.json().users).toEqual([{ ...user, role: 'USER' }]);
    expect((await root.call('GET', `/api/users?department=${ward.code}&active=false`)).json().users).toEqual(
      [],
    );
    const searched = await root.call('GET', '/api/users?search=IEWER@');
    expect(searched.json().users).toEqual([{ ...user, role: 'USER' }]);
    for (const answer of [added, changed, listed]) expect(answer.body).not.toMatch(/argon2|hash|kettle/);
    expect(await newest('USER_UPDATED')).toMatchObject({
      ...{ userEmail: 'root@ashby.test', resource: `user:${user.id}`, oldValues: { role: 'VIEWER' } },
      newValues: { role: 'USER' },
    });
    expect(JSON.stringify(await newest('USER_ADDED'))).not.toMatch(/argon2|kettle/);
  });

  it('are listed page by page', async () => {
    const first = (await root.call('GET', '/api/users?limit=1')).json();
    const second = (await root.call('GET', `/api/users?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second.users[0].email > first.users[0].email).toBe(true);
  });

  const x = 'x@ashby.test';
  it.each([
    ['an email that is taken', { email: 'chief@ashby.test', role: 'ADMIN' }, 'email', 409, /already/],
    ['an email that is none', { email: 'chief', role: 'ADMIN' }, 'email', 400, /no email/],
    ['a role that is none', { email: x, role: 'GOD' }, 'role', 400, /role/],
    ['no department', { email: x, role: 'USER' }, 'department', 400, /belongs to a department/],
    ['an unknown department', { email: x, role: 'USER', department: 'Mars' }, null, 400, /Mars/],
    ['a short password', { email: x, role: 'ADMIN', password: 'kettle' }, 'password', 400, /at least 15/],
    [
      'a common password',
      { email: x, role: 'ADMIN', password: 'password12345678' },
      'password',
      400,
      /easy to guess/,
    ],
    [
      'a user of the command line',
      { email: 'x@command-line.invalid', role: 'ADMIN' },
      'email',
      400,
      /make themselves/,
    ],
    ['what we do not know', { email: x, role: 'ADMIN', admin: true }, '', 400, /admin/],
  ])('%s is refused beside its field, and nothing is stored', async (_, order, field, status, says) => {
    const before = await services.users.list();
    const answer = await root.call('POST', '/api/users', order);
    const { detail, faults } = answer.json();
    expect([answer.statusCode, detail]).toEqual([status, expect.stringMatching(says)]);
    const path = field === '' ? 'body' : `body/${field}`;
    expect(faults).toEqual(field === null ? undefined : [{ path, message: expect.any(String) }]);
    expect(await services.users.list()).toEqual(before);
  });

  it('a role that needs a department keeps one', async () => {
    const answer = await root.call('PATCH', `/api/users/${chief.id}`, { department: null });
    expect(answer.statusCode).toBe(400);
    const moved = await root.call('PATCH', `/api/users/${chief.id}`, { department: 'Ashby' });
    expect(moved.json().user.hospitalId).not.toBe(ward.id);
    await root.call('PATCH', `/api/users/${chief.id}`, { department: ward.code });
  });

  it('a new role counts at once, in sessions and tokens that are open', async () => {
    const added = await http.addUser('climber@ashby.test', 'ADMIN');
    const climber = await http.browse('climber@ashby.test');
    const { secret } = (
      await climber.call('POST', '/api/tokens', { name: 'all', scopes: ['administer'] })
    ).json();
    expect((await climber.call('GET', '/api/users')).statusCode).toBe(200);
    expect((await http.visit().call('GET', '/api/users', undefined, bearer(secret))).statusCode).toBe(200);
    await root.call('PATCH', `/api/users/${added.id}`, { role: 'USER', department: ward.code });
    expect((await climber.call('GET', '/api/users')).statusCode).toBe(403);
    expect((await http.visit().call('GET', '/api/users', undefined, bearer(secret))).statusCode).toBe(403);
  });

  it.each([
    ['PATCH', { active: false }, 200],
    ['DELETE', undefined, 204],
  ])(
    'whoever is disabled by %s is out at once: sessions, tokens, passwords',
    async (method, body, status) => {
      const email = `leaver-${method}@ashby.test`;
      const added = await http.addUser(email, 'ADMIN');
      const leaver = await http.browse(email);
      const { secret } = (await leaver.call('POST', '/api/tokens', { name: 'mine', scopes: ['ask'] })).json();
      expect((await root.call(method, `/api/users/${added.id}`, body)).statusCode).toBe(status);
      expect((await leaver.call('GET', '/api/session')).statusCode).toBe(401);
      expect((await http.visit().call('GET', '/api/session', undefined, bearer(secret))).statusCode).toBe(
        401,
      );
      await expect(http.browse(email)).rejects.toThrow('wrong');
    },
  );

  it('a new password counts, the old one no more, and open sessions end', async () => {
    const added = await http.addUser('forgetful@ashby.test', 'ADMIN');
    const forgetful = await http.browse('forgetful@ashby.test');
    const next = 'nine herons wade at low tide';
    expect(
      (await root.call('PUT', `/api/users/${added.id}/password`, { password: 'short' })).statusCode,
    ).toBe(400);
    expect((await root.call('PUT', `/api/users/${added.id}/password`, { password: next })).statusCode).toBe(
      204,
    );
    expect((await forgetful.call('GET', '/api/session')).statusCode).toBe(401);
    await expect(http.browse('forgetful@ashby.test')).rejects.toThrow('wrong');
    const body = { email: 'forgetful@ashby.test', password: next };
    expect((await http.visit().call('POST', '/api/session', body)).statusCode).toBe(200);
    expect(await newest('PASSWORD_SET')).toMatchObject({ newValues: { sessionsEnded: 1 } });
    expect(http.logged()).not.toContain('herons');
  });

  it('the same characters typed on another keyboard are the same password', async () => {
    await services.users.add(
      {
        email: 'accents@ashby.test',
        role: 'ADMIN',
        department: null,
        password: 'caf\u00e9 au lait \u00e0 minuit',
      },
      services.actor,
    );
    const body = { email: 'accents@ashby.test', password: 'cafe\u0301 au lait a\u0300 minuit' };
    expect((await http.visit().call('POST', '/api/session', body)).statusCode).toBe(200);
  });

  it('the last administrator stays one, also when two take each other\u2019s role at once', async () => {
    const all = (await services.users.list()).filter(
      ({ role, active, email }) => role === 'ADMIN' && active && !email.endsWith('.invalid'),
    );
    const [first, second, ...others] = all;
    if (!first || !second) throw new Error('There should be two.');
    const over = { role: 'USER' as const, department: ward.code };
    for (const { id } of others) await services.users.update(id, over, services.actor);
    const both = await Promise.allSettled(
      [first, second].map(({ id }) => services.users.update(id, over, services.actor)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('last administrator'),
    });
    for (const { id } of all) await services.users.update(id, { role: 'ADMIN' }, services.actor);
  });

  it('an unknown one: 404', async () => {
    const nobody = '/api/users/0198f0de-0000-7000-8000-000000000000';
    expect((await root.call('GET', nobody)).statusCode).toBe(404);
    expect((await root.call('PATCH', nobody, { active: false })).statusCode).toBe(404);
    expect((await root.call('PUT', `${nobody}/password`, { password: PASSWORD })).statusCode).toBe(404);
  });
});

describe('tokens', () => {
  it('are made with scopes and an end, shown once, kept as a hash, used, and revoked', async () => {
    const made = await scheduler.call('POST', '/api/tokens', {
      name: 'wall display',
      scopes: ['ask', 'ask'],
      days: 30,
    });
    expect(made.statusCode).toBe(201);
    const { token, secret } = made.json();
    expect(secret).toMatch(/^schedcu_[\w-]{43}$/);
    expect(token).toMatchObject({ name: 'wall display', scopes: ['ask'], lastUsedAt: null });
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(30 * 24 * 60 * 60_000);
    const listed = await scheduler.call('GET', '/api/tokens');
    expect(listed.json().tokens).toEqual([token]);
    expect(listed.body).not.toContain(secret);
    expect((await http.visit().call('GET', '/api/session', undefined, bearer(secret))).json().user.id).toBe(
      chief.id,
    );
    expect((await scheduler.call('GET', '/api/tokens')).json().tokens[0].lastUsedAt).toBe(
      services.clock.now.replace('Z', '.000Z'),
    );
    expect(JSON.stringify(await runSql(services.database.db, 'select * from api_tokens'))).not.toContain(
      secret,
    );
    expect(http.logged()).not.toContain(secret);
    expect(await newest('TOKEN_CREATED')).toMatchObject({
      newValues: { name: 'wall display', scopes: ['ask'] },
    });
    expect((await scheduler.call('DELETE', `/api/tokens/${token.id}`)).statusCode).toBe(204);
    expect((await http.visit().call('GET', '/api/session', undefined, bearer(secret))).statusCode).toBe(401);
    expect((await scheduler.call('DELETE', `/api/tokens/${token.id}`)).statusCode).toBe(404);
    expect(await newest('TOKEN_REVOKED')).toMatchObject({ resource: `token:${token.id}` });
  });

  it('expire', async () => {
    const { secret } = (
      await scheduler.call('POST', '/api/tokens', { name: 'brief', scopes: ['ask'], days: 1 })
    ).json();
    const before = services.clock.now;
    services.clock.now = new Date(Date.parse(before) + 24 * 60 * 60_000 + 1_000).toISOString();
    expect((await http.visit().call('GET', '/api/session', undefined, bearer(secret))).statusCode).toBe(401);
    services.clock.now = before;
  });

  it('reach no further than the role of their user', async () => {
    const answer = await scheduler.call('POST', '/api/tokens', {
      name: 'more',
      scopes: ['ask', 'administer'],
    });
    expect([answer.statusCode, answer.json().detail]).toEqual([403, expect.stringContaining('administer')]);
  });

  it('reach no further than their scopes, and a wider scope includes the narrower ones', async () => {
    const of = async (scope: string): Promise<number[]> => {
      const { secret } = (await root.call('POST', '/api/tokens', { name: scope, scopes: [scope] })).json();
      const statuses: number[] = [];
      for (const url of ['/api/session', '/api/users']) {
        statuses.push((await http.visit().call('GET', url, undefined, bearer(secret))).statusCode);
      }
      return statuses;
    };
    expect(await of('ask')).toEqual([200, 403]);
    expect(await of('schedule')).toEqual([200, 403]);
    expect(await of('administer')).toEqual([200, 200]);
  });

  it('make and revoke no tokens, and are not another user\u2019s to revoke', async () => {
    const { secret, token } = (
      await root.call('POST', '/api/tokens', { name: 'x', scopes: ['administer'] })
    ).json();
    const made = await http
      .visit()
      .call('POST', '/api/tokens', { name: 'y', scopes: ['ask'] }, bearer(secret));
    expect(made.statusCode).toBe(403);
    expect(
      (await http.visit().call('DELETE', `/api/tokens/${token.id}`, undefined, bearer(secret))).statusCode,
    ).toBe(403);
    expect((await scheduler.call('DELETE', `/api/tokens/${token.id}`)).statusCode).toBe(404);
  });
});
