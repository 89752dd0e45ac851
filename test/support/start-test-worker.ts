import { setTimeout as sleep } from 'node:timers/promises';
import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import { JOB_HANDLERS } from '#src/jobs/job-handlers.ts';
import { pgBossEngine } from '#src/jobs/pg-boss-engine.ts';
import { startWorker } from '#src/jobs/worker.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { openDatabase } from '#src/repositories/database.ts';
import { runSql } from './open-test-database.ts';
import { recordEffect } from './queue.ts';
import { TEST_CONFIG } from './services.ts';
import type { WorkerPlan } from './test-worker.ts';

// A worker as the product runs it, as a process of its own that tests may kill. Its imports are real; a COVERAGE job takes a
// while and writes a row, so that it can be counted how often it was done. Says when it is ready.

const plan = JSON.parse(process.argv[2] ?? '') as WorkerPlan;
const database = openDatabase(plan.connection);
const quiet = (): void => undefined;
const engine = plan.redisUrl ? bullmqEngine(plan.redisUrl, quiet) : pgBossEngine(plan.connection, quiet);
const shared = { ...sharedParts(database), port: engine };

await startWorker({
  ...{ db: database.db, engine, concurrency: plan.concurrency, pace: plan.pace, name: `test:${process.pid}` },
  log: { info: quiet, warn: quiet, error: quiet },
  handlers: {
    ...JOB_HANDLERS,
    COVERAGE: {
      ...JOB_HANDLERS.COVERAGE,
      run: async ({ job, payload }) => {
        if (payload.versionId === plan.poison) process.kill(process.pid, 'SIGKILL');
        // As an import does: what an earlier attempt has stored is found before the work, not while storing.
        const done = await runSql(database.db, `select from effects where job_id = '${job.id}'`);
        await sleep(Math.random() * 60);
        if (done.length === 0) await recordEffect(database, job);
        await sleep(Math.random() * 60);
        return { kind: 'done', result: null };
      },
    },
  },
  servicesFor: (attempt) => wireServices(TEST_CONFIG, database, systemNow, shared, attempt),
});
process.stdout.write('ready\n');
