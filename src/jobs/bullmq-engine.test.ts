import { describe, expect, it } from 'vitest';
import { describeEngine } from '#test/support/engine-contract.ts';
import { provideRedis } from '#test/support/provide-redis.ts';
import { openTestQueue } from '#test/support/queue.ts';
import { bullmqEngine } from './bullmq-engine.ts';

const { server, missing } = await provideRedis();

if (server) {
  const queue = await openTestQueue(() => bullmqEngine(server.url, () => undefined));
  describeEngine('BullMQ', queue);

  describe('BullMQ, while Redis is away', () => {
    it('a job is asked for all the same, and done when Redis is back', async () => {
      await server.kill();
      const job = await queue.ask();
      await expect(queue.engine.ping()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await queue.startWorker(async () => ({ kind: 'done', result: 'late' }));
      expect(await queue.get(job.id)).toMatchObject({ status: 'PENDING' });
      await server.start();
      expect(await queue.until(job.id)).toMatchObject({ status: 'COMPLETE', result: 'late' });
      await queue.engine.ping();
    });

    it('a job that runs ends, and what Redis has forgotten is handed over again', async () => {
      const [running, waiting] = [await queue.ask(), await queue.ask()];
      const { promise: gone, resolve: go } = Promise.withResolvers<void>();
      await queue.startWorker(
        async ({ job }) => {
          if (job.id === running.id) await gone;
          return { kind: 'done', result: null };
        },
        { concurrency: 1 },
      );
      await queue.until(running.id, 'PROCESSING');
      await server.restart();
      go();
      expect(await queue.until(running.id)).toMatchObject({ status: 'COMPLETE', attempt: 1 });
      expect(await queue.until(waiting.id)).toMatchObject({ status: 'COMPLETE', attempt: 1 });
    });

    it('worker and engine can be closed', async () => {
      const worker = await queue.startWorker(async () => ({ kind: 'done', result: null }));
      const engine = bullmqEngine(server.url, () => undefined);
      await engine.open();
      await server.kill();
      await Promise.all([worker.stop(0), engine.close()]);
      await server.start();
    });
  });
} else {
  describe.skipIf(missing)('BullMQ', () => {
    it(`on a real Redis (skipped: ${missing})`, () => undefined);
  });
}
