import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import type { Config } from '#src/main/config.ts';
import { type OpenServices, openServices, sharedParts, wireServices } from '#src/main/wiring.ts';
import { AmionClient } from '#src/outside/amion-client.ts';
import { type Database, inTransaction } from '#src/repositories/database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import { countQueries, type QueryCount } from '#src/repositories/query-counter.ts';
import { type BatchResult, checksumOf } from '#src/services/import-batch.ts';
import type { OdsImport } from '#src/services/ods-import-service.ts';
import type { Promotion } from '#src/services/schedule-version-service.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import { copyVersion } from '#src/services/version-copy.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { openTestDatabase } from './open-test-database.ts';
import { HOSPITALS, matrixFile, PEOPLE, rosterFile, WEEK } from './small-schedule.ts';

export const TEST_CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: 'unused',
  databaseUrl: null,
  amionBaseUrl: 'http://127.0.0.1:9',
  amionLogin: null,
  sessionSecret: 'a secret of the tests, long enough',
  logLevel: 'silent',
  redisUrl: null,
  retentionDays: 90,
  workerConcurrency: 2,
  workerAliveFile: null,
  trustProxy: false,
  requestsPerMinute: 1_000_000,
  openId: null,
  limits: {
    uploadBytes: DEFAULT_LIMITS.uploadBytes,
    inflatedBytes: DEFAULT_LIMITS.inflatedBytes,
    gridCells: DEFAULT_LIMITS.gridCells,
    cells: 100_000,
    sheets: 100,
  },
};

/** Every service over one database and a clock that tests set. */
export interface TestServices extends Services {
  database: Database;
  /** Whoever does things in tests. */
  actor: Actor;
  /** The present instant of the services. */
  clock: { now: string };
  /** A department of its own, so that tests of a file do not share production periods; the people are its members. */
  openDepartment(): Promise<Department>;
  /** A STAGING version of the small schedule, its roster imported; `roster` null: without one. */
  stage(department: Department, over?: StageOptions): Promise<VersionId>;
  /** The same, promoted; warnings are accepted, errors overridden. */
  produce(department: Department, over?: StageOptions): Promise<VersionId>;
  importMatrix(department: Department, over?: Partial<OdsImport>): Promise<BatchResult>;
  importRoster(department: Department, versionId: VersionId, over?: RosterOptions): Promise<BatchResult>;
  promote(versionId: VersionId, override?: string | null): Promise<Promotion>;
  /** The services again, with every query of theirs counted. */
  counted(): Services & { queries: Pick<QueryCount<Database['db']>, 'count' | 'statements'> };
}

export interface StageOptions {
  from?: string;
  to?: string;
  matrix?: GivenFile;
  roster?: GivenFile | null;
}

export interface RosterOptions {
  from?: LocalDate;
  to?: LocalDate;
  roster?: readonly GivenFile[] | 'feed';
  allowPartial?: boolean;
}

/** Opens the services over a database of the test file, with the two hospitals stored. */
export async function openTestServices(over: Partial<Config> = {}): Promise<TestServices> {
  const database = await openTestDatabase();
  const clock = { now: '2026-04-08T12:00:00Z' };
  const config = { ...TEST_CONFIG, ...over };
  const services = wire(config, database, () => clock.now);
  const { registry, versions, warnings } = services;
  const actor = await services.users.commandLineActor('tester');
  await registry.importHospitals(HOSPITALS, 'America/New_York', actor);
  let wards = 0;
  const read = new Map<string, VersionId>();
  /** To read a workbook takes a thread of its own: a matrix is read once for the same dates, and copied from then on. */
  const stageMatrix = async (
    department: Department,
    dates: typeof WEEK,
    file: GivenFile,
  ): Promise<VersionId> => {
    const key = [dates.from, dates.to, file.name, checksumOf([file])].join(' ');
    let pattern = read.get(key);
    if (!pattern) {
      await registry.createHospitals(['Patterns'], 'America/New_York', actor);
      const { versionId } = await test.importMatrix(await services.departments.get('Patterns'), {
        ...dates,
        file,
      });
      if (!versionId) throw new Error('The matrix was refused');
      pattern = versionId;
      read.set(key, pattern);
    }
    const source = { ...(await versions.getVersion(pattern)), hospitalId: department.id };
    return (await inTransaction(database.db, (trx) => copyVersion(trx, source, actor))).id;
  };

  const test: TestServices = {
    ...services,
    ...{ database, actor, clock },
    async openDepartment() {
      const code = `Ward${++wards}`;
      const [hospital] = await registry.createHospitals([code], 'America/New_York', actor);
      await registry.importPeople(PEOPLE, hospital?.id ?? null, actor);
      return await services.departments.get(code);
    },
    importMatrix: (department, order = {}) =>
      services.odsImport.importOdsFile({
        department,
        versionId: null,
        ...WEEK,
        file: matrixFile(),
        actor,
        ...order,
      }),
    importRoster: (department, versionId, order = {}) =>
      services.amionImport.scrapeAndImport({
        department,
        versionId,
        ...WEEK,
        roster: [rosterFile()],
        actor,
        ...order,
      }),
    async stage(department, { matrix, roster, ...span } = {}) {
      const dates = { ...WEEK, ...(span as Partial<typeof WEEK>) };
      const versionId = await stageMatrix(department, dates, matrix ?? matrixFile());
      if (roster !== null)
        await test.importRoster(department, versionId, { ...dates, ...(roster && { roster: [roster] }) });
      return versionId;
    },
    async produce(department, order) {
      const id = await test.stage(department, order);
      await warnings.accept(id, 'all', 'known', actor);
      await versions.promoteToProduction(id, 'as planned', actor);
      return id;
    },
    promote: (id, override = null) => versions.promoteToProduction(id, override, actor),
    counted() {
      const { db, ...queries } = countQueries(database.db);
      return { ...wire(config, { ...database, db }, () => clock.now), queries };
    },
  };
  return test;
}

/** As the product wires them, except that Amion is asked without pauses: the local server needs none. */
export function wire(
  config: Config,
  database: Database,
  now: () => string,
  job: JobAttempt | null = null,
): Services {
  const amion = new AmionClient({ judge: judgeAnswer, spacingMs: 0, retries: 0 });
  return wireServices(config, database, now, { ...sharedParts(database), amion }, job);
}

/** Opens the services as a process of the product does at its start. */
export const openProduct = (databaseUrl: string): Promise<OpenServices> =>
  openServices({ ...TEST_CONFIG, databaseUrl });
