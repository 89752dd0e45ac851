/** Speed and memory, each figure against its floor or peer in the same run: `npm run bench`. */
import { parseArgs } from 'node:util';
import { type BenchServer, startBenchServer } from './bench-database.ts';
import { type BenchRow, type Effort, FULL, missesLimit, QUICK } from './bench-row.ts';
import { benchCoverage } from './coverage.ts';
import { benchHttpWho } from './http-who.ts';
import { benchJobs } from './jobs.ts';
import { benchPage } from './page.ts';
import { presentTable } from './print-table.ts';
import { benchReading } from './reading.ts';
import { benchStoring } from './storing.ts';
import { benchWorkflow } from './workflow.ts';

type Bench = (effort: Effort, server: () => Promise<BenchServer>) => Promise<BenchRow[]>;

const BENCHES: Record<string, Bench> = {
  reading: benchReading,
  storing: async (effort, server) => benchStoring(effort, await server()),
  workflow: async (effort, server) => benchWorkflow(effort, await server()),
  coverage: async (effort, server) => benchCoverage(effort, await server()),
  jobs: async (effort, server) => benchJobs(effort, await server()),
  who: async (effort, server) => benchHttpWho(effort, await server()),
  page: async (effort, server) => benchPage(effort, await server()),
};

const USAGE = `npm run bench -- [--only NAME]… [--quick]
  --only   ${Object.keys(BENCHES).join(', ')}; may be given more than once
  --quick  small inputs, once: shows that every row works, and judges none`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const unknown = values.only?.filter((name) => !Object.hasOwn(BENCHES, name)) ?? [];
if (values.help || unknown.length > 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 2);
}

const effort = values.quick ? QUICK : FULL;
const rows: BenchRow[] = [];
let server: Promise<BenchServer> | undefined;
const startOnce = (): Promise<BenchServer> => {
  server ??= startBenchServer();
  return server;
};
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (values.only && !values.only.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await bench(effort, startOnce)));
  }
} finally {
  await (await server)?.stop();
}
process.stdout.write(`${presentTable(rows, effort.judged)}\n`);
process.stdout.write(`Medians of ${effort.judged ? 'at least five rounds' : 'one round'}.\n`);
if (effort.judged && rows.some(missesLimit)) process.exitCode = 1;
