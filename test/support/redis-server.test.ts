import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { provideRedis } from './provide-redis.ts';

const { server, missing } = await provideRedis();
const why = missing === null ? '' : ` (skipped: ${missing})`;

it.skipIf(missing !== null)(`starts again once somebody who had its port is gone${why}`, async () => {
  if (!server) return;
  await server.kill();
  const somebody = createServer((caller) => caller.destroy());
  somebody.listen(Number(new URL(server.url).port), '127.0.0.1');
  await once(somebody, 'listening');
  const starting = server.start();
  await sleep(500);
  somebody.close();
  await expect(starting).resolves.toBeUndefined();
});
