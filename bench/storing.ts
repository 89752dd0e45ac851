import type { ClockTime } from '#src/domain/clock-time.ts';
import type { ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { ShiftInstanceId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import { SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { constraintOf, STUDY_TYPES } from '#src/domain/specialty.ts';
import { SHIFT_PATTERNS } from '#src/example/shift-pattern.ts';
import { newId } from '#src/outside/new-id.ts';
import { inTransaction } from '#src/repositories/database.ts';
import { listAllHospitals } from '#src/repositories/hospitals.ts';
import { insertVersion } from '#src/repositories/schedule-versions.ts';
import { insertShiftInstances } from '#src/repositories/shift-instances.ts';
import { type BenchDatabase, type BenchServer, DEPARTMENT } from './bench-database.ts';
import { type BenchRow, type Effort, grouped, growthRow } from './bench-row.ts';
import { type CopiedTable, copyIn, copyOut } from './copy-rows.ts';
import { LIST_HOSPITALS } from './inputs.ts';
import { measureInTurn, median, millisecondsOf } from './measure-in-turn.ts';

const FIRST = '2026-01-01' as LocalDate;

/** Shift instances through the repository against a bare COPY of the same rows into the same table. */
export async function benchStoring(effort: Effort, server: BenchServer): Promise<BenchRow[]> {
  const versionId = newId<VersionId>();
  const once = buildInstances(effort.rows);
  const twice = buildInstances(2 * effort.rows);
  const rows = await storedRows(server, versionId, once);
  const inDatabase = (work: (database: BenchDatabase) => Promise<unknown>) => async (): Promise<number> => {
    const database = await server.freshDatabase();
    await storeVersion(database, versionId);
    return await millisecondsOf(() => work(database)).finally(database.drop);
  };
  const samples = await measureInTurn(
    {
      ours: inDatabase((database) => store(database, versionId, once)),
      copy: inDatabase(({ pool }) => copyIn(pool, rows)),
      twice: inDatabase((database) => store(database, versionId, twice)),
    },
    effort,
  );
  const [ours, copy] = [median(samples.ours), median(samples.copy)];
  const name = 'store instances';
  return [
    {
      ...{ name, input: `${grouped(once.length)} shift instances`, unit: 'ms', ours },
      ...{ floor: { name: 'bare COPY', value: copy }, limit: 1.5 },
    },
    growthRow(name, `${grouped(twice.length)} shift instances`, ours, median(samples.twice)),
  ];
}

async function storedRows(
  server: BenchServer,
  versionId: VersionId,
  instances: readonly ShiftInstance[],
): Promise<CopiedTable[]> {
  const database = await server.freshDatabase();
  try {
    await storeVersion(database, versionId);
    await store(database, versionId, instances);
    return await copyOut(database.pool, ['shift_instances']);
  } finally {
    await database.drop();
  }
}

async function storeVersion({ db, services, actor }: BenchDatabase, id: VersionId): Promise<void> {
  const { id: hospitalId } = await services.departments.get(DEPARTMENT);
  const period = { from: FIRST, to: addDays(FIRST, 364) };
  const createdBy = actor.userId;
  await insertVersion(db, { id, hospitalId, ...period, batchId: null, validation: null, createdBy });
}

async function store(
  { db, actor }: BenchDatabase,
  versionId: VersionId,
  instances: readonly ShiftInstance[],
): Promise<void> {
  const hospitalIds = new Map((await listAllHospitals(db)).map(({ code, id }) => [code, id]));
  const origin = { versionId, batchId: null, hospitalIds, createdBy: actor.userId };
  await inTransaction(db, (trx) => insertShiftInstances(trx, origin, instances));
}

/** Rows of a flat list: every date has each shift type at each hospital for each study type. */
function buildInstances(count: number): ShiftInstance[] {
  const instances: ShiftInstance[] = [];
  for (let date = FIRST; ; date = addDays(date, 1)) {
    for (const shiftType of SHIFT_TYPES) {
      const { start, end } = SHIFT_PATTERNS[shiftType];
      for (const hospital of LIST_HOSPITALS) {
        for (const studyType of STUDY_TYPES) {
          if (instances.length === count) return instances;
          instances.push({
            ...{ id: newId<ShiftInstanceId>(), date, shiftType, start: clock(start), end: clock(end) },
            ...{ hospital, studyType, constraint: constraintOf(studyType), desired: 1, mandatory: true },
            ...{ groupId: null, sourceSheet: 'Shifts', sourceRow: instances.length + 2 },
          });
        }
      }
    }
  }
}

const clock = (hhmm: string): ClockTime => `${hhmm.slice(0, 2)}:${hhmm.slice(2)}` as ClockTime;
