import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HttpServer } from '#src/http/http-context.ts';
import { buildServer, type HttpOptions } from '#src/http/server.ts';
import { openLog } from '#src/outside/log.ts';
import { openTestHttp } from '#test/support/http.ts';

const http = await openTestHttp();
const { services, server } = http;
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');

const opened: HttpServer[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A server of its own; `routes` are there beside the API's. */
async function another(over: Partial<HttpOptions> = {}, routes: (server: HttpServer) => void = () => undefined) {
  const options = { services, log: openLog('silent'), uploadBytes: 1_000, requestsPerMinute: 1_000_000 };
  const built = await buildServer({ ...options, trustProxy: false, drainMs: 500, ...over });
  opened.push(built);
  routes(built);
  return built;
}

async function listening(over: Partial<HttpOptions> = {}, routes?: (server: HttpServer) => void) {
  const built = await another(over, routes);
  const url = await built.listen({ host: '127.0.0.1', port: 0 });
  return { built, url, port: Number(new URL(url).port) };
}

/** Sends bytes as they are, and answers what comes back until the connection ends. */
function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

function expectProblem(answer: { statusCode: number; body: string; headers: object }, status: number, code: string): void {
  expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([status, { status, code }]);
  expect(answer.headers).toMatchObject({ 'content-type': expect.stringContaining('application/problem+json') });
}

const SIGN_IN = { method: 'POST' as const, url: '/api/session' };
const json = { 'content-type': 'application/json' };

describe('a request that is none', () => {
  it.each([
    ['malformed JSON', { headers: json, payload: '{"email": "secret-password' }, 400, 'BAD_REQUEST'],
    ['no body', {}, 400, 'BAD_REQUEST'],
    ['an empty body', { headers: json, payload: '' }, 400, 'BAD_REQUEST'],
    ['a prototype in the body', { headers: json, payload: '{"__proto__": {"admin": true}}' }, 400, 'BAD_REQUEST'],
    ['a NUL in a text', { headers: json, payload: '{"email": "a\\u0000b", "password": "x"}' }, 400, 'BAD_REQUEST'],
    ['text', { headers: { 'content-type': 'text/plain' }, payload: 'hello' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['XML', { headers: { 'content-type': 'application/xml' }, payload: '<a/>' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['two megabytes', { headers: json, payload: `{"email": "${'a'.repeat(2_000_000)}"}` }, 413, 'PAYLOAD_TOO_LARGE'],
    ['a wrong length', { headers: { ...json, 'content-length': '3' }, payload: '{"email":1}' }, 400, 'BAD_REQUEST'],
  ])('%s', async (_, over, status, code) => {
    const answer = await server.inject({ ...SIGN_IN, ...over });
    expectProblem(answer, status, code);
    expect(answer.body).not.toContain('secret-password');
  });

  it('every wrong field is named', async () => {
    const answer = await root.call('POST', '/api/tokens', { name: '', scopes: ['all'], days: 1.5, more: 1 });
    expect(answer.json().faults.map(({ path }: { path: string }) => path).sort()).toEqual([
      ...['body', 'body/days', 'body/name', 'body/scopes/0'],
    ]);
    expect(answer.json().detail).toContain('body/days');
  });

  it.each([
    ['an address that nobody knows', 'GET', '/api/nothing', 404, 'NOT_FOUND'],
    ['another method', 'PUT', '/api/session', 405, 'METHOD_NOT_ALLOWED'],
    ['another method for one of many', 'POST', '/api/users/00000000-0000-0000-0000-000000000000', 405, 'METHOD_NOT_ALLOWED'],
    ['a broken escape', 'GET', '/api/users/%zz', 400, 'BAD_REQUEST'],
    ['a NUL', 'GET', '/api/users/%00', 400, 'BAD_REQUEST'],
    ['an endless id', 'GET', `/api/users/${'a'.repeat(500)}`, 414, 'URI_TOO_LONG'],
    ['an id that is none', 'GET', '/api/users/1', 400, 'BAD_REQUEST'],
    ['a cursor that is none', 'GET', '/api/audit?cursor=x', 400, 'BAD_REQUEST'],
    ['a page that is too large', 'GET', '/api/audit?limit=201', 400, 'BAD_REQUEST'],
  ])('%s', async (_, method, url, status, code) => {
    expectProblem(await root.call(method, url), status, code);
  });

  it('another method is told which there are', async () => {
    expect((await root.call('PUT', '/api/session')).headers['allow']).toBe('POST, GET, HEAD, DELETE');
  });
});

describe('on the wire', () => {
  it.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    const { port } = await listening();
    const answer = await sendRaw(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  });

  it('a body that takes too long is broken off', async () => {
    const { port } = await listening({ requestTimeoutMs: 200 });
    const head = 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n';
    expect(await sendRaw(port, `${head}{"email"`)).toMatch(/^HTTP\/1.1 408 /);
  });

  it('whoever goes away in the middle leaves nothing behind', async () => {
    const { port, url } = await listening();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"em');
    await sleep(50);
    socket.destroy();
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
  });
});

describe('every answer', () => {
  it.each(['/api/health/live', '/api/nothing', '/api/session', '/'])('%s is protected and has an id', async (url) => {
    const { headers } = await server.inject({ url });
    expect(headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age'),
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('of the API is kept by nobody', async () => {
    expect((await root.call('GET', '/api/session')).headers['cache-control']).toBe('no-store');
  });

  it('its id stands in the problem and in the log', async () => {
    const answer = await root.call('GET', '/api/nothing');
    expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
    const line = http.logged().split('\n').find((text) => text.includes(answer.json().requestId));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', path: '/api/nothing', status: 404 });
  });
});

it('a fault of ours: 500, nothing of it is shown, and the log has it', async () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  const built = await another({ log }, (one) => {
    one.get('/api/broken', { config: { needs: 'open' } }, async () => {
      throw new TypeError('a detail of the inside');
    });
    one.get(
      '/api/lying',
      { config: { needs: 'open' }, schema: { response: { 200: z.object({ count: z.int() }) } } },
      async () => ({ count: 'many' }) as never,
    );
  });
  for (const url of ['/api/broken', '/api/lying']) {
    const answer = await built.inject({ url });
    expectProblem(answer, 500, 'INTERNAL');
    expect(answer.body).not.toContain('inside');
    expect(lines.join('')).toContain(answer.json().requestId);
  }
  expect(lines.join('')).toContain('a detail of the inside');
});

it('a route that does not say what it needs stops the start', async () => {
  await expect(another({}, (one) => void one.get('/api/forgotten', async () => 1))).rejects.toThrow('/api/forgotten');
});

it('too many requests from one address: 429 and when to come back; another address is answered', async () => {
  const built = await another({ requestsPerMinute: 3 });
  const ask = (remoteAddress: string) => built.inject({ url: '/api/health/live', remoteAddress });
  for (let index = 0; index < 3; index++) expect((await ask('198.51.100.1')).statusCode).toBe(200);
  const refused = await ask('198.51.100.1');
  expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('198.51.100.2')).statusCode).toBe(200);
});

describe('behind proxies', () => {
  const ask = async (trustProxy: HttpOptions['trustProxy'], forwarded: string) => {
    const lines: string[] = [];
    const log = openLog('info', { write: (line: string) => void lines.push(line) });
    const built = await another({ trustProxy, log });
    await built.inject({
      ...{ url: '/api/health/live', remoteAddress: '10.0.0.7', headers: { 'x-forwarded-for': forwarded } },
    });
    return JSON.parse(lines[0] ?? '{}').ip;
  };
  it.each([
    ['nobody is trusted', false, '10.0.0.7'],
    ['the network of the proxy is trusted', ['10.0.0.0/8'], '203.0.113.1'],
    ['one proxy is trusted', 1, '203.0.113.1'],
    ['two proxies are trusted', 2, '1.1.1.1'],
    ['another network is trusted', ['192.168.0.0/16'], '10.0.0.7'],
  ] as const)('%s', async (_, trusted, ip) => {
    expect(await ask(typeof trusted === 'object' ? [...trusted] : trusted, '1.1.1.1, 203.0.113.1')).toBe(ip);
  });
});

describe('closing', () => {
  it('a request under way finishes, a new one is not taken, and what stays open is ended', async () => {
    const closing = Promise.withResolvers<void>();
    const { built, url } = await listening({ drainMs: 5_000 }, (one) => {
      one.get('/api/slow', { config: { needs: 'open' } }, async () => {
        await closing.promise;
        await sleep(100);
        return { done: true };
      });
    });
    const slow = fetch(`${url}/api/slow`);
    await sleep(100);
    const closed = built.close();
    await sleep(20);
    closing.resolve();
    await expect(fetch(`${url}/api/health/live`)).rejects.toThrow();
    expect(await (await slow).json()).toEqual({ done: true });
    await closed;
  });

  it('what does not finish in time is cut off', async () => {
    const { built, url } = await listening({ drainMs: 200 }, (one) => {
      one.get('/api/endless', { config: { needs: 'open' } }, () => new Promise(() => undefined));
    });
    const endless = fetch(`${url}/api/endless`).catch(() => 'cut off');
    await sleep(100);
    const begun = performance.now();
    await built.close();
    expect(await endless).toBe('cut off');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('for operators', () => {
  const local = { remoteAddress: '127.0.0.1' };

  it('live answers everybody', async () => {
    expect((await http.visit().call('GET', '/api/health/live')).json()).toEqual({ status: 'live' });
  });

  it.each(['/api/health/ready', '/metrics'])('%s answers this machine and bearers, nobody else', async (url) => {
    expect((await http.visit().call('GET', url)).statusCode).toBe(401);
    expect((await root.call('GET', url)).statusCode).toBe(401);
    expect((await http.visit().call('GET', url, undefined, local)).statusCode).toBe(200);
    const passedOn = { ...local, headers: { 'x-forwarded-for': '203.0.113.1' } };
    expect((await http.visit().call('GET', url, undefined, passedOn)).statusCode).toBe(401);
    const made = await root.call('POST', '/api/tokens', { name: 'prometheus', scopes: ['ask'] });
    const headers = { authorization: `Bearer ${made.json().secret}` };
    expect((await http.visit().call('GET', url, undefined, { headers })).statusCode).toBe(200);
  });

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

  it('measures: requests by route, jobs, imports, gaps by cause, age of the roster', async () => {
    const ward = await services.openDepartment();
    await services.produce(ward);
    const empty = await services.openDepartment();
    await services.produce(empty, { roster: null });
    await server.inject({ url: '/api/health/live' });
    services.clock.now = new Date(Date.parse(services.clock.now) + 120_000).toISOString();
    const text = (await server.inject({ url: '/metrics', ...local })).body;
    expect(text).toMatch(/schedcu_http_request_duration_seconds_count\{method="GET",route="\/api\/health\/live",status="200"\} \d/);
    expect(text).toMatch(/schedcu_imports\{source="MATRIX",state="COMPLETE"\} \d/);
    expect(text).toMatch(/schedcu_imports\{source="ROSTER",state="COMPLETE"\} 1/);
    expect(text).toContain(`schedcu_coverage_gaps{department="${empty.code}",cause="POSITION_EMPTY"} 42`);
    expect(text).not.toContain(`roster_age_seconds{department="${empty.code}"`);
    expect(text).not.toContain(`coverage_gaps{department="${ward.code}"`);
    expect(text).toContain(`schedcu_schedule_in_force{department="${ward.code}"} 1`);
    const [, age] = new RegExp(`roster_age_seconds\\{department="${ward.code}"\\} (\\d+)`).exec(text) ?? [];
    // Its stamp is 2026-03-28T23:06Z.
    expect(Number(age)).toBeCloseTo((Date.parse(services.clock.now) - Date.parse('2026-03-28T23:06:00Z')) / 1_000, -1);
    expect(text).not.toContain('/api/nothing');
  });
});

describe('the documentation', () => {
  it('is readable without a session, and loads nothing from elsewhere', async () => {
    const page = await server.inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|(?:src|href)="https?:/);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    for (const [, source] of page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
      expect((await server.inject({ url: `/api/docs/${source}` })).statusCode).toBe(200);
    }
  });

  it('is OpenAPI 3.1, its operations have ids of their own, and every reference leads somewhere', async () => {
    const document = (await server.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values<Record<string, { operationId: string; summary: string; tags: string[] }>>(
      document.paths,
    ).flatMap((item) => Object.values(item));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, tags } of operations) expect([typeof summary, tags?.length]).toEqual(['string', 1]);
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components.schemas).toHaveProperty(String(name));
    }
  });
});
