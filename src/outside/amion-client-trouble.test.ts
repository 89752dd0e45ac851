import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { APRIL, MAY, pullFrom, quickAmionClient, startYearlyAmion } from '#test/support/amion.ts';
import type { FetchedRoster } from './amion-client.ts';

const names = (fetched: FetchedRoster): string[] => fetched.files.map((file) => file.name);

describe('trouble', () => {
  it.each([
    ['a passing server fault', { kind: 'status' as const, status: 502 }],
    ['a broken connection', { kind: 'reset' as const }],
  ])('is tried again: %s', async (_, fault) => {
    const server = await startYearlyAmion({ plan: ({ before }) => (before < 2 ? fault : null) });
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server));
    expect(fetched).toMatchObject({ files: [{ name: 'amion-625c-2026-04' }], messages: [] });
    expect(server.requests).toHaveLength(3);
  });

  it('without an answer in time is tried again', async () => {
    const server = await startYearlyAmion({
      plan: ({ before }) => (before === 0 ? { kind: 'slow', ms: 60_000 } : null),
    });
    const fetched = await quickAmionClient({ timeoutMs: 100 }).fetchRoster(pullFrom(server));
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
    const server = await startYearlyAmion({ plan: () => fault });
    // A machine with much else to do answers late, but never as late as silence.
    const timeoutMs = fault.kind === 'slow' ? 60 : 20_000;
    const client = quickAmionClient({ retries: 2, timeoutMs, maxBytes: 4_000 });
    const fetched = await client.fetchRoster(pullFrom(server));
    expect(fetched).toMatchObject({ files: [], messages: [{ severity: 'ERROR', code }] });
    expect(server.requests).toHaveLength(requests);
    expect(JSON.stringify(fetched.messages)).not.toMatch(/very-secret|Lo=/);
  });

  it('with a redirection does not carry the login elsewhere', async () => {
    const elsewhere = await startYearlyAmion();
    const server = await startYearlyAmion({
      plan: ({ query }) => ({ kind: 'redirect', to: `${elsewhere.base}/cgi-bin/ocs?Lo=${query['Lo']}` }),
    });
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server));
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
    const fetched = await quickAmionClient({ maxBytes: 100_000 }).fetchRoster(
      pullFrom({ base: `http://127.0.0.1:${port}` }),
    );
    server.close();
    expect(fetched.messages).toMatchObject([
      { code: 'AMION_UNEXPECTED_RESPONSE', text: expect.stringContaining('larger than 100000 bytes') },
    ]);
  });

  it('with the network is out of reach, once for all months', async () => {
    const server = await startYearlyAmion();
    await server.stop();
    const fetched = await quickAmionClient({ retries: 1 }).fetchRoster(pullFrom(server, [APRIL, MAY]));
    expect(fetched.messages).toMatchObject([
      { code: 'AMION_UNREACHABLE', context: { files: ['amion-625c-2026-04', 'amion-625c-2026-05'] } },
    ]);
    expect(fetched.messages[0]?.text).toContain('amion-625c-2026-04, amion-625c-2026-05');
    expect(JSON.stringify(fetched.messages)).not.toMatch(/very-secret|Lo=/);
  });

  it('of one month does not hide the others', async () => {
    const server = await startYearlyAmion({
      plan: ({ query }) =>
        query['Month'] === '4-26'
          ? { kind: 'nofi', reason: 'No file' }
          : query['Month'] === '6-26'
            ? { kind: 'status', status: 500 }
            : null,
    });
    const fetched = await quickAmionClient({ retries: 1 }).fetchRoster(
      pullFrom(server, [APRIL, MAY, { year: 2026, month: 6 }]),
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
    const server = await startYearlyAmion();
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(quickAmionClient().fetchRoster({ ...pullFrom(server), signal })).rejects.toThrow('given up');
    expect(server.requests).toHaveLength(0);
  });

  it('in the middle ends the request', async () => {
    const given = new AbortController();
    const server = await startYearlyAmion({
      plan: () => {
        given.abort(new Error('given up'));
        return { kind: 'slow', ms: 60_000 };
      },
    });
    await expect(
      quickAmionClient().fetchRoster({ ...pullFrom(server), signal: given.signal }),
    ).rejects.toThrow('given up');
  });

  it('does not take the answer from another who waits for it', async () => {
    const given = new AbortController();
    const server = await startYearlyAmion({
      plan: ({ before }) => {
        if (before > 0) return null;
        given.abort(new Error('given up'));
        return { kind: 'slow', ms: 60_000 };
      },
    });
    const shared = quickAmionClient();
    const first = shared.fetchRoster({ ...pullFrom(server), signal: given.signal });
    const second = shared.fetchRoster(pullFrom(server));
    await expect(first).rejects.toThrow('given up');
    expect(names(await second)).toEqual(['amion-625c-2026-04']);
  });
});
