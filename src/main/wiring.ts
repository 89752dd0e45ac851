import { AmionClient } from '#src/outside/amion-client.ts';
import { openIdProvider } from '#src/outside/openid-provider.ts';
import { findAmionCopy, keepAmionCopy } from '#src/repositories/amion-copies.ts';
import {
  beginAmionRequest,
  endAmionRequest,
  noteAmionRequestSent,
} from '#src/repositories/amion-requests.ts';
import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { type Database, openDatabase } from '#src/repositories/database.ts';
import { fencedDatabase } from '#src/repositories/fenced-database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import { amionImportService } from '#src/services/amion-import-service.ts';
import { rosterSource } from '#src/services/amion-roster-source.ts';
import { auditService } from '#src/services/audit-service.ts';
import { batchService } from '#src/services/batch-service.ts';
import { boardService } from '#src/services/board-service.ts';
import { candidateService } from '#src/services/candidate-service.ts';
import { changeService } from '#src/services/change-service.ts';
import { coverageService } from '#src/services/coverage-service.ts';
import { departmentService } from '#src/services/department-service.ts';
import { dutyService } from '#src/services/duty-service.ts';
import { feedService } from '#src/services/feed-service.ts';
import { hospitalService } from '#src/services/hospital-service.ts';
import { importRequestService } from '#src/services/import-request-service.ts';
import type { JobPort } from '#src/services/job-port.ts';
import { jobService } from '#src/services/job-service.ts';
import { odsImportService } from '#src/services/ods-import-service.ts';
import { operationService } from '#src/services/operation-service.ts';
import { peopleService } from '#src/services/people-service.ts';
import { providerSignInService, type SignedProvider } from '#src/services/provider-sign-in-service.ts';
import { readingTurns } from '#src/services/reading-turns.ts';
import { registryService } from '#src/services/registry-service.ts';
import { replayService } from '#src/services/replay-service.ts';
import { retentionService } from '#src/services/retention-service.ts';
import { rosterDriftService } from '#src/services/roster-drift-service.ts';
import { rosterService } from '#src/services/roster-service.ts';
import { scheduleOrchestrator } from '#src/services/schedule-orchestrator.ts';
import { scheduleVersionService } from '#src/services/schedule-version-service.ts';
import type { ServiceContext } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import { sessionService } from '#src/services/session-service.ts';
import { signInService } from '#src/services/sign-in-service.ts';
import { sourceViewService } from '#src/services/source-view-service.ts';
import { standingWorkService } from '#src/services/standing-work-service.ts';
import { storedCoverageService } from '#src/services/stored-coverage-service.ts';
import { tokenService } from '#src/services/token-service.ts';
import { uploadCheckService } from '#src/services/upload-check-service.ts';
import { userService } from '#src/services/user-service.ts';
import { versionContentService } from '#src/services/version-content-service.ts';
import { versionDiffService } from '#src/services/version-diff-service.ts';
import { wallService } from '#src/services/wall-service.ts';
import { warningService } from '#src/services/warning-service.ts';
import { whoService } from '#src/services/who-service.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import type { Config } from './config.ts';
import { type DatabaseServer, openDatabaseServer, prepareSchema } from './database-server.ts';

/** What the services of one process share. */
export interface SharedParts {
  /** One a process: its limits hold across all pulls. */
  amion: AmionClient;
  port: JobPort;
}

/** Jobs wait in their table until a worker sweeps them up: for processes that have no engine of their own. */
const OUTBOX_ONLY: JobPort = {
  immediate: false,
  dispatchWithin: null,
  dispatchAfter: async () => undefined,
};

/** Copies of reports and turns at Amion are kept in the database, so that all processes together keep its limits. */
export const sharedParts = ({ db }: Database): SharedParts => ({
  amion: new AmionClient({
    judge: judgeAnswer,
    cache: { find: (key) => findAmionCopy(db, key), keep: (key, copy) => keepAmionCopy(db, key, copy) },
    turns: {
      begin: (request, limits) => beginAmionRequest(db, request, limits),
      sent: (id) => noteAmionRequestSent(db, id),
      end: (id) => endAmionRequest(db, id),
    },
  }),
  port: OUTBOX_ONLY,
});

/** The services over an open database; `now` is the clock, `job` the attempt of a background job that works through them. */
export function wireServices(
  config: Config,
  database: Database,
  now: () => string,
  shared: SharedParts = sharedParts(database),
  job: JobAttempt | null = null,
): Services {
  const limits = { ...DEFAULT_LIMITS, ...config.limits };
  const reached = job ? fencedDatabase(database, job) : database;
  const context: ServiceContext = { database: reached, now, secret: config.sessionSecret, limits, job };
  const source = rosterSource(context, shared.amion, {
    baseUrl: config.amionBaseUrl,
    login: config.amionLogin,
  });
  const jobs = jobService(context, shared.port);
  const signIn = signInService(context);
  const registry = registryService(context);
  const departments = departmentService(context);
  const versions = scheduleVersionService(context);
  const coverage = coverageService(context);
  const odsImport = odsImportService(context, registry);
  const amionImport = amionImportService(context, source);
  const who = whoService(context);
  const duties = dutyService(context);
  const inTurn = readingTurns();
  return {
    amionImport,
    audit: auditService(context),
    batches: batchService(context),
    boards: boardService(context),
    candidates: candidateService(context),
    changes: changeService(context),
    coverage,
    departments,
    drift: rosterDriftService(context, source),
    duties,
    feeds: feedService(context, duties),
    hospitals: hospitalService(context),
    importRequests: importRequestService(context, jobs),
    jobs,
    odsImport,
    operation: operationService(context, async () => shared.port.ping?.()),
    people: peopleService(context),
    orchestrator: scheduleOrchestrator(context, {
      registry,
      departments,
      odsImport,
      amionImport,
      coverage,
      versions,
    }),
    registry,
    replays: replayService(context, { ods: odsImport, amion: amionImport }),
    retention: retentionService(context, config.retentionDays),
    providerSignIn: providerSignInService(context, signIn, signedProvider(config)),
    rosters: rosterService(context),
    session: sessionService(context),
    signIn,
    tokens: tokenService(context),
    sourceViews: sourceViewService(context, inTurn),
    standingWork: standingWorkService(context, jobs, config.amionLogin !== null),
    storedCoverage: storedCoverageService(context),
    uploadChecks: uploadCheckService(context, inTurn),
    users: userService(context),
    versionContent: versionContentService(context),
    versionDiff: versionDiffService(context),
    versions,
    walls: wallService(context, who, duties),
    warnings: warningService(context),
    who,
  };
}

/** What the browser keeps on its way to the provider is signed with the secret that both of us know. */
function signedProvider({ openId }: Config): SignedProvider | null {
  return openId && { provider: openIdProvider(openId), secret: openId.clientSecret };
}

export interface OpenServices {
  services: Services;
  database: Database;
  /** Where the database is, for what needs connections of its own. */
  connection: DatabaseServer['connection'];
  /** Before an orderly end: see `DatabaseServer`. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Asked several times in a request: not by the polyfill, which takes twenty times as long. */
export const systemNow = (): string => new Date().toISOString();

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
    const { connection } = server;
    const finish = (): Promise<void> => server.finish();
    return { services: wireServices(config, database, systemNow), database, connection, finish, close };
  } catch (cause) {
    await database?.close();
    await server.close();
    throw cause;
  }
}
