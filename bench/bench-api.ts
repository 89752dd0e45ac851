import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import type { VersionId } from '#src/domain/ids.ts';
import { buildServer } from '#src/http/server.ts';
import { type BenchDatabase, type BenchServer, DEPARTMENT } from './bench-database.ts';
import type { HttpLoad, HttpLoadResult } from './http-load.ts';
import { PLAIN_QUERY } from './plain-query.ts';
import { storeInForce } from './store-in-force.ts';
import type { WorkflowInput } from './year-workflow.ts';

const CONNECTIONS = 16;
const DAY_MS = 24 * 60 * 60_000;
const EMAIL = 'bench@north.test';
const PASSWORD = 'the kettle sings at dusk';

/** The API over a stored period that is in force, and a viewer who asks it from another thread. */
export interface BenchApi {
  /** A rate is requests a second; without one, as many as there can be. */
  ask(paths: readonly string[], rate?: number): Promise<HttpLoadResult>;
  /** Paths of questions at random instants; half of them of a random hospital or study. */
  questions(count: number): string[];
  /** The path of a route that does nothing but one indexed query. */
  bare: string;
  /** Of the coverage of the whole period, and of a route that only fetches what it is calculated from. */
  coverage: string;
  fetch: string;
  close(): Promise<void>;
}

export async function startBenchApi(benchServer: BenchServer, input: WorkflowInput): Promise<BenchApi> {
  const database = await benchServer.freshDatabase();
  try {
    const versionId = await storeInForce(database, input);
    const server = await openServer(database, input, versionId);
    const cookie = await signIn(database);
    const questions = await randomQuestions(database, input);
    const worker = new Worker(new URL('./http-load.ts', import.meta.url));
    const load = async (order: HttpLoad): Promise<HttpLoadResult> => {
      worker.postMessage(order);
      const [result] = (await once(worker, 'message')) as [HttpLoadResult];
      return result;
    };
    return {
      ...{ questions, bare: '/bare', fetch: '/fetch', coverage: `/api/versions/${versionId}/coverage` },
      ask: async (paths, rate) =>
        await load({ port: server.port, cookie, paths, connections: CONNECTIONS, rate: rate ?? null }),
      async close() {
        await worker.terminate();
        await server.close();
        await database.drop();
      },
    };
  } catch (cause) {
    await database.drop();
    throw cause;
  }
}

async function openServer(
  { services, pool }: BenchDatabase,
  { from, to }: WorkflowInput,
  versionId: VersionId,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = await buildServer({
    ...{ services, log: pino({ level: 'silent' }), uploadBytes: 1024 * 1024 },
    ...{ requestsPerMinute: 1e9, trustProxy: false },
  });
  const { id } = await services.departments.get(DEPARTMENT);
  server.get('/bare', { config: { needs: 'ask' }, schema: { hide: true } }, async () => {
    const { rows } = await pool.query('SELECT topic, revision FROM schedule_revisions WHERE topic = $1', [
      id,
    ]);
    return { rows };
  });
  server.get('/fetch', { config: { needs: 'read' }, schema: { hide: true } }, async () => {
    const { rowCount } = await pool.query(PLAIN_QUERY, [versionId, from, to]);
    return { rowCount };
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, close: () => server.close() };
}

async function randomQuestions(
  { services }: BenchDatabase,
  { from, to }: WorkflowInput,
): Promise<BenchApi['questions']> {
  const { answers } = await services.who.ask({
    ...{ department: DEPARTMENT, at: `${from}T19:00`, hospital: null, study: null, versionId: null },
  });
  const first = Date.parse(from) + DAY_MS;
  const span = Date.parse(to) - first;
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)];
  const question = (_: unknown, index: number): string => {
    const at = new Date(first + Math.random() * span).toISOString();
    const query = new URLSearchParams({ department: DEPARTMENT, at });
    const about = any(answers);
    if (about && index % 4 === 0) query.set('hospital', about.hospital);
    if (about && index % 4 === 2) query.set('study', about.label);
    return `/api/who?${query}`;
  };
  return (count) => Array.from({ length: count }, question);
}

async function signIn({ services: { users, signIn: service }, actor }: BenchDatabase): Promise<string> {
  await users.add({ email: EMAIL, role: 'VIEWER', department: DEPARTMENT, password: PASSWORD }, actor);
  const visitor = { ipAddress: '127.0.0.1', userAgent: null, browser: null };
  const { token } = await service.signIn(EMAIL, PASSWORD, visitor);
  return `schedcu_session=${token}`;
}
