import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, openTestHttp } from '#test/support/http.ts';
import { type OpenIdServer, startOpenIdServer } from '#test/support/openid-server.ts';

const provider = await startOpenIdServer();
const redirectUri = 'http://localhost:3000/api/session/oidc/callback';
const openId = { issuer: provider.issuer, ...provider.client, redirectUri };
const http = await openTestHttp({ openId });
const { services } = http;
const chief = await http.addUser('chief@ashby.test', 'ADMIN');
await http.addUser('gone@ashby.test', 'ADMIN');
await services.users.disable('gone@ashby.test', services.actor);

beforeEach(() => {
  provider.person = { email: 'chief@ashby.test', email_verified: true };
  provider.claims = {};
  provider.byUserInfo = false;
  provider.forged = false;
});

/** Goes to the provider, agrees, and comes back; `spoil` changes the address on the way. */
async function goThere(browser: Browser, spoil: (back: URL) => void = () => undefined) {
  const begun = await browser.call('GET', '/api/session/oidc');
  expect(begun.statusCode).toBe(303);
  const back = await provider.authorize(String(begun.headers.location));
  spoil(back);
  return await browser.call('GET', `${back.pathname}${back.search}`);
}

describe('signing in at a provider', () => {
  it('goes there with PKCE, state and nonce, and keeps them in a cookie that comes back along', async () => {
    const begun = await http.visit().call('GET', '/api/session/oidc');
    const asked = new URL(String(begun.headers.location)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{
        response_type: 'code',
        client_id: 'schedcu-test',
        redirect_uri: redirectUri,
        scope: 'openid email',
      },
      ...{ code_challenge_method: 'S256', code_challenge: expect.stringMatching(/.{43}/) },
      ...{ state: expect.stringMatching(/.{20}/), nonce: expect.stringMatching(/.{20}/) },
    });
    expect(begun.cookies[0]).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/api/session/oidc',
      maxAge: 600,
    });
  });

  it.each([
    ['in the token', false],
    ['by userinfo', true],
  ])('a user with the verified email is signed in: %s', async (_, byUserInfo) => {
    provider.byUserInfo = byUserInfo;
    const browser = http.visit();
    const answer = await goThere(browser);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect((await browser.call('GET', '/api/session')).json().user.id).toBe(chief.id);
    expect(browser.cookies.has('schedcu_provider')).toBe(false);
    const [entry] = (await services.audit.list({ action: 'SIGNED_IN' }, {})).items;
    expect(entry).toMatchObject({ userEmail: 'chief@ashby.test', newValues: { way: 'provider' } });
  });

  it('the email counts without regard to case', async () => {
    provider.person = { email: 'Chief@ASHBY.test', email_verified: true };
    expect((await goThere(http.visit())).statusCode).toBe(303);
  });

  it('the one-time code does not come into the log', async () => {
    let code = '';
    await goThere(http.visit(), (back) => {
      code = back.searchParams.get('code') ?? '';
    });
    expect(code).not.toBe('');
    expect(http.logged()).not.toContain(code);
    expect(http.logged()).not.toContain(openId.clientSecret);
  });
});

describe('nobody is signed in', () => {
  const email = 'chief@ashby.test';
  const refused: [string, Partial<OpenIdServer>, RegExp][] = [
    [
      'whom we do not know',
      { person: { email: 'x@ashby.test', email_verified: true } },
      /no user with your email/,
    ],
    [
      'who is disabled',
      { person: { email: 'gone@ashby.test', email_verified: true } },
      /no user with your email/,
    ],
    ['whose email is not verified', { person: { email, email_verified: false } }, /not verified/],
    ['whose email nobody says to be verified', { person: { email } }, /not verified/],
    ['without an email', { person: {} }, /not verified/],
    ['by a token that another key signed', { forged: true }, /did not succeed/],
    ['by a token for another client', { claims: { aud: 'another' } }, /did not succeed/],
    ['by a token of another issuer', { claims: { iss: 'https://evil.example' } }, /did not succeed/],
    ['by a token that has expired', { claims: { exp: 1_000_000_000 } }, /did not succeed/],
    ['by a token for another sign-in', { claims: { nonce: 'another' } }, /did not succeed/],
  ];
  it.each(refused)('%s', async (_, spoilt, says) => {
    Object.assign(provider, spoilt);
    const browser = http.visit();
    const answer = await goThere(browser);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.json().detail).toMatch(says);
    expect(browser.cookies.has('schedcu_session')).toBe(false);
  });

  it('who comes back with another state, without a code, or with an error', async () => {
    expect(
      (await goThere(http.visit(), (back) => back.searchParams.set('state', 'another'))).statusCode,
    ).toBe(401);
    expect((await goThere(http.visit(), (back) => back.searchParams.delete('code'))).statusCode).toBe(401);
    const denied = await goThere(http.visit(), (back) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
    });
    expect(denied.statusCode).toBe(401);
  });

  it('who has not begun here, whose cookie was changed, or who took too long', async () => {
    const back = await provider.authorize(
      String((await http.visit().call('GET', '/api/session/oidc')).headers.location),
    );
    const there = `${back.pathname}${back.search}`;
    expect((await http.visit().call('GET', there)).statusCode).toBe(401);
    const browser = http.visit();
    browser.cookies.set('schedcu_provider', `${Buffer.from('{}').toString('base64url')}.x`);
    expect((await browser.call('GET', there)).statusCode).toBe(401);
    const slow = http.visit();
    const late = await provider.authorize(
      String((await slow.call('GET', '/api/session/oidc')).headers.location),
    );
    services.clock.now = new Date(Date.parse(services.clock.now) + 11 * 60_000).toISOString();
    expect((await slow.call('GET', `${late.pathname}${late.search}`)).json().detail).toMatch(/too long/);
  });

  it('twice with the same answer', async () => {
    let back = '';
    const browser = http.visit();
    await goThere(browser, (url) => {
      back = `${url.pathname}${url.search}`;
    });
    expect((await browser.call('GET', back)).statusCode).toBe(401);
  });
});

it('failures are audited', async () => {
  provider.person = { email: 'x@ashby.test', email_verified: true };
  await goThere(http.visit());
  const [entry] = (await services.audit.list({ action: 'SIGN_IN_FAILED' }, {})).items;
  expect(entry).toMatchObject({ resource: 'user:unknown', newValues: { way: 'provider' } });
});

it('a provider that is gone is no fault of ours: 503, and nobody is signed in', async () => {
  await provider.stop();
  const browser = http.visit();
  expect((await browser.call('GET', '/api/session/oidc')).statusCode).toBe(303);
  const other = await import('#src/outside/openid-provider.ts');
  const begun = other.openIdProvider(openId).begin();
  await expect(begun).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const kept = new URL(String((await browser.call('GET', '/api/session/oidc')).headers.location))
    .searchParams;
  const back = `/api/session/oidc/callback?code=1&state=${kept.get('state')}`;
  const answer = await browser.call('GET', back);
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'UNAVAILABLE']);
});
