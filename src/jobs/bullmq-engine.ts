import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { JobEngine } from './job-engine.ts';
import { within } from './within.ts';

const QUEUE = 'schedcu';

/** A push that takes longer is given up: the sweep pushes the job again. */
const PUSH_MS = 2_000;
const SLOWEST_RECONNECT_MS = 1_000;

/**
 * BullMQ on Redis. The row in `job_queue` is the outbox: a job is pushed after its commit, and what is lost between the two
 * is pushed again by the sweep. A Redis that is out of reach delays jobs and loses none.
 */
export function bullmqEngine(redisUrl: string, onError: (error: Error) => void): JobEngine {
  const connect = (blocking: boolean): Redis => {
    const redis = new Redis(redisUrl, {
      // Whoever asks for a job must not wait for Redis; a worker has nothing else to do.
      ...{ maxRetriesPerRequest: blocking ? null : 1, enableOfflineQueue: blocking },
      retryStrategy: (tries) => Math.min(tries * 100, SLOWEST_RECONNECT_MS),
      connectionName: 'schedcu jobs',
      lazyConnect: true,
    });
    redis.on('error', onError);
    return redis;
  };
  const producer = connect(false);
  let consumer: Redis | null = null;
  let queue: Queue | null = null;
  let worker: Worker | null = null;
  // BullMQ gives up for good on a connection that fails at first: it is shown one only once that stands.
  const pushTo = (): Queue => {
    if (!queue) {
      queue = new Queue(QUEUE, { connection: producer });
      queue.on('error', onError);
    }
    return queue;
  };
  return {
    name: 'bullmq',
    /** While Redis is away jobs wait in their table, and are pushed when it is back. */
    get immediate() {
      return producer.status === 'ready';
    },
    async open() {
      // A Redis that is not there yet is no reason not to start.
      if (producer.status === 'wait') await within(PUSH_MS, producer.connect().catch(onError));
    },
    dispatchWithin: null,
    async dispatchAfter({ id, attempt }) {
      const once = { jobId: `${id}-${attempt}`, removeOnComplete: true, removeOnFail: true, attempts: 1 };
      // A job that has begun once goes before those that have not: whoever asked for it has waited long enough.
      const options = { ...once, lifo: attempt > 0 };
      if (producer.status !== 'ready') return;
      await within(PUSH_MS, pushTo().add(QUEUE, { id }, options)).catch(onError);
    },
    async work(concurrency, handle) {
      const connection = connect(true);
      consumer = connection;
      // The lock only says that the entry is in work; what a job may commit is decided by its attempt in the record.
      const options = { connection, concurrency, lockDuration: 10_000, stalledInterval: 5_000 };
      connection.once('ready', () => {
        worker = new Worker(QUEUE, async (job) => handle((job.data as { id: JobId }).id), options);
        worker.on('error', onError);
      });
      await within(PUSH_MS, connection.connect().catch(onError));
    },
    async stopWork(graceMs) {
      if (worker) await within(graceMs, worker.close());
    },
    async close() {
      if (worker) await within(PUSH_MS, worker.close(true));
      if (queue) await within(PUSH_MS, queue.close());
      consumer?.disconnect();
      producer.disconnect();
    },
    async ping() {
      if (producer.status === 'ready' && (await producer.ping()) === 'PONG') return;
      throw new CodedError(
        'UNAVAILABLE',
        'Redis does not answer. Check that it runs and that REDIS_URL is right.',
      );
    },
  };
}
