import { bullmqEngine } from '#src/jobs/bullmq-engine.ts';
import { startRedisServer } from '#test/support/redis-server.ts';
import { startBenchServer } from './bench-database.ts';
import { drainTime, openBareBullmq, openOurs } from './job-load.ts';
const redis = await startRedisServer();
const url = redis.server?.url ?? '';
const server = await startBenchServer();
for (const which of (process.argv[2] ?? '').split(',')) {
const d = await server.freshDatabase();
const load = which === 'bare' ? await openBareBullmq(d, url) : await openOurs(d, bullmqEngine(url, () => undefined));
const c = process.cpuUsage();
let last = 0; const t0 = performance.now();
const ask = async () => { await load.ask(); last = performance.now() - t0; };
const ms = await drainTime(d, { ...load, ask }, 3000);
const u = process.cpuUsage(c);
process.stdout.write(`${which} ${Math.round(ms)} ms, asks ${Math.round(last)}; cpu ${Math.round(u.user / 1000)} sys ${Math.round(u.system / 1000)}\n`);
await load.close(); await d.drop();
}
await server.stop(); await redis.server?.stop();
