import { describe, expect, it } from 'vitest';
import type { AmionServer } from '#src/example/amion-server.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import {
  APRIL,
  JumpingClock,
  LOGIN,
  MAY,
  pullFrom,
  quickAmionClient,
  startYearlyAmion,
} from '#test/support/amion.ts';
import { AmionClient, type FetchedRoster } from './amion-client.ts';

const names = (fetched: FetchedRoster): string[] => fetched.files.map((file) => file.name);
const reports = (server: AmionServer): (string | undefined)[] =>
  server.requests.map((request) => request.query['Rpt']);

describe('a pull', () => {
  it('asks for the wide report of each month, in order, with the parameters that Amion knows', async () => {
    const server = await startYearlyAmion();
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server, [APRIL, MAY]));
    expect(names(fetched)).toEqual(['amion-625c-2026-04', 'amion-625c-2026-05']);
    expect(fetched.messages).toEqual([]);
    expect(server.requests.map((request) => request.query)).toEqual([
      { Lo: LOGIN, Rpt: '625c', Month: '4-26', Day: '1', Days: '30' },
      { Lo: LOGIN, Rpt: '625c', Month: '5-26', Day: '1', Days: '31' },
    ]);
  });

  it('falls back to the narrow report, with the staff list for the contacts', async () => {
    const server = await startYearlyAmion({
      plan: ({ query }) => (query['Rpt'] === '625c' ? { kind: 'body', body: 'Unknown report' } : null),
    });
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server));
    expect(names(fetched)).toEqual(['amion-619-2026-04', 'amion-706-2026-04']);
    expect(fetched.messages).toEqual([]);
  });

  it('does without the staff list, and says so', async () => {
    const server = await startYearlyAmion({
      plan: ({ query }) => (query['Rpt'] === '619' ? null : { kind: 'empty' }),
    });
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server));
    expect(names(fetched)).toEqual(['amion-619-2026-04']);
    expect(fetched.messages).toMatchObject([{ severity: 'INFO', code: 'COUNTS' }]);
  });

  it('tells the trouble of the wide report where the narrow one has trouble too', async () => {
    const server = await startYearlyAmion({ plan: () => ({ kind: 'empty' }) });
    const fetched = await quickAmionClient().fetchRoster(pullFrom(server));
    expect(fetched).toMatchObject({
      files: [],
      messages: [{ code: 'AMION_UNEXPECTED_RESPONSE', context: { file: 'amion-625c-2026-04' } }],
    });
    expect(reports(server)).toEqual(['625c', '619']);
  });

  it('needs an address', async () => {
    await expect(
      quickAmionClient().fetchRoster({ base: 'amion', login: LOGIN, months: [APRIL] }),
    ).rejects.toThrow('no address');
  });
});

describe('politeness', () => {
  it('starts requests at least a second apart, at most five at once, across all pulls', async () => {
    const server = await startYearlyAmion({ plan: () => ({ kind: 'slow', ms: 30 }) });
    const clock = new JumpingClock();
    const starts: number[] = [];
    const polite = quickAmionClient({ clock, onRequest: ({ startedAt }) => starts.push(startedAt) });
    const months = Array.from({ length: 6 }, (_, index) => ({ year: 2026, month: index + 1 }));
    const later = months.map(({ month }) => ({ year: 2026, month: month + 6 }));
    await Promise.all([
      polite.fetchRoster(pullFrom(server, months)),
      polite.fetchRoster(pullFrom(server, later)),
    ]);
    expect(starts).toHaveLength(12);
    starts.slice(1).forEach((at, index) => {
      expect(at - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
    });
    expect(server.mostAtOnce).toBeLessThanOrEqual(5);
  });

  it('spaces retries too', async () => {
    const server = await startYearlyAmion({
      plan: ({ before }) => (before < 2 ? { kind: 'status', status: 503 } : null),
    });
    const starts: number[] = [];
    await quickAmionClient({ onRequest: ({ startedAt }) => starts.push(startedAt) }).fetchRoster(
      pullFrom(server),
    );
    expect(starts).toHaveLength(3);
    expect(
      Math.min((starts[1] ?? 0) - (starts[0] ?? 0), (starts[2] ?? 0) - (starts[1] ?? 0)),
    ).toBeGreaterThanOrEqual(1_000);
  });

  it('keeps to its spacing on the clock of the machine', async () => {
    const server = await startYearlyAmion();
    const starts: number[] = [];
    const real = new AmionClient({
      judge: judgeAnswer,
      spacingMs: 40,
      onRequest: ({ startedAt }) => starts.push(startedAt),
    });
    await real.fetchRoster(pullFrom(server, [APRIL, MAY]));
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(38);
  });

  it('does not fetch a copy again within five minutes', async () => {
    const server = await startYearlyAmion();
    const clock = new JumpingClock();
    const twice = quickAmionClient({ clock });
    const first = await twice.fetchRoster(pullFrom(server));
    clock.ms += 4 * 60_000;
    expect(await twice.fetchRoster(pullFrom(server))).toEqual(first);
    expect(server.requests).toHaveLength(1);
    clock.ms += 60_000;
    await twice.fetchRoster(pullFrom(server));
    expect(server.requests).toHaveLength(2);
  });

  it('fetches once for two who want the same at once', async () => {
    const server = await startYearlyAmion({ plan: () => ({ kind: 'slow', ms: 20 }) });
    const shared = quickAmionClient();
    const [one, two] = await Promise.all([
      shared.fetchRoster(pullFrom(server)),
      shared.fetchRoster(pullFrom(server)),
    ]);
    expect(two).toEqual(one);
    expect(server.requests).toHaveLength(1);
  });

  it('keeps apart the copies of two logins', async () => {
    const server = await startYearlyAmion();
    const shared = quickAmionClient();
    await shared.fetchRoster(pullFrom(server));
    const other = await shared.fetchRoster({ ...pullFrom(server), login: 'other' });
    expect(other.messages).toMatchObject([{ code: 'AMION_REJECTED_LOGIN' }]);
  });

  it.each([
    ['breaks off', { kind: 'cut' as const }],
    ['is a refusal', { kind: 'nofi' as const, reason: 'No file' }],
  ])('keeps no copy of an answer that %s', async (_, fault) => {
    const server = await startYearlyAmion({ plan: ({ before }) => (before === 0 ? fault : null) });
    const shared = quickAmionClient();
    await shared.fetchRoster(pullFrom(server));
    const second = await shared.fetchRoster(pullFrom(server));
    expect(judgeAnswer('x', second.files[0]?.bytes ?? new Uint8Array()).whole).toBe(true);
  });
});
