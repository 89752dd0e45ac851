import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { buildServer } from '#src/http/server.ts';
import { type BenchDatabase, type BenchServer, DEPARTMENT } from './bench-database.ts';
import { type BenchRow, type Effort, grouped } from './bench-row.ts';
import type { HttpLoad, HttpLoadResult } from './http-load.ts';
import { measureInTurn, median } from './measure-in-turn.ts';
import { runWorkflow, type WorkflowInput, workflowInput } from './year-workflow.ts';

/** 60 % of the requests a second is 1 / 0.6 of the time. */
const RATE_LIMIT = 1 / 0.6;
const TAIL_LIMIT = 5;
const MEMORY_LIMIT = 1.15;
const CONNECTIONS = 16;
const BARE = '/bare';

interface RunningApi {
  ask(paths: readonly string[], rate?: number): Promise<HttpLoadResult>;
  /** Paths of questions at random instants; half of them of a random hospital or study. */
  questions(count: number): string[];
  close(): Promise<void>;
}

/** `GET /api/who` over a stored period against a bare route with the same session check and one indexed query. */
export async function benchHttpWho(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const input = workflowInput(effort.months);
  const database = await server.freshDatabase();
  try {
    await storeInForce(database, input);
    const api = await startApi(database, input);
    try {
      return await measure(effort, api);
    } finally {
      await api.close();
    }
  } finally {
    await database.drop();
  }
}

async function storeInForce(database: BenchDatabase, input: WorkflowInput): Promise<void> {
  const { services, actor, pool } = database;
  const { version } = await runWorkflow(database, input);
  if (!version) throw new Error('The workflow of the bench has no version');
  await services.warnings.accept(version.id, 'all', 'bench', actor);
  await services.versions.promoteToProduction(version.id, 'bench', actor);
  await pool.query('VACUUM ANALYZE');
}

async function measure(effort: Effort, api: RunningApi): Promise<BenchRow[]> {
  const count = Math.max(50, effort.rows / 20);
  // The first questions of each week work it out; they are the load of a start, not of a day.
  await api.ask(api.questions(count));
  const samples = await measureInTurn(
    {
      ours: async () => (await api.ask(api.questions(count))).seconds,
      bare: async () => (await api.ask(Array.from({ length: count }, () => BARE))).seconds,
    },
    effort,
  );
  const perThousand = (seconds: readonly number[]): number => (median(seconds) * 1e6) / count;
  const [ours, bare] = [perThousand(samples.ours), perThousand(samples.bare)];
  const { latencies } = await api.ask(api.questions(count), 1e6 / ours / 2);
  const quantile = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  const before = heapMegabytes();
  await api.ask(api.questions(effort.rows));
  const input = `${effort.months} months, random instants`;
  const name = 'GET /api/who';
  return [
    {
      ...{ name: `${name}: 1,000 requests`, input, unit: 'ms', ours },
      ...{ floor: { name: 'bare route, one query', value: bare }, limit: RATE_LIMIT },
    },
    {
      ...{ name: `${name}: p99 at half the load`, input, unit: 'ms', ours: quantile(0.99) },
      ...{ floor: { name: 'p50', value: quantile(0.5) }, limit: TAIL_LIMIT },
    },
    {
      ...{
        name: `${name}: heap`,
        input: `after ${grouped(effort.rows)} requests`,
        unit: 'MB',
        ours: heapMegabytes(),
      },
      ...{ floor: { name: 'before them', value: before }, limit: MEMORY_LIMIT },
    },
  ];
}

async function startApi(database: BenchDatabase, { from, to }: WorkflowInput): Promise<RunningApi> {
  const { services, actor, pool } = database;
  const server = await buildServer({
    ...{ services, log: pino({ level: 'silent' }), uploadBytes: 1024 * 1024 },
    ...{ requestsPerMinute: 1e9, trustProxy: false },
  });
  const { id } = await services.departments.get(DEPARTMENT);
  server.get(BARE, { config: { needs: 'ask' }, schema: { hide: true } }, async () => {
    const { rows } = await pool.query('SELECT topic, revision FROM schedule_revisions WHERE topic = $1', [
      id,
    ]);
    return { rows };
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cookie = await signIn(services, actor);
  const { answers } = await services.who.ask({
    ...{ department: DEPARTMENT, at: `${from}T19:00`, hospital: null, study: null, versionId: null },
  });
  const span = Date.parse(to) - Date.parse(from);
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)];
  const question = (_: unknown, index: number): string => {
    const at = new Date(
      Date.parse(from) + 24 * 60 * 60_000 + Math.random() * (span - 24 * 60 * 60_000),
    ).toISOString();
    const query = new URLSearchParams({ department: DEPARTMENT, at });
    const about = any(answers);
    if (about && index % 4 === 0) query.set('hospital', about.hospital);
    if (about && index % 4 === 2) query.set('study', about.label);
    return `/api/who?${query}`;
  };
  return {
    questions: (count) => Array.from({ length: count }, question),
    ask: async (paths, rate) =>
      await load({ port, cookie, paths, connections: CONNECTIONS, rate: rate ?? null }),
    close: () => server.close(),
  };
}

async function signIn(
  { users, signIn: service }: BenchDatabase['services'],
  actor: BenchDatabase['actor'],
): Promise<string> {
  const [email, password] = ['bench@north.test', 'the kettle sings at dusk'];
  await users.add({ email, role: 'VIEWER', department: DEPARTMENT, password }, actor);
  const { token } = await service.signIn(email, password, {
    ipAddress: '127.0.0.1',
    userAgent: null,
    browser: null,
  });
  return `schedcu_session=${token}`;
}

async function load(order: HttpLoad): Promise<HttpLoadResult> {
  const worker = new Worker(new URL('./http-load.ts', import.meta.url), { workerData: order });
  const [result] = (await once(worker, 'message')) as [HttpLoadResult];
  return result;
}

function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
