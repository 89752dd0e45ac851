import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import type { JobEngine } from '#src/jobs/job-engine.ts';
import { JOB_HANDLERS } from '#src/jobs/job-handlers.ts';
import { pgBossEngine } from '#src/jobs/pg-boss-engine.ts';
import { repeat } from '#src/jobs/repeat.ts';
import { startWorker } from '#src/jobs/worker.ts';
import type { WorkerLog } from '#src/jobs/worker-options.ts';
import { STANDING_ACTOR } from '#src/services/standing-work-service.ts';
import type { Config } from './config.ts';
import type { Closable } from './open-things.ts';
import {
  type OpenServices,
  openServices,
  type SharedParts,
  sharedParts,
  systemNow,
  wireServices,
} from './wiring.ts';

/** The services with the queue's engine: what they ask for is handed over at once. */
export interface OpenQueue extends OpenServices {
  engine: JobEngine;
  /** Begins to work in this process; `close` finishes or hands back what is under way. */
  startWorking(order?: WorkingOrder): Promise<Closable>;
}

export interface WorkingOrder {
  /** What is otherwise than in the configuration. */
  config?: Partial<Config>;
  /** False: standing work (pulls, clean-up) is left to other workers. */
  standing?: boolean;
}

const STANDING_WORK_MS = 60_000;
/** A job under way gets this long to finish when its worker is stopped. */
const GRACE_MS = 20_000;

/** The engine that the configuration names: Redis where there is one, else the database. */
export function jobEngine(config: Config, connection: OpenServices['connection'], log: WorkerLog): JobEngine {
  const onError = (err: Error): void =>
    log.warn({ err }, 'The job engine lost its connection, or met a fault');
  return config.redisUrl ? bullmqEngine(config.redisUrl, onError) : pgBossEngine(connection, onError);
}

/** Opens services and engine; close in reverse. Throws UNAVAILABLE. */
export async function openQueue(config: Config, log: WorkerLog): Promise<OpenQueue> {
  const open = await openServices(config);
  const engine = jobEngine(config, open.connection, log);
  const shared: SharedParts = { ...sharedParts(open.database), port: engine };
  const close = async (): Promise<void> => {
    await engine.close();
    await open.close();
  };
  try {
    await engine.open();
  } catch (cause) {
    await close();
    throw cause;
  }
  const services = wireServices(config, open.database, systemNow, shared);
  const startWorking = async (order: WorkingOrder = {}): Promise<Closable> => {
    const settings = { ...config, ...order.config };
    const { workerAliveFile } = settings;
    const onMute = (err: unknown): void => log.error({ err }, 'WORKER_ALIVE_FILE cannot be written');
    const worker = await startWorker({
      ...{ db: open.database.db, engine, handlers: JOB_HANDLERS, log },
      servicesFor: (attempt) => wireServices(settings, open.database, systemNow, shared, attempt),
      name: `${hostname()}:${process.pid}`,
      concurrency: settings.workerConcurrency,
      ...(workerAliveFile && { onAlive: () => writeFile(workerAliveFile, systemNow()).catch(onMute) }),
    });
    const askForDueWork = async () => await services.standingWork.requestDueWork(STANDING_ACTOR);
    const onFault = (err: unknown): void => log.error({ err }, 'Standing work could not be asked for');
    const standing = order.standing === false ? null : repeat(STANDING_WORK_MS, askForDueWork, onFault);
    const stop = async (): Promise<void> => {
      await standing?.stop();
      await worker.stop(GRACE_MS);
    };
    return { close: stop };
  };
  return { ...open, services, engine, startWorking, close };
}
