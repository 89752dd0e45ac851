import { beforeAll, describe, expect, it } from 'vitest';
import type { UserId } from '#src/domain/ids.ts';
import { openTestHttp, PASSWORD } from '#test/support/http.ts';
import { type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { startOpenIdServer } from '#test/support/openid-server.ts';

let wards: HttpWards;

interface Session {
  user: { id: UserId; email: string };
  name: string;
  personId: string | null;
  permissions: string[];
  departments: { code: string; hasSchedule: boolean }[];
}
const sessionOf = async (who: 'admin' | 'scheduler' | 'viewer' | 'user' | 'brook' | 'stranger') =>
  json<Session>(await wards[who].call('GET', '/api/session'));

beforeAll(async () => {
  wards = await openHttpWards();
  await wards.services.produce(wards.own);
});

describe('who is signed in', () => {
  it('is named as the person with the same email, with what the role may', async () => {
    const { id } = (await wards.services.registry.listPeople(wards.own.id)).find(
      ({ email }) => email === 'grantham@ashby.test',
    ) ?? { id: null };
    expect(await sessionOf('user')).toMatchObject({
      ...{ user: { email: 'grantham@ashby.test', role: 'USER' }, name: 'Nora Grantham', personId: id },
      permissions: ['ask', 'own'],
    });
    expect(await sessionOf('scheduler')).toMatchObject({
      ...{ name: 'chief@ashby.test', personId: null, permissions: ['ask', 'own', 'read', 'schedule'] },
    });
  });

  it('may ask of the own department, and whether it has a schedule is said', async () => {
    const { own, other } = wards;
    const { code, name, timeZone } = own;
    for (const who of ['scheduler', 'viewer', 'user'] as const) {
      expect((await sessionOf(who)).departments).toEqual([{ code, name, timeZone, hasSchedule: true }]);
    }
    expect((await sessionOf('stranger')).departments).toMatchObject([
      { code: other.code, hasSchedule: false },
    ]);
  });

  it('may, of a hospital, ask of the departments that read for it', async () => {
    expect((await sessionOf('brook')).departments.map(({ code }) => code)).toEqual([wards.own.code]);
    await wards.addUser('chief@brook.test', 'SCHEDULER', 'Brook');
    const chief = await wards.browse('chief@brook.test');
    const { departments } = json<Session>(await chief.call('GET', '/api/session'));
    expect(departments).toMatchObject([
      { code: 'Brook', hasSchedule: false },
      { code: wards.own.code, hasSchedule: true },
    ]);
  });

  it('may, as an administrator, ask of every department', async () => {
    const { services, own } = wards;
    const codes = (await services.departments.list()).map(({ code }) => code);
    expect(codes).toContain(own.code);
    expect((await sessionOf('admin')).departments.map(({ code }) => code)).toEqual(codes);
  });

  it('is told what a token is good for', async () => {
    const { admin, visit } = wards;
    const made = await admin.call('POST', '/api/tokens', { name: 'board', scopes: ['read'] });
    const headers = { authorization: `Bearer ${json<{ secret: string }>(made, 201).secret}` };
    const session = json<Session>(await visit().call('GET', '/api/session', undefined, { headers }));
    expect(session).toMatchObject({ permissions: ['ask', 'own', 'read'] });
  });

  it('is what signing in answers too, and takes two queries', async () => {
    await wards.addUser('second@ashby.test', 'VIEWER', wards.own.code);
    const visitor = wards.visit();
    const body = { email: 'second@ashby.test', password: PASSWORD };
    const signedIn = json<Session>(await visitor.call('POST', '/api/session', body));
    expect(signedIn).toEqual(json(await visitor.call('GET', '/api/session')));

    const { session, queries } = wards.services.counted();
    await session.view(await wards.services.users.get(signedIn.user.id));
    expect(queries.count()).toBe(2);
  });
});

describe('nobody', () => {
  it('is told to sign in by password', async () => {
    expect(json(await wards.visit().call('GET', '/api/session'), 401)).toMatchObject({
      ...{ code: 'UNAUTHENTICATED', signInMethods: ['password'] },
    });
  });

  it('or by the provider, where there is one', async () => {
    const { issuer, client } = await startOpenIdServer();
    const redirectUri = 'http://localhost:3000/api/session/oidc/callback';
    const http = await openTestHttp({ openId: { issuer, ...client, redirectUri } });
    expect(json(await http.visit().call('GET', '/api/session'), 401)).toMatchObject({
      signInMethods: ['password', 'provider'],
    });
  });
});
