import { describe, expect, it, onTestFinished } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { newId } from '#src/outside/new-id.ts';
import { watchJob } from '#src/services/watch-job.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { TEST_CONFIG } from '#test/support/services.ts';
import { startTestWorker, type WorkerPlan, type WorkerProcess } from '#test/support/test-worker.ts';

const PACE = { beatMs: 200, lostMs: 1_500, sweepMs: 100, redispatchMs: 1_500 };

const database = await openTestDatabase();
await runSql(database.db, 'create table effects (job_id uuid not null)');

/** A worker that is started again whenever it dies, as a service manager does; `stop` ends that. */
function keepWorkerUp(plan: WorkerPlan): { deaths(): number; stop(): Promise<void> } {
  let deaths = 0;
  let stopped = false;
  let worker: WorkerProcess = startTestWorker(plan);
  const watching = (async () => {
    for (;;) {
      await worker.ended;
      if (stopped) return;
      deaths += 1;
      worker = startTestWorker(plan);
    }
  })();
  return {
    deaths: () => deaths,
    async stop() {
      stopped = true;
      await worker.kill('SIGKILL');
      await watching;
    },
  };
}

describe('a job that kills every worker that takes it', () => {
  it('ends FAILED after its retries; those that ran beside it end COMPLETE', {
    timeout: 180_000,
  }, async () => {
    const poison = newId<VersionId>();
    const plan = { connection: database.connection, redisUrl: null, concurrency: 3, poison, pace: PACE };
    const up = keepWorkerUp(plan);
    onTestFinished(() => up.stop());
    const { jobs, users } = wireServices(TEST_CONFIG, database, systemNow, sharedParts(database));
    const actor = await users.commandLineActor('tester');
    const ask = (versionId: VersionId) => jobs.request('COVERAGE', { versionId }, actor);
    const bad = await ask(poison);
    const good = await Promise.all(Array.from({ length: 5 }, () => ask(newId<VersionId>())));
    const end = (job: typeof bad) => watchJob(jobs, job.id, () => undefined, AbortSignal.timeout(120_000));
    expect(await end(bad)).toMatchObject({
      ...{ status: 'FAILED', errorCode: 'WORKER_LOST', retryCount: 3, attempt: 4 },
      errorMessage: expect.stringContaining('was not heard of any more'),
    });
    for (const job of good) expect(await end(job)).toMatchObject({ status: 'COMPLETE' });
    expect(up.deaths()).toBe(4);
  });
});
