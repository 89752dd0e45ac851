import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import { timelineOf } from '#src/coverage/compute-diff.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { loadFacts } from '#src/services/version-judgement.ts';
import type { BenchDatabase, BenchServer } from './bench-database.ts';
import { type BenchRow, type Effort, grouped, growthRow } from './bench-row.ts';
import { measureInTurn, median, millisecondsOf } from './measure-in-turn.ts';
import { PLAIN_QUERY } from './plain-query.ts';
import { runWorkflow, type WorkflowInput, workflowInput } from './year-workflow.ts';

/** The leanest that could be asked for, though it does not suffice: without people's specialties and hours. */
const LEAN_QUERY = `
  SELECT i.id, i.schedule_date, i.shift_type, i.start_time, i.end_time, i.hospital_id, i.study_type,
    i.specialty_constraint, i.desired_coverage, i.is_mandatory, i.rule_group_id, a.person_id
  FROM shift_instances i
  LEFT JOIN assignments a ON a.shift_instance_id = i.id AND a.deleted_at IS NULL
  WHERE i.schedule_version_id = $1 AND i.schedule_date BETWEEN $2 AND $3`;

interface StoredSchedule extends WorkflowInput {
  database: BenchDatabase;
  versionId: VersionId;
}

/** Coverage of a stored year against one plain query, and the calculation on its own. */
export async function benchCoverage(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const once = await storeSchedule(server, workflowInput(effort.months));
  const twice = await storeSchedule(server, workflowInput(2 * effort.months));
  try {
    return [
      ...(await benchCalculation(effort, once, twice)),
      ...(await benchPureCalculation(effort, once, twice)),
    ];
  } finally {
    await once.database.drop();
    await twice.database.drop();
  }
}

/** With the statistics that the server takes by itself a minute after such an import. */
async function storeSchedule(server: BenchServer, input: WorkflowInput): Promise<StoredSchedule> {
  const database = await server.freshDatabase();
  const { version } = await runWorkflow(database, input);
  if (!version) throw new Error('The workflow of the bench has no version');
  await database.pool.query('VACUUM ANALYZE');
  return { ...input, database, versionId: version.id };
}

async function benchCalculation(
  effort: Effort,
  once: StoredSchedule,
  twice: StoredSchedule,
): Promise<BenchRow[]> {
  let queries = 0;
  const calculate = ({ database: { services, actor }, versionId, from, to }: StoredSchedule) =>
    millisecondsOf(async () => {
      const { coverage } = await services.coverage.calculateCoverage(versionId, from, to, actor);
      queries = coverage.queryCount;
    });
  let instances = 0;
  const ask = (query: string) => () =>
    millisecondsOf(async () => {
      const { database, versionId, from, to } = once;
      instances = (await database.pool.query(query, [versionId, from, to])).rows.length;
    });
  const samples = await measureInTurn(
    {
      ours: () => calculate(once),
      plain: ask(PLAIN_QUERY),
      lean: ask(LEAN_QUERY),
      twice: () => calculate(twice),
    },
    { ...effort, repetitions: 3 * effort.repetitions },
  );
  const [ours, plain] = [median(samples.ours), median(samples.plain)];
  const name = 'coverage of a stored period';
  const input = `${effort.months} months, ${grouped(instances)} instances`;
  return [
    { name: `${name}: queries`, input, unit: 'queries', ours: queries, floor: null, limit: 3 },
    {
      ...{ name, input, unit: 'ms', ours },
      ...{ floor: { name: 'one plain query', value: plain }, limit: 1.5 },
    },
    {
      ...{ name, input, unit: 'ms', ours },
      ...{ floor: { name: 'the same without people', value: median(samples.lean) }, limit: null },
    },
    growthRow(name, `${2 * effort.months} months`, ours, median(samples.twice)),
  ];
}

async function benchPureCalculation(
  effort: Effort,
  once: StoredSchedule,
  twice: StoredSchedule,
): Promise<BenchRow[]> {
  const factsOf = async ({ database, versionId, from, to }: StoredSchedule) =>
    (await loadFacts(database.db, versionId, from, to)).facts;
  const facts = await factsOf(once);
  const twiceFacts = await factsOf(twice);
  const samples = await measureInTurn(
    {
      once: () => millisecondsOf(() => computeCoverage(facts)),
      twice: () => millisecondsOf(() => computeCoverage(twiceFacts)),
    },
    { ...effort, repetitions: 3 * effort.repetitions },
  );
  const ms = median(samples.once);
  const windows = [...timelineOf(facts).values()].reduce((sum, cells) => sum + cells.length, 0);
  const name = 'pure calculation';
  const rate = (count: number, of: string): BenchRow => {
    const input = `${grouped(count)} ${of} in ${ms.toFixed(1)} ms`;
    return { name, input, unit: `${of}/s`, ours: (count / ms) * 1000, floor: null, limit: null };
  };
  return [
    rate(facts.instances.length, 'instances'),
    rate(windows, 'study windows'),
    growthRow(name, `${2 * effort.months} months`, ms, median(samples.twice)),
  ];
}
