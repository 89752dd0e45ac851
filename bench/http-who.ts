import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type BenchApi, startBenchApi } from './bench-api.ts';
import type { BenchServer } from './bench-database.ts';
import { type BenchRow, type Effort, grouped } from './bench-row.ts';
import { measureInTurn, median } from './measure-in-turn.ts';
import { workflowInput } from './year-workflow.ts';

/** 60 % of the requests a second is 1 / 0.6 of the time. */
const RATE_LIMIT = 1 / 0.6;
const TAIL_LIMIT = 5;
const MEMORY_LIMIT = 1.15;
const COVERAGE_LIMIT = 2;

/** `GET /api/who` and the coverage of a stored period, against bare routes with the same session check. */
export async function benchHttpWho(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const api = await startBenchApi(server, workflowInput(effort.months));
  try {
    const count = Math.max(50, effort.rows / 20);
    // The first questions of each week work it out; they are the load of a start, not of a day.
    await api.ask(api.questions(count));
    const { row, perSecond } = await measureRate(api, effort, count);
    return [
      row,
      ...(await measureTails(api, effort, count, perSecond)),
      await measureMemory(api, effort),
      await measureCoverage(api, effort),
    ];
  } finally {
    await api.close();
  }
}

const inputOf = ({ months }: Effort): string => `${months} months, random instants`;

async function measureRate(api: BenchApi, effort: Effort, count: number) {
  const samples = await measureInTurn(
    {
      ours: async () => (await api.ask(api.questions(count))).seconds,
      bare: async () => (await api.ask(Array.from({ length: count }, () => api.bare))).seconds,
    },
    effort,
  );
  const perThousand = (seconds: readonly number[]): number => (median(seconds) * 1e6) / count;
  const [ours, bare] = [perThousand(samples.ours), perThousand(samples.bare)];
  const row: BenchRow = {
    ...{ name: 'GET /api/who: 1,000 requests', input: inputOf(effort), unit: 'ms', ours },
    ...{ floor: { name: 'bare route, one query', value: bare }, limit: RATE_LIMIT },
  };
  return { row, perSecond: { ours: 1e6 / ours, bare: 1e6 / bare } };
}

/**
 * Each at half of what it can answer; of each round its own tail and middle, so that one hitch of the machine is one round's.
 * The bare route's tail tells how much of ours is the machine's, which server, database and load share.
 */
async function measureTails(
  api: BenchApi,
  effort: Effort,
  count: number,
  perSecond: { ours: number; bare: number },
): Promise<BenchRow[]> {
  const bare = Array.from({ length: count }, () => api.bare);
  const samples = await measureInTurn(
    {
      ours: async () => (await api.ask(api.questions(count), perSecond.ours / 2)).latencies,
      bare: async () => (await api.ask(bare, perSecond.bare / 2)).latencies,
    },
    { ...effort, repetitions: 2 * effort.repetitions },
  );
  const row = (route: string, rounds: readonly number[][], limit: number | null): BenchRow => {
    const quantile = (share: number): number =>
      median(rounds.map((latencies) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN));
    return {
      ...{ name: `${route}: p99 at half the load`, input: inputOf(effort), unit: 'ms' },
      ...{ ours: quantile(0.99), floor: { name: 'p50', value: quantile(0.5) }, limit },
    };
  };
  return [
    row('GET /api/who', samples.ours, TAIL_LIMIT),
    row('bare route, for comparison', samples.bare, null),
  ];
}

async function measureMemory(api: BenchApi, effort: Effort): Promise<BenchRow> {
  const before = heapMegabytes();
  await api.ask(api.questions(effort.rows));
  return {
    ...{ name: 'GET /api/who: heap', input: `after ${grouped(effort.rows)} requests`, unit: 'MB' },
    ...{ ours: heapMegabytes(), floor: { name: 'before them', value: before }, limit: MEMORY_LIMIT },
  };
}

async function measureCoverage(api: BenchApi, effort: Effort): Promise<BenchRow> {
  const each = (path: string) => async () => (await api.ask([path])).latencies[0] ?? Number.NaN;
  const samples = await measureInTurn(
    { ours: each(api.coverage), fetch: each(api.fetch) },
    { ...effort, repetitions: 3 * effort.repetitions },
  );
  return {
    ...{ name: 'GET …/coverage', input: `${effort.months} months`, unit: 'ms', ours: median(samples.ours) },
    ...{ floor: { name: 'its plain fetch', value: median(samples.fetch) }, limit: COVERAGE_LIMIT },
  };
}

function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
