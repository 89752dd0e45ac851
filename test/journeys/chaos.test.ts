import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job } from '#src/domain/job.ts';
import { hasEnded } from '#src/domain/job.ts';
import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import type { JobEngine } from '#src/jobs/job-engine.ts';
import { pgBossEngine } from '#src/jobs/pg-boss-engine.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { newId } from '#src/outside/new-id.ts';
import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { listJobs } from '#src/repositories/job-queue.ts';
import type { Services } from '#src/services/services.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { provideRedis } from '#test/support/provide-redis.ts';
import { TEST_CONFIG } from '#test/support/services.ts';
import { HOSPITALS, matrixFile, PEOPLE, rosterFile, WEEK } from '#test/support/small-schedule.ts';
import { startTestWorker, type WorkerPlan } from '#test/support/test-worker.ts';

/** Of 200 jobs so many are whole workflows; the others write one row each. */
const WORKFLOWS = 40;
const SMALL_JOBS = 160;
const PROCESSES = 3;
const KILLS = 8;
const KILL_EVERY_MS = 800;
/** The last jobs are asked for when the last worker is killed. */
const ASK_EVERY_MS = (KILLS * KILL_EVERY_MS) / 200;
const LONGEST_MS = 220_000;

const PACE = { beatMs: 300, lostMs: 2_500, sweepMs: 200, redispatchMs: 2_500 };

const redis = await provideRedis();
const openChaos = async () => {
  const database = await openTestDatabase();
  await runSql(database.db, 'create table effects (job_id uuid not null)');
  return database;
};
const chaos = { 'pg-boss': await openChaos(), BullMQ: await openChaos() };

/** Asks for 200 jobs while workers are killed and started, and answers how all of them ended. */
async function runThroughChaos(
  database: Awaited<ReturnType<typeof openChaos>>,
  engine: JobEngine,
  redisUrl: string | null,
  upset: () => Promise<void>,
): Promise<{ jobs: Job[]; kills: number }> {
  await engine.open();
  onTestFinished(() => engine.close());
  const services = wireServices(TEST_CONFIG, database, systemNow, { ...sharedParts(database), port: engine });
  const plan: WorkerPlan = { connection: database.connection, redisUrl, concurrency: 4, pace: PACE };
  const workers = Array.from({ length: PROCESSES }, () => startTestWorker(plan));
  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  });
  const asking = askForJobs(services);
  let kills = 0;
  for (const deadline = Date.now() + LONGEST_MS; ; ) {
    await sleep(KILL_EVERY_MS);
    const jobs = (await everyPage((cursor) => listJobs(database.db, {}, { limit: 200, cursor }))).flat();
    if (jobs.length === WORKFLOWS + SMALL_JOBS && jobs.every((job) => hasEnded(job.status))) {
      await asking;
      return { jobs, kills };
    }
    if (Date.now() > deadline)
      throw new Error(`Jobs have not ended: ${JSON.stringify(Object.groupBy(jobs, (job) => job.status))}`);
    if (kills === KILLS) continue;
    const victim = Math.floor(Math.random() * PROCESSES);
    await workers[victim]?.kill('SIGKILL');
    workers[victim] = startTestWorker(plan);
    kills += 1;
    if (kills === KILLS / 2) await upset();
  }
}

async function askForJobs(services: Services): Promise<void> {
  const actor = await services.users.commandLineActor('tester');
  await services.registry.importHospitals(HOSPITALS, 'America/New_York', actor);
  const { id } = await services.departments.get('Ashby');
  await services.registry.importPeople(PEOPLE, id, actor);
  const matrix = await services.jobs.keepFile(matrixFile(), actor);
  const roster = [await services.jobs.keepFile(rosterFile(), actor)];
  for (let index = 0; index < WORKFLOWS + SMALL_JOBS; index += 1) {
    const isWorkflow = index % ((WORKFLOWS + SMALL_JOBS) / WORKFLOWS) === 0;
    if (isWorkflow)
      await services.jobs.request('WORKFLOW', { department: 'Ashby', ...WEEK, matrix, roster }, actor);
    else await services.jobs.request('COVERAGE', { versionId: newId<never>() }, actor);
    await sleep(ASK_EVERY_MS);
  }
}

/** Everything that must hold whatever was killed when. */
async function expectWholeEffects(
  database: Awaited<ReturnType<typeof openChaos>>,
  jobs: readonly Job[],
): Promise<void> {
  const { db } = database;
  const idsOf = (type: string, status: string) =>
    jobs.filter((job) => job.type === type && job.status === status).map((job) => job.id);
  const count = async (text: string): Promise<Record<string, number>[]> =>
    (await runSql(db, text)) as Record<string, number>[];

  expect(jobs.length).toBe(200);
  expect(new Set(jobs.map((job) => job.status)).difference(new Set(['COMPLETE', 'FAILED']))).toEqual(
    new Set(),
  );
  // Killed eight times, nobody is that unlucky often.
  expect(idsOf('COVERAGE', 'COMPLETE').length).toBeGreaterThan(SMALL_JOBS * 0.9);
  expect(idsOf('WORKFLOW', 'COMPLETE').length).toBeGreaterThan(WORKFLOWS * 0.9);

  const effects = (await runSql(db, 'select job_id from effects')) as { job_id: string }[];
  const done = effects.map((effect) => effect.job_id);
  expect(new Set(done).size).toBe(done.length);
  expect(idsOf('COVERAGE', 'COMPLETE').filter((id) => !done.includes(id))).toEqual([]);

  await failOrphanedBatches(db, 'killed');
  expect(await count(`select state from scrape_batches where state = 'PENDING' or job_id is null`)).toEqual(
    [],
  );
  expect(
    await count(
      `select job_id, source, count(*) from scrape_batches where state = 'COMPLETE' group by 1, 2 having count(*) > 1`,
    ),
  ).toEqual([]);
  const complete = idsOf('WORKFLOW', 'COMPLETE').length;
  const stored = await count(`
    select count(*) filter (where source = 'MATRIX')::int as matrices, count(*) filter (where source = 'ROSTER')::int as rosters
    from scrape_batches where state = 'COMPLETE'`);
  expect(stored[0]?.['matrices']).toBeGreaterThanOrEqual(complete);
  expect(stored[0]?.['rosters']).toBeGreaterThanOrEqual(complete);
  expect(await count('select count(*)::int as n from schedule_versions')).toEqual([
    { n: stored[0]?.['matrices'] },
  ]);

  expect(
    await count(`
      select shift_instance_id, person_id, count(*) from assignments where deleted_at is null
      group by 1, 2 having count(*) > 1`),
  ).toEqual([]);
  const versions = await count(`
    select v.id, count(a.id)::int as assigned from schedule_versions v
    join scrape_batches b on b.schedule_version_id = v.id and b.source = 'ROSTER' and b.state = 'COMPLETE'
    join shift_instances i on i.schedule_version_id = v.id
    left join assignments a on a.shift_instance_id = i.id and a.deleted_at is null
    group by v.id`);
  expect(new Set(versions.map((version) => version['assigned']))).toEqual(new Set([7 * 6]));
  expect(
    await count('select job_id, count(*) from coverage_calculations group by 1 having count(*) > 1'),
  ).toEqual([]);
}

describe('two hundred jobs while workers are killed', () => {
  it('pg-boss: each ends, and has its effects once', { timeout: 240_000 }, async () => {
    const database = chaos['pg-boss'];
    const engine = pgBossEngine(database.connection, () => undefined);
    const { jobs, kills } = await runThroughChaos(database, engine, null, async () => undefined);
    expect(kills).toBeGreaterThan(KILLS / 2);
    await expectWholeEffects(database, jobs);
  });

  const why = redis.missing === null ? '' : ` (skipped: ${redis.missing})`;
  it.skipIf(redis.missing)(
    `BullMQ, with Redis restarted too: each ends, and has its effects once${why}`,
    { timeout: 240_000 },
    async () => {
      const { server } = redis;
      if (!server) return;
      const database = chaos.BullMQ;
      const engine = bullmqEngine(server.url, () => undefined);
      const { jobs, kills } = await runThroughChaos(database, engine, server.url, () => server.restart());
      expect(kills).toBeGreaterThan(KILLS / 2);
      await expectWholeEffects(database, jobs);
    },
  );
});
