import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import { startRedisServer } from '#test/support/redis-server.ts';
import { startBenchServer } from './bench-database.ts';
import { drainTime, openBareBullmq, openOurs } from './job-load.ts';

const redis = await startRedisServer();
const url = redis.server?.url ?? '';
const server = await startBenchServer();
for (const which of ['bare', 'ours', 'bare', 'ours']) {
  const d = await server.freshDatabase();
  const load =
    which === 'bare'
      ? await openBareBullmq(d, url)
      : await openOurs(
          d,
          bullmqEngine(url, () => undefined),
        );
  let n = 0,
    sum = 0;
  const t0 = performance.now();
  let last = 0;
  const ask = async () => {
    const a = performance.now();
    await load.ask();
    sum += performance.now() - a;
    n++;
    last = performance.now() - t0;
  };
  const ms = await drainTime(d, { ...load, ask }, 1500);
  process.stdout.write(
    `${which} ${Math.round(ms)} ms, asks done at ${Math.round(last)}, each ${(sum / n).toFixed(1)}\n`,
  );
  await load.close();
  await d.drop();
}
await server.stop();
await redis.server?.stop();
