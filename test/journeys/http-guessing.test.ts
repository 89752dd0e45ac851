import { describe, expect, it } from 'vitest';
import { openTestHttp, PASSWORD } from '#test/support/http.ts';
import { runSql } from '#test/support/open-test-database.ts';

const http = await openTestHttp();
const { services } = http;
const { clock } = services;
await http.addUser('chief@ashby.test', 'ADMIN');
await http.addUser('root@ashby.test', 'ADMIN');

let addresses = 0;
/** An address from which nobody has failed yet. */
const freshAddress = (): { remoteAddress: string } => ({ remoteAddress: `198.51.100.${++addresses}` });
const signIn = (email: string, password: string, from = freshAddress()) =>
  http.visit().call('POST', '/api/session', { email, password }, from);
const minutes = (count: number): void => {
  clock.now = new Date(Date.parse(clock.now) + count * 60_000).toISOString();
};

describe('guessing', () => {
  const guess = (email: string, from: { remoteAddress: string }) =>
    signIn(email, 'the kettle sings at noon', from);

  it('waits after five failures: a second, two, four …, a quarter of an hour at most', async () => {
    const from = freshAddress();
    for (let index = 0; index < 5; index++)
      expect((await guess('chief@ashby.test', from)).statusCode).toBe(401);
    const waits: number[] = [];
    for (let index = 0; index < 13; index++) {
      const refused = await guess('chief@ashby.test', from);
      expect(refused.statusCode).toBe(429);
      const wait = Number(refused.headers['retry-after']);
      waits.push(wait);
      expect(refused.json().detail).toContain(`Try again in ${wait} s`);
      clock.now = new Date(Date.parse(clock.now) + wait * 1_000).toISOString();
      expect((await guess('chief@ashby.test', from)).statusCode).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('the right password waits as well, and clears the count', async () => {
    const from = freshAddress();
    for (let index = 0; index < 5; index++) await guess('chief@ashby.test', from);
    expect((await signIn('chief@ashby.test', PASSWORD, from)).statusCode).toBe(429);
    minutes(1);
    expect((await signIn('chief@ashby.test', PASSWORD, from)).statusCode).toBe(200);
    expect((await guess('chief@ashby.test', from)).statusCode).toBe(401);
    expect((await guess('chief@ashby.test', from)).statusCode).toBe(401);
  });

  it('many at once are no way around it', async () => {
    const from = freshAddress();
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('chief@ashby.test', from)));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
  });

  it('by a stranger elsewhere, the user is let in', async () => {
    const stranger = freshAddress();
    for (let index = 0; index < 6; index++) await guess('chief@ashby.test', stranger);
    expect((await signIn('chief@ashby.test', PASSWORD)).statusCode).toBe(200);
  });

  it('by a stranger at the same address, the user is let in where they have signed in before', async () => {
    const from = freshAddress();
    const body = { email: 'chief@ashby.test', password: PASSWORD };
    const own = http.visit();
    expect((await own.call('POST', '/api/session', body, from)).statusCode).toBe(200);
    for (let index = 0; index < 6; index++) await guess('chief@ashby.test', from);
    for (let name = 0; name < 40; name++) await guess(`name${name}@ashby.test`, from);
    expect((await signIn('chief@ashby.test', PASSWORD, from)).statusCode).toBe(429);
    expect((await own.call('POST', '/api/session', body, from)).statusCode).toBe(200);
  });

  it('many names from one address wait too; a network of version 6 is one address', async () => {
    const answers: number[] = [];
    for (let name = 0; name < 32; name++) {
      const from = { remoteAddress: `2001:db8:7:7::${name + 1}` };
      answers.push((await guess(`somebody${name}@ashby.test`, from)).statusCode);
    }
    expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
    expect(answers.slice(30)).toContain(429);
    const other = await guess('somebody@ashby.test', { remoteAddress: '2001:db8:7:8::1' });
    expect(other.statusCode).toBe(401);
  });
});

it('what signs nobody in any more is cleaned up; who signed in when stays in the audit log', async () => {
  const audit = await runSql(services.database.db, 'select count(*) from audit_logs');
  minutes(9 * 24 * 60);
  const fresh = await http.browse('root@ashby.test');
  expect((await services.retention.cleanUp()).signInsRemoved).toBeGreaterThan(10);
  expect((await fresh.call('GET', '/api/session')).statusCode).toBe(200);
  const left = (table: string) => runSql(services.database.db, `select from ${table}`);
  expect(await left('sessions')).toHaveLength(1);
  expect(await left('sign_in_failures')).toEqual([]);
  expect(
    Number(
      ((await runSql(services.database.db, 'select count(*) from audit_logs')) as { count: string }[])[0]
        ?.count,
    ),
  ).toBe(Number((audit as { count: string }[])[0]?.count) + 1);
});
