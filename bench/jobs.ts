import { setTimeout as sleep } from 'node:timers/promises';
import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import type { JobEngine } from '#src/jobs/job-engine.ts';
import { pgBossEngine } from '#src/jobs/pg-boss-engine.ts';
import { startRedisServer } from '#test/support/redis-server.ts';
import { benchAmionPull } from './amion-pull.ts';
import type { BenchDatabase, BenchServer } from './bench-database.ts';
import { type BenchRow, type Effort, grouped } from './bench-row.ts';
import { CALLERS, drainTime, type JobLoad, openBareBullmq, openBarePgBoss, openOurs } from './job-load.ts';
import { measureInTurn, median } from './measure-in-turn.ts';

/** Half the rate of the bare engine and the two writes of a record is twice its time. */
const RATE_LIMIT = 2;
/** From asking to start on a worker that has nothing to do. */
const START_MS = 100;
const STARTS = 15;

interface Contender {
  name: string;
  engine(database: BenchDatabase): JobEngine;
  bare(database: BenchDatabase): Promise<JobLoad>;
}

const quiet = (): void => undefined;

/** Background jobs that do nothing, through both engines; and six months of Amion. */
export async function benchJobs(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const redis = await startRedisServer();
  if (redis.missing !== null) process.stderr.write(`without BullMQ: ${redis.missing}\n`);
  const contenders: Contender[] = [
    { name: 'pg-boss', engine: ({ connection }) => pgBossEngine(connection, quiet), bare: openBarePgBoss },
  ];
  if (redis.server) {
    const { url } = redis.server;
    contenders.push({
      ...{ name: 'BullMQ', engine: () => bullmqEngine(url, quiet) },
      bare: (database) => openBareBullmq(database, url),
    });
  }
  try {
    const rows: BenchRow[] = [];
    for (const contender of contenders) {
      rows.push(await benchRate(effort, server, contender), await benchStart(effort, server, contender));
    }
    return [...rows, await benchAmionPull(effort, server)];
  } finally {
    await redis.server?.stop();
  }
}

async function benchRate(
  effort: Effort,
  server: BenchServer,
  { name, engine, bare }: Contender,
): Promise<BenchRow> {
  const through = (open: (database: BenchDatabase) => Promise<JobLoad>) => async (): Promise<number> => {
    const database = await server.freshDatabase();
    const load = await open(database);
    try {
      return await drainTime(database, load, effort.jobs);
    } finally {
      await load.close();
      await database.drop();
    }
  };
  const tasks = { ours: through((database) => openOurs(database, engine(database))), bare: through(bare) };
  const samples = await measureInTurn(tasks, effort);
  return {
    ...{
      name: `no-op jobs, ${name}`,
      input: `${grouped(effort.jobs)} jobs from ${CALLERS} callers`,
      unit: 'ms',
    },
    ours: median(samples.ours),
    ...{ floor: { name: 'bare engine and two row writes', value: median(samples.bare) }, limit: RATE_LIMIT },
  };
}

async function benchStart(
  effort: Effort,
  server: BenchServer,
  { name, engine }: Contender,
): Promise<BenchRow> {
  const database = await server.freshDatabase();
  const started = new Map<string, number>();
  const ours = await openOurs(database, engine(database), ({ job }) =>
    started.set(job.id, performance.now()),
  );
  const waits: number[] = [];
  try {
    for (let times = 0; times <= (effort.judged ? STARTS : 2); times += 1) {
      // Long enough for the worker to have nothing to do, and not in step with anything that it does each second.
      await sleep(300 + 37 * times);
      const asked = performance.now();
      const { id } = await ours.services.jobs.request('CLEAN_UP', {}, database.actor);
      while (!started.has(id)) await sleep(1);
      if (times > 0) waits.push((started.get(id) ?? 0) - asked);
    }
  } finally {
    await ours.close();
    await database.drop();
  }
  return {
    ...{
      name: `from asking to start, ${name}`,
      input: 'one job, idle worker',
      unit: 'ms',
      ours: median(waits),
    },
    ...{ floor: { name: `${START_MS} ms`, value: START_MS }, limit: 1 },
  };
}
