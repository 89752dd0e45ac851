import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { PgBoss } from 'pg-boss';
import type { JobEngine } from '#src/jobs/job-engine.ts';
import type { JobRun } from '#src/jobs/job-handler.ts';
import { JOB_HANDLERS } from '#src/jobs/job-handlers.ts';
import { startWorker } from '#src/jobs/worker.ts';
import { readConfig } from '#src/main/config.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { newId } from '#src/outside/new-id.ts';
import type { Services } from '#src/services/services.ts';
import type { BenchDatabase } from './bench-database.ts';

/** Who asks at once, each for one job after the other. */
export const CALLERS = 8;
/** Jobs that a worker runs at once, ours and the bare one. */
export const SLOTS = 4;

/** A queue under load: jobs that do nothing. */
export interface JobLoad {
  ask(): Promise<unknown>;
  close(): Promise<void>;
}

/** Milliseconds from the first asking until the record of every job is COMPLETE. */
export async function drainTime(database: BenchDatabase, load: JobLoad, jobs: number): Promise<number> {
  const started = performance.now();
  let left = jobs;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (left-- > 0) await load.ask();
    }),
  );
  for (;;) {
    const { rows } = await database.pool.query(
      `select count(*)::int as n from job_queue where status = 'COMPLETE'`,
    );
    if (rows[0]?.n >= jobs) return performance.now() - started;
    await sleep(5);
  }
}

/** Ours: the job service, the engine and a worker; `onStart` hears when a job starts. */
export async function openOurs(
  database: BenchDatabase,
  engine: JobEngine,
  onStart: (run: JobRun<'CLEAN_UP'>) => void = () => undefined,
): Promise<JobLoad & { services: Services }> {
  await engine.open();
  const shared = { ...sharedParts(database), port: engine };
  const config = readConfig();
  const services = wireServices(config, database, systemNow, shared);
  const quiet = () => undefined;
  const worker = await startWorker({
    ...{
      db: database.db,
      engine,
      name: 'bench',
      concurrency: SLOTS,
      log: { info: quiet, warn: quiet, error: quiet },
    },
    handlers: {
      ...JOB_HANDLERS,
      CLEAN_UP: {
        ...JOB_HANDLERS.CLEAN_UP,
        run: async (run) => {
          onStart(run);
          return { kind: 'done', result: null };
        },
      },
    },
    servicesFor: (attempt) => wireServices(config, database, systemNow, shared, attempt),
  });
  const close = async (): Promise<void> => {
    await worker.stop(1_000);
    await engine.close();
  };
  return { services, close, ask: () => services.jobs.request('CLEAN_UP', {}, database.actor) };
}

const insertRow = (database: BenchDatabase, id: string) =>
  database.pool.query(`insert into job_queue (id, job_type, payload) values ($1, 'BARE', '{}')`, [id]);
const completeRow = (database: BenchDatabase, id: string) =>
  database.pool.query(`update job_queue set status = 'COMPLETE', completed_at = now() where id = $1`, [id]);

/** The bare engine and the two writes of a record, set up for speed. */
export async function openBarePgBoss(database: BenchDatabase): Promise<JobLoad> {
  const boss = new PgBoss({
    ...(database.connection as object),
    schema: 'bare',
    useListenNotify: true,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue('bare', { notify: true, retryLimit: 0 });
  const options = {
    batchSize: SLOTS,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 0.5,
  };
  await boss.work<{ id: string }>('bare', options, async (jobs) => {
    await Promise.all(jobs.map((job) => completeRow(database, job.data.id)));
  });
  return {
    async ask() {
      const id = newId<never>() as string;
      await insertRow(database, id);
      await boss.send('bare', { id });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

export async function openBareBullmq(database: BenchDatabase, redisUrl: string): Promise<JobLoad> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection });
  const work = async (job: { data: { id: string } }): Promise<void> =>
    void (await completeRow(database, job.data.id));
  const worker = new Worker('bare', work, { connection, concurrency: SLOTS });
  await worker.waitUntilReady();
  return {
    async ask() {
      const id = newId<never>() as string;
      await insertRow(database, id);
      await queue.add('bare', { id }, { removeOnComplete: true });
    },
    async close() {
      await worker.close();
      await queue.close();
      connection.disconnect();
    },
  };
}
