import { openLog } from '#src/outside/log.ts';
import type { Config } from './config.ts';
import { openQueue } from './open-queue.ts';
import type { OpenThings } from './open-things.ts';

/** Works off background jobs until `opened` is closed: then what is under way finishes, or is handed back. */
export async function work(config: Config, opened: OpenThings): Promise<void> {
  const log = openLog(config.logLevel ?? 'info');
  const ended = Promise.withResolvers<void>();
  const queue = await opened.keep(openQueue(config, log));
  const working = await queue.startWorking();
  const close = async (): Promise<void> => {
    log.info({}, 'Worker stops; jobs under way finish or are handed back');
    await working.close();
    log.info({}, 'Worker stopped');
    ended.resolve();
  };
  await opened.keep(Promise.resolve({ close }));
  const { workerConcurrency: slots, redisUrl } = config;
  log.info({ engine: queue.engine.name, slots, redis: redisUrl !== null }, 'Worker started');
  await ended.promise;
}
