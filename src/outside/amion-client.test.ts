import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { toLocalDate } from '#src/domain/local-date.ts';
import { type AmionServer, type AmionServerOptions, startAmionServer } from '#src/example/amion-server.ts';
import { exampleRoster } from '#src/example/roster.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import type { AmionClock } from './amion/amion-clock.ts';
import type { AmionMonth } from './amion/report-request.ts';
import { AmionClient, type AmionClientOptions, type FetchedRoster } from './amion-client.ts';

const LOGIN = 'very-secret login';
const roster = exampleRoster();
/** One assignment a month is enough for a year of months. */
const yearly = {
  ...roster,
  assignments: Array.from({ length: 12 }, (_, index) => {
    const [row] = roster.assignments;
    const date = toLocalDate(2026, index + 1, 5);
    if (!row || !date) throw new Error('no example');
    return { ...row, date };
  }),
};
const APRIL: AmionMonth = { year: 2026, month: 4 };
const MAY: AmionMonth = { year: 2026, month: 5 };

let servers: AmionServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

async function start(options: Partial<AmionServerOptions> = {}): Promise<AmionServer> {
  const server = await startAmionServer({
    roster: yearly,
    asOf: 'Apr 28 19:06 2026',
    login: LOGIN,
    ...options,
  });
  servers.push(server);
  return server;
}

/** Time stands still but for what the client sleeps and the test adds. */
class TestClock implements AmionClock {
  ms = 1_000_000;
  now(): number {
    return this.ms;
  }
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.ms += ms;
  }
}

const client = (options: Partial<AmionClientOptions> = {}): AmionClient =>
  new AmionClient({ judge: judgeAnswer, clock: new TestClock(), backoffMs: 1, ...options });

const pull = (
  server: { base: string },
  months: AmionMonth[] = [APRIL],
): Parameters<AmionClient['fetchRoster']>[0] => ({
  base: server.base,
  login: LOGIN,
  months,
});
const names = (fetched: FetchedRoster): string[] => fetched.files.map((file) => file.name);
const reports = (server: AmionServer): (string | undefined)[] =>
  server.requests.map((request) => request.query['Rpt']);

describe('a pull', () => {
  it('asks for the wide report of each month, in order, with the parameters that Amion knows', async () => {
    const server = await start();
    const fetched = await client().fetchRoster(pull(server, [APRIL, MAY]));
    expect(names(fetched)).toEqual(['amion-625c-2026-04', 'amion-625c-2026-05']);
    expect(fetched.messages).toEqual([]);
    expect(server.requests.map((request) => request.query)).toEqual([
      { Lo: LOGIN, Rpt: '625c', Month: '4-26', Day: '1', Days: '30' },
      { Lo: LOGIN, Rpt: '625c', Month: '5-26', Day: '1', Days: '31' },
    ]);
  });

  it('falls back to the narrow report, with the staff list for the contacts', async () => {
    const server = await start({
      plan: ({ query }) => (query['Rpt'] === '625c' ? { kind: 'body', body: 'Unknown report' } : null),
    });
    const fetched = await client().fetchRoster(pull(server));
    expect(names(fetched)).toEqual(['amion-619-2026-04', 'amion-706-2026-04']);
    expect(fetched.messages).toEqual([]);
  });

  it('does without the staff list, and says so', async () => {
    const server = await start({ plan: ({ query }) => (query['Rpt'] === '619' ? null : { kind: 'empty' }) });
    const fetched = await client().fetchRoster(pull(server));
    expect(names(fetched)).toEqual(['amion-619-2026-04']);
    expect(fetched.messages).toMatchObject([{ severity: 'INFO', code: 'COUNTS' }]);
  });

  it('tells the trouble of the wide report where the narrow one has trouble too', async () => {
    const server = await start({ plan: () => ({ kind: 'empty' }) });
    const fetched = await client().fetchRoster(pull(server));
    expect(fetched).toMatchObject({
      files: [],
      messages: [{ code: 'AMION_UNEXPECTED_RESPONSE', context: { file: 'amion-625c-2026-04' } }],
    });
    expect(reports(server)).toEqual(['625c', '619']);
  });

  it('needs an address', async () => {
    await expect(client().fetchRoster({ base: 'amion', login: LOGIN, months: [APRIL] })).rejects.toThrow(
      'no address',
    );
  });
});

describe('politeness', () => {
  it('starts requests at least a second apart, at most five at once, across all pulls', async () => {
    const server = await start({ plan: () => ({ kind: 'slow', ms: 30 }) });
    const clock = new TestClock();
    const starts: number[] = [];
    const polite = client({ clock, onRequest: ({ startedAt }) => starts.push(startedAt) });
    const months = Array.from({ length: 6 }, (_, index) => ({ year: 2026, month: index + 1 }));
    const later = months.map(({ month }) => ({ year: 2026, month: month + 6 }));
    await Promise.all([polite.fetchRoster(pull(server, months)), polite.fetchRoster(pull(server, later))]);
    expect(starts).toHaveLength(12);
    starts.slice(1).forEach((at, index) => {
      expect(at - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
    });
    expect(server.mostAtOnce).toBeLessThanOrEqual(5);
  });

  it('spaces retries too', async () => {
    const server = await start({
      plan: ({ before }) => (before < 2 ? { kind: 'status', status: 503 } : null),
    });
    const starts: number[] = [];
    await client({ onRequest: ({ startedAt }) => starts.push(startedAt) }).fetchRoster(pull(server));
    expect(starts).toHaveLength(3);
    expect(
      Math.min((starts[1] ?? 0) - (starts[0] ?? 0), (starts[2] ?? 0) - (starts[1] ?? 0)),
    ).toBeGreaterThanOrEqual(1_000);
  });

  it('keeps to its spacing on the clock of the machine', async () => {
    const server = await start();
    const starts: number[] = [];
    const real = new AmionClient({
      judge: judgeAnswer,
      spacingMs: 40,
      onRequest: ({ startedAt }) => starts.push(startedAt),
    });
    await real.fetchRoster(pull(server, [APRIL, MAY]));
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(38);
  });

  it('does not fetch a copy again within five minutes', async () => {
    const server = await start();
    const clock = new TestClock();
    const twice = client({ clock });
    const first = await twice.fetchRoster(pull(server));
    clock.ms += 4 * 60_000;
    expect(await twice.fetchRoster(pull(server))).toEqual(first);
    expect(server.requests).toHaveLength(1);
    clock.ms += 60_000;
    await twice.fetchRoster(pull(server));
    expect(server.requests).toHaveLength(2);
  });

  it('fetches once for two who want the same at once', async () => {
    const server = await start({ plan: () => ({ kind: 'slow', ms: 20 }) });
    const shared = client();
    const [one, two] = await Promise.all([
      shared.fetchRoster(pull(server)),
      shared.fetchRoster(pull(server)),
    ]);
    expect(two).toEqual(one);
    expect(server.requests).toHaveLength(1);
  });

  it('keeps apart the copies of two logins', async () => {
    const server = await start();
    const shared = client();
    await shared.fetchRoster(pull(server));
    const other = await shared.fetchRoster({ ...pull(server), login: 'other' });
    expect(other.messages).toMatchObject([{ code: 'AMION_REJECTED_LOGIN' }]);
  });

  it.each([
    ['breaks off', { kind: 'cut' as const }],
    ['is a refusal', { kind: 'nofi' as const, reason: 'No file' }],
  ])('keeps no copy of an answer that %s', async (_, fault) => {
    const server = await start({ plan: ({ before }) => (before === 0 ? fault : null) });
    const shared = client();
    await shared.fetchRoster(pull(server));
    const second = await shared.fetchRoster(pull(server));
    expect(judgeAnswer('x', second.files[0]?.bytes ?? new Uint8Array()).whole).toBe(true);
  });
});

describe('trouble', () => {
  it.each([
    ['a passing server fault', { kind: 'status' as const, status: 502 }],
    ['a broken connection', { kind: 'reset' as const }],
  ])('is tried again: %s', async (_, fault) => {
    const server = await start({ plan: ({ before }) => (before < 2 ? fault : null) });
    const fetched = await client().fetchRoster(pull(server));
    expect(fetched).toMatchObject({ files: [{ name: 'amion-625c-2026-04' }], messages: [] });
    expect(server.requests).toHaveLength(3);
  });

  it('without an answer in time is tried again', async () => {
    const server = await start({
      plan: ({ before }) => (before === 0 ? { kind: 'slow', ms: 60_000 } : null),
    });
    const fetched = await client({ timeoutMs: 100 }).fetchRoster(pull(server));
    expect(names(fetched)).toEqual(['amion-625c-2026-04']);
  });

  it.each([
    ['a lasting server fault', { kind: 'status' as const, status: 500 }, 'AMION_UNREACHABLE', 3],
    ['a lasting silence', { kind: 'slow' as const, ms: 60_000 }, 'AMION_UNREACHABLE', 3],
    ['a forbidden login', { kind: 'status' as const, status: 403 }, 'AMION_REJECTED_LOGIN', 1],
    ['a refused login', { kind: 'nofi' as const, reason: 'Bad password' }, 'AMION_REJECTED_LOGIN', 1],
    ['the login page', { kind: 'login-page' as const }, 'AMION_REJECTED_LOGIN', 1],
    ['no schedule file', { kind: 'nofi' as const, reason: 'No file' }, 'AMION_UNEXPECTED_RESPONSE', 1],
    ['a redirection', { kind: 'status' as const, status: 302 }, 'AMION_UNEXPECTED_RESPONSE', 2],
    ['a missing page', { kind: 'status' as const, status: 404 }, 'AMION_UNEXPECTED_RESPONSE', 2],
    ['too many requests', { kind: 'status' as const, status: 429 }, 'AMION_UNEXPECTED_RESPONSE', 2],
    [
      'a body without end',
      { kind: 'body' as const, body: 'x'.repeat(5_000) },
      'AMION_UNEXPECTED_RESPONSE',
      2,
    ],
  ])('has its code and never the login: %s', async (_, fault, code, requests) => {
    const server = await start({ plan: () => fault });
    const fetched = await client({ retries: 2, timeoutMs: 60, maxBytes: 4_000 }).fetchRoster(pull(server));
    expect(fetched).toMatchObject({ files: [], messages: [{ severity: 'ERROR', code }] });
    expect(server.requests).toHaveLength(requests);
    expect(JSON.stringify(fetched.messages)).not.toMatch(/very-secret|Lo=/);
  });

  it('with a redirection does not carry the login elsewhere', async () => {
    const elsewhere = await start();
    const server = await start({
      plan: ({ query }) => ({ kind: 'redirect', to: `${elsewhere.base}/cgi-bin/ocs?Lo=${query['Lo']}` }),
    });
    const fetched = await client().fetchRoster(pull(server));
    expect(fetched.messages).toMatchObject([
      { code: 'AMION_UNEXPECTED_RESPONSE', text: expect.stringContaining('redirects') },
    ]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('with a body that hides its size is told all the same', async () => {
    const body = 'x'.repeat(200_000);
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${body}`));
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const fetched = await client({ maxBytes: 100_000 }).fetchRoster(
      pull({ base: `http://127.0.0.1:${port}` }),
    );
    server.close();
    expect(fetched.messages).toMatchObject([
      { code: 'AMION_UNEXPECTED_RESPONSE', text: expect.stringContaining('larger than 100000 bytes') },
    ]);
  });

  it('with the network is out of reach, once for all months', async () => {
    const server = await start();
    await server.stop();
    servers = [];
    const fetched = await client({ retries: 1 }).fetchRoster(pull(server, [APRIL, MAY]));
    expect(fetched.messages).toMatchObject([
      { code: 'AMION_UNREACHABLE', context: { files: ['amion-625c-2026-04', 'amion-625c-2026-05'] } },
    ]);
    expect(fetched.messages[0]?.text).toContain('amion-625c-2026-04, amion-625c-2026-05');
    expect(JSON.stringify(fetched.messages)).not.toMatch(/very-secret|Lo=/);
  });

  it('of one month does not hide the others', async () => {
    const server = await start({
      plan: ({ query }) =>
        query['Month'] === '4-26'
          ? { kind: 'nofi', reason: 'No file' }
          : query['Month'] === '6-26'
            ? { kind: 'status', status: 500 }
            : null,
    });
    const fetched = await client({ retries: 1 }).fetchRoster(
      pull(server, [APRIL, MAY, { year: 2026, month: 6 }]),
    );
    expect(names(fetched)).toEqual(['amion-625c-2026-05']);
    expect(fetched.messages.map((message) => message.code)).toEqual([
      'AMION_UNEXPECTED_RESPONSE',
      'AMION_UNREACHABLE',
    ]);
  });
});

describe('giving up', () => {
  it('before the start asks nothing', async () => {
    const server = await start();
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(client().fetchRoster({ ...pull(server), signal })).rejects.toThrow('given up');
    expect(server.requests).toHaveLength(0);
  });

  it('in the middle ends the request', async () => {
    const given = new AbortController();
    const server = await start({
      plan: () => {
        given.abort(new Error('given up'));
        return { kind: 'slow', ms: 60_000 };
      },
    });
    await expect(client().fetchRoster({ ...pull(server), signal: given.signal })).rejects.toThrow('given up');
  });

  it('does not take the answer from another who waits for it', async () => {
    const given = new AbortController();
    const server = await start({
      plan: ({ before }) => {
        if (before > 0) return null;
        given.abort(new Error('given up'));
        return { kind: 'slow', ms: 60_000 };
      },
    });
    const shared = client();
    const first = shared.fetchRoster({ ...pull(server), signal: given.signal });
    const second = shared.fetchRoster(pull(server));
    await expect(first).rejects.toThrow('given up');
    expect(names(await second)).toEqual(['amion-625c-2026-04']);
  });
});
