import { describe, expect, it } from 'vitest';
import { openTestHttp, PASSWORD } from '#test/support/http.ts';

const http = await openTestHttp();
const { services } = http;
const { clock } = services;
const chief = await http.addUser('chief@ashby.test', 'ADMIN');
await http.addUser('gone@ashby.test', 'ADMIN');
await services.users.disable('gone@ashby.test', services.actor);

const minutes = (count: number): void => {
  clock.now = new Date(Date.parse(clock.now) + count * 60_000).toISOString();
};

describe('a one-time link', () => {
  const follow = (secret: string, over: object = {}) =>
    http.visit().call('GET', `/api/session/links/${secret}`, undefined, over);

  it('signs in once, and leads to the page', async () => {
    const secret = await services.signIn.makeLink(chief.id, 15, false);
    const answer = await follow(secret);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect(answer.cookies[0]?.name).toBe('schedcu_session');
    expect((await follow(secret)).statusCode).toBe(401);
    expect((await services.audit.list({ action: 'SIGNED_IN' }, {})).items[0]).toMatchObject({
      newValues: { way: 'link' },
    });
  });

  it('of two who follow it at once one is signed in', async () => {
    const secret = await services.signIn.makeLink(chief.id, 15, false);
    const answers = await Promise.all([follow(secret), follow(secret)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 401]);
  });

  it('is not used up by a program that looks at its head', async () => {
    const secret = await services.signIn.makeLink(chief.id, 15, false);
    const head = await http.server.inject({ method: 'HEAD', url: `/api/session/links/${secret}` });
    expect([head.statusCode, head.headers['allow']]).toEqual([405, 'GET']);
    expect((await follow(secret)).statusCode).toBe(303);
  });

  it('expires, and is nothing for somebody who is disabled', async () => {
    const late = await services.signIn.makeLink(chief.id, 15, false);
    minutes(16);
    expect((await follow(late)).statusCode).toBe(401);
    const gone = (await services.users.list()).find(({ email }) => email === 'gone@ashby.test');
    const secret = await services.signIn.makeLink(gone?.id ?? chief.id, 15, false);
    expect((await follow(secret)).statusCode).toBe(401);
  });

  it('for this machine: not from elsewhere, not passed on, not under another name; then it still works', async () => {
    const secret = await services.signIn.makeLink(chief.id, 15, true);
    const local = { remoteAddress: '127.0.0.1' };
    expect((await follow(secret)).statusCode).toBe(401);
    expect((await follow(secret, { ...local, headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(
      401,
    );
    expect((await follow(secret, { ...local, headers: { host: 'evil.example' } })).statusCode).toBe(401);
    expect((await follow(secret, { ...local, headers: { host: 'localhost:3000' } })).statusCode).toBe(303);
  });

  it('is never logged', async () => {
    const secret = await services.signIn.makeLink(chief.id, 15, false);
    await follow(secret);
    await http.visit().call('GET', `/api/session/link/${secret}`);
    await http.visit().call('GET', `/api/session?code=${secret}`);
    expect(http.logged()).toContain('/api/session/links/:secret');
    expect(http.logged()).not.toContain(secret);
    expect(http.logged()).not.toContain(PASSWORD);
  });
});
