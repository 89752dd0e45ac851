import { afterAll } from 'vitest';
import { JOB_HANDLERS } from '#src/jobs/job-handlers.ts';
import { pgBossEngine } from '#src/jobs/pg-boss-engine.ts';
import { type JobWorker, startWorker } from '#src/jobs/worker.ts';
import type { Config } from '#src/main/config.ts';
import type { Database } from '#src/repositories/database.ts';
import { QUICK_PACE, SILENT_LOG } from './queue.ts';
import { TEST_CONFIG, type TestServices, wire } from './services.ts';

type Connection = Parameters<typeof pgBossEngine>[0];

/** A worker of the product beside the API of a test file: it sweeps up what the API asks for. Stopped after the last test. */
export async function startHttpWorker(
  { database, clock }: Pick<TestServices, 'clock'> & { database: Database },
  config: Partial<Config> = {},
): Promise<JobWorker> {
  const given = { ...TEST_CONFIG, ...config };
  const engine = pgBossEngine(database.pool.options as Connection, () => undefined);
  const now = (): string => clock.now;
  const worker = await startWorker({
    ...{
      db: database.db,
      engine,
      handlers: JOB_HANDLERS,
      log: SILENT_LOG,
      name: 'test worker',
      concurrency: 2,
    },
    servicesFor: (attempt) => wire(given, database, now, attempt),
    pace: QUICK_PACE,
  });
  afterAll(async () => {
    await worker.stop(0);
    await engine.close();
  });
  return worker;
}
