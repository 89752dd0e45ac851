import type { ClientConfig } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { CodedError } from '#src/domain/errors.ts';
import { AmionClient } from '#src/outside/amion-client.ts';
import { openEmbeddedDatabase } from '#src/outside/embedded-postgres/open-embedded-database.ts';
import { migrateUp, migrationStatus } from '#src/outside/migrate.ts';
import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { type Database, openDatabase } from '#src/repositories/database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import { amionImportService } from '#src/services/amion-import-service.ts';
import { rosterSource } from '#src/services/amion-roster-source.ts';
import { auditService } from '#src/services/audit-service.ts';
import { changeService } from '#src/services/change-service.ts';
import { coverageService } from '#src/services/coverage-service.ts';
import { departmentService } from '#src/services/department-service.ts';
import type { JobPort } from '#src/services/job-port.ts';
import { jobService } from '#src/services/job-service.ts';
import { odsImportService } from '#src/services/ods-import-service.ts';
import { registryService } from '#src/services/registry-service.ts';
import { retentionService } from '#src/services/retention-service.ts';
import { rosterDriftService } from '#src/services/roster-drift-service.ts';
import { scheduleOrchestrator } from '#src/services/schedule-orchestrator.ts';
import { scheduleVersionService } from '#src/services/schedule-version-service.ts';
import type { ServiceContext } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import { standingWorkService } from '#src/services/standing-work-service.ts';
import { userService } from '#src/services/user-service.ts';
import { versionDiffService } from '#src/services/version-diff-service.ts';
import { warningService } from '#src/services/warning-service.ts';
import { whoService } from '#src/services/who-service.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import type { Config } from './config.ts';

/** A database server that can be reached, embedded or not. */
export interface DatabaseServer {
  connection: ClientConfig;
  /** The embedded one migrates by itself. */
  embedded: boolean;
  close(): Promise<void>;
}

export async function openDatabaseServer(config: Config): Promise<DatabaseServer> {
  if (config.databaseUrl) {
    return {
      connection: { connectionString: config.databaseUrl },
      embedded: false,
      close: async () => undefined,
    };
  }
  const server = await openEmbeddedDatabase(config.dataFolder);
  return { connection: server.connection, embedded: true, close: () => server.close() };
}

/** A new or embedded database is migrated; another's pending migrations are the operator's to apply. */
async function prepareSchema({ connection, embedded }: DatabaseServer): Promise<void> {
  const states = await migrationStatus(connection);
  const pending = states.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return;
  if (embedded || pending.length === states.length) await migrateUp(connection);
  else {
    const text = `The database lacks ${pending.length} migrations (from ${pending[0]?.name}). Back it up, then run schedcu migrate up.`;
    throw new CodedError('UNAVAILABLE', text);
  }
}

/** What the services of one process share. */
export interface SharedParts {
  /** One a process: its limits hold across all pulls. */
  amion: AmionClient;
  port: JobPort;
}

/** Jobs wait in their table until a worker sweeps them up: for processes that have no engine of their own. */
const OUTBOX_ONLY: JobPort = {
  immediate: false,
  dispatchWithin: async () => undefined,
  dispatchAfter: async () => undefined,
};

export const sharedParts = (): SharedParts => ({
  amion: new AmionClient({ judge: judgeAnswer }),
  port: OUTBOX_ONLY,
});

/** The services over an open database; `now` is the clock, `job` the attempt of a background job that works through them. */
export function wireServices(
  config: Config,
  database: Database,
  now: () => string,
  shared: SharedParts = sharedParts(),
  job: JobAttempt | null = null,
): Services {
  const limits = { ...DEFAULT_LIMITS, ...config.limits };
  const context: ServiceContext = { database, now, secret: config.sessionSecret, limits, job };
  const source = rosterSource(context, shared.amion, {
    baseUrl: config.amionBaseUrl,
    login: config.amionLogin,
  });
  const jobs = jobService(context, shared.port);
  const registry = registryService(context);
  const departments = departmentService(context);
  const versions = scheduleVersionService(context);
  const coverage = coverageService(context);
  const odsImport = odsImportService(context, registry);
  const amionImport = amionImportService(context, source);
  return {
    amionImport,
    audit: auditService(context),
    changes: changeService(context),
    coverage,
    departments,
    drift: rosterDriftService(context, source),
    jobs,
    odsImport,
    orchestrator: scheduleOrchestrator(context, {
      registry,
      departments,
      odsImport,
      amionImport,
      coverage,
      versions,
    }),
    registry,
    retention: retentionService(context, config.retentionDays),
    standingWork: standingWorkService(context, jobs, config.amionLogin !== null),
    users: userService(context),
    versionDiff: versionDiffService(context),
    versions,
    warnings: warningService(context),
    who: whoService(context),
  };
}

export interface OpenServices {
  services: Services;
  database: Database;
  close(): Promise<void>;
}

export const systemNow = (): string => Temporal.Now.instant().toString();

/** Opens the database, brings it up to date, and ends what a killed process left behind; close in reverse. */
export async function openServices(config: Config): Promise<OpenServices> {
  const server = await openDatabaseServer(config);
  let database: Database | null = null;
  try {
    await prepareSchema(server);
    database = openDatabase(server.connection);
    await failOrphanedBatches(database.db, 'The process that imported it was ended.');
    const open = database;
    const close = async (): Promise<void> => {
      await open.close();
      await server.close();
    };
    return { services: wireServices(config, database, systemNow), database, close };
  } catch (cause) {
    await database?.close();
    await server.close();
    throw cause;
  }
}
