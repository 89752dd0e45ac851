import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach } from 'vitest';
import type { JobId, VersionId } from '#src/domain/ids.ts';
import type { Job, JobStatus } from '#src/domain/job.ts';
import type { JobEngine } from '#src/jobs/job-engine.ts';
import type { JobHandler } from '#src/jobs/job-handler.ts';
import { JOB_HANDLERS } from '#src/jobs/job-handlers.ts';
import { type JobWorker, startWorker } from '#src/jobs/worker.ts';
import type { WorkerOptions, WorkerPace } from '#src/jobs/worker-options.ts';
import { sharedParts, wireServices } from '#src/main/wiring.ts';
import { newId } from '#src/outside/new-id.ts';
import { fencedDatabase } from '#src/repositories/fenced-database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import { getJob } from '#src/repositories/job-queue.ts';
import type { Services } from '#src/services/services.ts';
import { type OpenTestDatabase, openTestDatabase, runSql } from './open-test-database.ts';
import { TEST_CONFIG } from './services.ts';

/** Everything a worker does, quicker than in a department; slow enough that a machine that holds it up loses no job. */
export const QUICK_PACE: WorkerPace = {
  beatMs: 100,
  lostMs: 3_000,
  sweepMs: 50,
  redispatchMs: 1_000,
  retryMs: () => 50,
};

export const SILENT_LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a COVERAGE job does in tests of the queue. */
export type Work = JobHandler<'COVERAGE'>['run'];

export interface TestQueue {
  database: OpenTestDatabase;
  services: Services;
  actor: { userId: Job['requestedBy'] & string; ipAddress: null };
  engine: JobEngine;
  /** A worker with a connection to the engine of its own; stopped after the test. */
  startWorker(run: Work, over?: WorkerOver): Promise<JobWorker & { engine: JobEngine }>;
  /** Asks for a job that does whatever the workers' `run` is. */
  ask(versionId?: VersionId): Promise<Job>;
  get(id: JobId): Promise<Job>;
  /** Waits until a job has ended, or has the status. */
  until(id: JobId, status?: JobStatus): Promise<Job>;
  /** Writes that a job has had its effect, as an import stores: in a transaction of its attempt. */
  act(attempt: JobAttempt): Promise<void>;
  /** How often each job has had its effect. */
  effects(): Promise<Map<string, number>>;
}

export interface WorkerOver {
  pace?: Partial<WorkerPace>;
  concurrency?: number;
  timeLimitMs?: number;
  name?: string;
  options?: Partial<WorkerOptions>;
}

/** The queue of a test file, with a database of its own; everything is stopped after its last test. */
export async function openTestQueue(
  makeEngine: (connection: OpenTestDatabase['connection']) => JobEngine,
): Promise<TestQueue> {
  const database = await openTestDatabase();
  await runSql(database.db, 'create table effects (job_id uuid not null)');
  const engine = makeEngine(database.connection);
  await engine.open();
  const shared = { ...sharedParts(database), port: engine };
  const now = (): string => new Date().toISOString();
  const services = wireServices(TEST_CONFIG, database, now, shared);
  const actor = (await services.users.commandLineActor('tester')) as TestQueue['actor'];
  const started: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((worker) => worker.stop()));
  });
  afterAll(() => engine.close());

  const queue: TestQueue = {
    ...{ database, services, actor, engine },
    async startWorker(run, over = {}) {
      const own = makeEngine(database.connection);
      const worker = await startWorker({
        ...{ db: database.db, engine: own, log: SILENT_LOG, name: over.name ?? 'test worker' },
        handlers: {
          ...JOB_HANDLERS,
          COVERAGE: { type: 'COVERAGE', timeLimitMs: over.timeLimitMs ?? 10_000, run },
        },
        servicesFor: (attempt) => wireServices(TEST_CONFIG, database, now, shared, attempt),
        concurrency: over.concurrency ?? 2,
        pace: { ...QUICK_PACE, ...over.pace },
        ...over.options,
      });
      let stopped: Promise<void> | null = null;
      const stop = async (graceMs = 0): Promise<void> => {
        stopped ??= worker.stop(graceMs).then(() => own.close());
        await stopped;
      };
      started.push({ stop });
      return { ...worker, engine: own, stop };
    },
    ask: (versionId = newId<VersionId>()) => services.jobs.request('COVERAGE', { versionId }, actor),
    get: (id) => getJob(database.db, id),
    async until(id, status) {
      for (const deadline = Date.now() + 45_000; ; ) {
        const job = await getJob(database.db, id);
        if (status ? job.status === status : job.status === 'COMPLETE' || job.status === 'FAILED') return job;
        if (Date.now() > deadline)
          throw new Error(`Job ${id} is ${job.status} (${job.errorCode ?? 'no error'})`);
        await sleep(10);
      }
    },
    act: (attempt) => recordEffect(database, attempt),
    async effects() {
      const rows = (await runSql(
        database.db,
        'select job_id, count(*)::int as n from effects group by 1',
      )) as {
        job_id: string;
        n: number;
      }[];
      return new Map(rows.map((row) => [row.job_id, row.n]));
    },
  };
  return queue;
}

/** The effect of a test job, in one fenced transaction. */
export async function recordEffect(
  database: Parameters<typeof fencedDatabase>[0],
  { id, attempt }: JobAttempt,
): Promise<void> {
  await fencedDatabase(database, { id, attempt })
    .db.transaction()
    .execute((trx) => runSql(trx, `insert into effects values ('${id}')`));
}
