import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HttpOptions } from '#src/http/server.ts';
import { openLog } from '#src/outside/log.ts';
import { openTestHttp } from '#test/support/http.ts';
import { expectProblem, ownServers } from '#test/support/own-servers.ts';

const http = await openTestHttp();
const { services, server } = http;
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const { another, listening } = ownServers(services);

describe('every answer', () => {
  it.each(['/api/health/live', '/api/nothing', '/api/session', '/'])(
    '%s is protected and has an id',
    async (url) => {
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
    },
  );

  it('of the API is kept by nobody', async () => {
    expect((await root.call('GET', '/api/session')).headers['cache-control']).toBe('no-store');
  });

  it('its id stands in the problem and in the log', async () => {
    const answer = await root.call('GET', '/api/nothing');
    expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
    const line = http
      .logged()
      .split('\n')
      .find((text) => text.includes(answer.json().requestId));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', path: '/api/nothing', status: 404 });
  });
});

it.each([
  ['GET', '/feeds/SECRET', '/feeds'],
  ['POST', '/feeds/SECRET.ics', '/feeds'],
  ['GET', '/feeds/SECRET.ics', '/feeds/:secret.ics'],
  ['DELETE', '/wall/SECRET', '/wall'],
  ['GET', '/wall/SECRET/more', '/wall'],
  ['GET', '/api/session/links/SECRET', '/api/session/links/:secret'],
  ['GET', '/api/session/links/SECRET/more', '/api/session'],
] as const)('%s %s is logged as %s', async (method, url, path) => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  const secret = 'q7'.repeat(20);
  await (await another({ log })).inject({ method, url: url.replace('SECRET', secret) });
  expect(JSON.parse(lines.at(-1) ?? '{}').path).toBe(path);
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
  await expect(another({}, (one) => void one.get('/api/forgotten', async () => 1))).rejects.toThrow(
    '/api/forgotten',
  );
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
    const [begun, closing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { built, url } = await listening({ drainMs: 5_000 }, (one) => {
      one.get('/api/slow', { config: { needs: 'open' } }, async () => {
        begun.resolve();
        await closing.promise;
        await sleep(100);
        return { done: true };
      });
    });
    const slow = fetch(`${url}/api/slow`);
    await begun.promise;
    const closed = built.close();
    await sleep(20);
    closing.resolve();
    await expect(fetch(`${url}/api/health/live`)).rejects.toThrow();
    expect(await (await slow).json()).toEqual({ done: true });
    await closed;
  });

  it('what does not finish in time is cut off', async () => {
    const begun = Promise.withResolvers<void>();
    const { built, url } = await listening({ drainMs: 200 }, (one) => {
      one.get('/api/endless', { config: { needs: 'open' } }, () => {
        begun.resolve();
        return new Promise(() => undefined);
      });
    });
    const endless = fetch(`${url}/api/endless`).catch(() => 'cut off');
    await begun.promise;
    await built.close();
    expect(await endless).toBe('cut off');
  });
});
