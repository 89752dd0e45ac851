import { describe, it } from 'vitest';
import { describeEngine } from '#test/support/engine-contract.ts';
import { openTestQueue } from '#test/support/queue.ts';
import { provideRedis } from '#test/support/redis-server.ts';
import { bullmqEngine } from './bullmq-engine.ts';

const { server, missing } = await provideRedis();

if (server) {
  const queue = await openTestQueue(() => bullmqEngine(server.url, () => undefined));
  describeEngine('BullMQ', queue);
} else {
  describe.skipIf(missing)('BullMQ', () => {
    it(`on a real Redis (skipped: ${missing})`, () => undefined);
  });
}
