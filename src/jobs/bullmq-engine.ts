import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobId } from '#src/domain/ids.ts';
import type { JobEngine } from './job-engine.ts';

const QUEUE = 'schedcu';

/**
 * BullMQ on Redis. The row in `job_queue` is the outbox: a job is pushed after its commit, and what is lost between the two
 * is pushed again by the sweep. A Redis that is out of reach delays jobs and loses none.
 */
export function bullmqEngine(redisUrl: string, onError: (error: Error) => void): JobEngine {
  const connect = (blocking: boolean): Redis => {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: blocking ? null : 1, enableOfflineQueue: blocking, lazyConnect: false });
    redis.on('error', onError);
    return redis;
  };
  const producer = connect(false);
  const queue = new Queue(QUEUE, { connection: producer });
  queue.on('error', onError);
  let worker: Worker | null = null;
  let consumer: Redis | null = null;
  return {
    name: 'bullmq',
    immediate: true,
    open: async () => undefined,
    dispatchWithin: async () => undefined,
    async dispatchAfter(id) {
      try {
        await queue.add(QUEUE, { id }, { removeOnComplete: true, removeOnFail: true, attempts: 1 });
      } catch (cause) {
        onError(cause instanceof Error ? cause : new Error(String(cause)));
      }
    },
    async work(concurrency, handle) {
      consumer = connect(true);
      const options = { connection: consumer, concurrency, lockDuration: 10_000, stalledInterval: 5_000 };
      worker = new Worker(QUEUE, async (job) => handle((job.data as { id: JobId }).id), options);
      worker.on('error', onError);
      await worker.waitUntilReady();
    },
    async stopWork(graceMs) {
      if (!worker) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([worker.close(), late]);
    },
    async close() {
      await worker?.close(true);
      await queue.close();
      consumer?.disconnect();
      producer.disconnect();
    },
    async ping() {
      await producer.ping();
    },
  };
}
