import { readRoster } from '#src/sources/amion/read-roster.ts';
import { readWorkbookInWorker } from '#src/sources/matrix/read-workbook-in-worker.ts';
import type { BenchDatabase, BenchServer } from './bench-database.ts';
import { type BenchRow, type Effort, grouped, growthRow } from './bench-row.ts';
import { copyIn, copyOut } from './copy-rows.ts';
import { measureInTurn, median, millisecondsOf } from './measure-in-turn.ts';
import { runWorkflow, type WorkflowInput, workflowInput } from './year-workflow.ts';

/** What a workflow stores, in an order in which every row finds what it names, but for batches and versions naming each other. */
const TABLES = [
  'scrape_batches',
  'schedule_versions',
  'source_files',
  'scrape_batch_files',
  'rule_groups',
  'coverage_rules',
  'shift_instances',
  'roster_entries',
  'assignments',
  'coverage_calculations',
];

/** The whole workflow against reading its files and a bare COPY of all the rows that it stores. */
export async function benchWorkflow(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const once = workflowInput(effort.months);
  const twice = workflowInput(2 * effort.months);
  const inDatabase = async <T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> => {
    const database = await server.freshDatabase();
    return await work(database).finally(database.drop);
  };
  const stored = await inDatabase(async (database) => {
    const { coverage } = await runWorkflow(database, once);
    return {
      rows: await copyOut(database.pool, TABLES, 'scrape_batches.schedule_version_id'),
      instances: coverage?.shiftInstances ?? 0,
    };
  });
  const timed = (work: (database: BenchDatabase) => Promise<unknown>) => () =>
    inDatabase((database) => millisecondsOf(() => work(database)));
  const samples = await measureInTurn(
    {
      ours: timed((database) => runWorkflow(database, once)),
      floor: timed(async ({ pool }) => {
        await readFiles(once);
        await copyIn(pool, stored.rows);
      }),
      twice: timed((database) => runWorkflow(database, twice)),
    },
    effort,
  );
  const [ours, floor] = [median(samples.ours), median(samples.floor)];
  const name = 'whole workflow';
  const input = (months: number): string => `real-sized matrix, ${months} months`;
  return [
    {
      ...{ name, input: `${input(effort.months)}, ${grouped(stored.instances)} instances`, unit: 'ms', ours },
      ...{ floor: { name: 'read + COPY', value: floor }, limit: 2 },
    },
    growthRow(name, input(2 * effort.months), ours, median(samples.twice)),
  ];
}

/** As the product reads them, and nothing done with what they say. */
async function readFiles({ matrix, roster }: WorkflowInput): Promise<void> {
  const events = readWorkbookInWorker(matrix.bytes, matrix.name);
  while (!(await events.next()).done);
  readRoster([roster]);
}
