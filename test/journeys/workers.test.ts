import { existsSync, statSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { newId } from '#src/outside/new-id.ts';
import { getJob, listJobs } from '#src/repositories/job-queue.ts';
import { watchJob } from '#src/services/watch-job.ts';
import {
  everyPage,
  type OpenTestDatabase,
  openTestDatabase,
  runSql,
} from '#test/support/open-test-database.ts';
import { provideRedis } from '#test/support/provide-redis.ts';
import { TEST_CONFIG } from '#test/support/services.ts';
import { HOSPITALS, matrixFile, PEOPLE, WEEK } from '#test/support/small-schedule.ts';
import { startWorkerCommand } from '#test/support/test-worker.ts';
import { folderOf } from './ashby.ts';

const IMPORTS = 100;

const own = folderOf({});
const redis = await provideRedis();
const database = await openTestDatabase();

/** The database as an address, as it stands in DATABASE_URL. */
function addressOf({ connection }: OpenTestDatabase): string {
  if (connection.connectionString) return connection.connectionString;
  const { user, host, port, database: name } = connection;
  return `postgresql://${user}@/${name}?host=${encodeURIComponent(host ?? '')}&port=${port}`;
}

const start = (env: Record<string, string>) =>
  startWorkerCommand({
    DATABASE_URL: addressOf(database),
    SCHEDCU_DATA: '/nowhere',
    LOG_LEVEL: 'info',
    REDIS_URL: '',
    ...env,
  });

async function ask(port = sharedParts(database).port) {
  const services = wireServices(TEST_CONFIG, database, systemNow, { ...sharedParts(database), port });
  const actor = await services.users.commandLineActor('tester');
  await services.registry.importHospitals(HOSPITALS, 'America/New_York', actor);
  const { id } = await services.departments.get('Ashby');
  await services.registry.importPeople(PEOPLE, id, actor);
  return { services, actor, file: await services.jobs.keepFile(matrixFile(), actor) };
}

describe('schedcu worker', () => {
  it('works off what was asked for while nobody worked, and ends in order when told to', {
    timeout: 60_000,
  }, async () => {
    const { services, actor, file } = await ask();
    const order = { department: 'Ashby', versionId: null, ...WEEK, file };
    const { id } = await services.jobs.request('ODS_IMPORT', order, actor);
    const alive = own('alive');
    const worker = start({ WORKER_ALIVE_FILE: alive });
    onTestFinished(() => void worker.kill('SIGKILL'));
    const job = await watchJob(services.jobs, id, () => undefined, AbortSignal.timeout(45_000));
    expect(job).toMatchObject({ status: 'COMPLETE', result: { state: 'COMPLETE' } });
    const lastSeen = (): number => statSync(alive).mtimeMs;
    const before = lastSeen();
    await expect.poll(lastSeen).toBeGreaterThan(before);
    expect(await worker.kill('SIGTERM')).toBe(143);
    const open = await runSql(
      database.db,
      `select application_name from pg_stat_activity where datname = current_database() and application_name like '%jobs%'`,
    );
    expect(open).toEqual([]);
  });

  const why = redis.missing === null ? '' : ` (skipped: ${redis.missing})`;
  it.skipIf(redis.missing)(
    `two on one database and Redis share a hundred imports${why}`,
    { timeout: 180_000 },
    async () => {
      const { server } = redis;
      if (!server) return;
      const engine = bullmqEngine(server.url, () => undefined);
      await engine.open();
      onTestFinished(() => engine.close());
      const workers = [start({ REDIS_URL: server.url }), start({ REDIS_URL: server.url })];
      onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.kill('SIGKILL')))));
      await Promise.all(workers.map((worker) => worker.ready));
      const { services, actor, file } = await ask(engine);
      const before = newId<never>() as string;
      const ids = await Promise.all(
        Array.from({ length: IMPORTS }, async () => {
          const order = { department: 'Ashby', versionId: null, ...WEEK, file };
          return (await services.jobs.request('ODS_IMPORT', order, actor)).id;
        }),
      );
      for (const id of ids) await watchJob(services.jobs, id, () => undefined, AbortSignal.timeout(150_000));
      const jobs = await Promise.all(ids.map((id) => getJob(database.db, id)));
      expect(jobs.filter((job) => job.status !== 'COMPLETE')).toEqual([]);
      const shares = Map.groupBy(jobs, (job) => job.worker?.split('#')[0]);
      expect(shares.size).toBe(2);
      for (const share of shares.values()) expect(share.length).toBeGreaterThan(IMPORTS / 5);
      const batches = await runSql(
        database.db,
        `select count(distinct job_id)::int as n from scrape_batches where state = 'COMPLETE' and id > '${before}'`,
      );
      expect(batches).toEqual([{ n: IMPORTS }]);
      const all = (
        await everyPage((cursor) => listJobs(database.db, { type: 'CLEAN_UP' }, { limit: 200, cursor }))
      ).flat();
      // Standing work of two workers that start in the same moment is asked for once.
      expect(all.length).toBe(1);
      expect(existsSync('/nowhere')).toBe(false);
      expect(await Promise.all(workers.map((worker) => worker.kill('SIGTERM')))).toEqual([143, 143]);
    },
  );
});
