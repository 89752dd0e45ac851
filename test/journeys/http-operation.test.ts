import { describe, expect, it } from 'vitest';
import { openTestHttp } from '#test/support/http.ts';
import { expectProblem, ownServers } from '#test/support/own-servers.ts';

const http = await openTestHttp();
const { services, server } = http;
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const { another } = ownServers(services);

describe('for operators', () => {
  const local = { remoteAddress: '127.0.0.1' };

  it('live answers everybody', async () => {
    expect((await http.visit().call('GET', '/api/health/live')).json()).toEqual({ status: 'live' });
  });

  it.each(['/api/health/ready', '/metrics'])(
    '%s answers this machine and bearers, nobody else',
    async (url) => {
      expect((await http.visit().call('GET', url)).statusCode).toBe(401);
      expect((await root.call('GET', url)).statusCode).toBe(401);
      expect((await http.visit().call('GET', url, undefined, local)).statusCode).toBe(200);
      const passedOn = { ...local, headers: { 'x-forwarded-for': '203.0.113.1' } };
      expect((await http.visit().call('GET', url, undefined, passedOn)).statusCode).toBe(401);
      const made = await root.call('POST', '/api/tokens', { name: 'prometheus', scopes: ['ask'] });
      const headers = { authorization: `Bearer ${made.json().secret}` };
      expect((await http.visit().call('GET', url, undefined, { headers })).statusCode).toBe(200);
    },
  );

  it('ready has really asked', async () => {
    const answer = await server.inject({ url: '/api/health/ready', ...local });
    expect(answer.json()).toEqual({
      ...{ status: 'ready', database: { ok: true, ms: expect.any(Number) } },
      queue: { ok: true, ms: expect.any(Number) },
    });
  });

  it('not ready: 503 and who is silent', async () => {
    const silent = { ok: false, ms: 2_000 };
    const operation = {
      ...services.operation,
      askReadiness: async () => ({ ready: false, database: { ok: true, ms: 1 }, queue: silent }),
    };
    const built = await another({ services: { ...services, operation } });
    const answer = await built.inject({ url: '/api/health/ready', ...local });
    expectProblem(answer, 503, 'UNAVAILABLE');
    expect(answer.json().detail).toBe('No answer from: queue.');
  });

  it('measures requests also while the database is silent, and says so', async () => {
    const silent = { ok: false, ms: 2_000 };
    const operation = {
      ...services.operation,
      askReadiness: async () => ({ ready: false, database: silent, queue: { ok: true, ms: 1 } }),
      measure: () => Promise.reject(new Error('nobody answers')),
    };
    const built = await another({ services: { ...services, operation } });
    await built.inject({ url: '/api/health/live' });
    const answer = await built.inject({ url: '/metrics', ...local });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('schedcu_up{part="database"} 0\nschedcu_up{part="queue"} 1');
    expect(answer.body).toMatch(/schedcu_http_request_duration_seconds_count\{.*health\/live/);
    expect(answer.body).not.toMatch(/^schedcu_jobs\{/m);
  });

  it('measures: requests by route, jobs, imports, gaps by cause, age of the roster', async () => {
    const ward = await services.openDepartment();
    await services.produce(ward);
    const empty = await services.openDepartment();
    await services.produce(empty, { roster: null });
    await server.inject({ url: '/api/health/live' });
    services.clock.now = new Date(Date.parse(services.clock.now) + 120_000).toISOString();
    const text = (await server.inject({ url: '/metrics', ...local })).body;
    expect(text).toMatch(
      /schedcu_http_request_duration_seconds_count\{method="GET",route="\/api\/health\/live",status="200"\} \d/,
    );
    expect(text).toMatch(/schedcu_imports\{source="MATRIX",state="COMPLETE"\} \d/);
    expect(text).toMatch(/schedcu_imports\{source="ROSTER",state="COMPLETE"\} 1/);
    expect(text).toContain(`schedcu_coverage_gaps{department="${empty.code}",cause="POSITION_EMPTY"} 42`);
    expect(text).not.toContain(`roster_age_seconds{department="${empty.code}"`);
    expect(text).not.toContain(`coverage_gaps{department="${ward.code}"`);
    expect(text).toContain(`schedcu_schedule_in_force{department="${ward.code}"} 1`);
    const [, age] = new RegExp(`roster_age_seconds\\{department="${ward.code}"\\} (\\d+)`).exec(text) ?? [];
    // Its stamp is 2026-03-28T23:06Z.
    expect(Number(age)).toBeCloseTo(
      (Date.parse(services.clock.now) - Date.parse('2026-03-28T23:06:00Z')) / 1_000,
      -1,
    );
    expect(text).toContain('schedcu_up{part="database"} 1\nschedcu_up{part="queue"} 1');
    expect(text).not.toContain('/api/nothing');
  });
});
