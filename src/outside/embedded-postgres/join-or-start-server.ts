import { join } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import { checkServerFolder, giveServerFolder, initializeServerFolder } from './data-folder.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { findRunningServer, type RunningServer, releaseForeignLock } from './postmaster-lock.ts';
import type { ServerAccount } from './server-account.ts';
import { explainServerFailure, isLockedByAnother } from './server-failure.ts';
import { recordOwner } from './server-owner.ts';
import { removeOldLogs, type ServerProcess, startServerProcess, waitUntilReady } from './server-process.ts';
import { serverArguments } from './server-settings.ts';
import { type ServerWatch, watchServer } from './server-watch.ts';
import { sleep } from './sleep.ts';
import { createSocketFolder, SOCKET_PORT } from './socket-folder.ts';

/** All that a start needs to know; the same for every start of one opened database. */
export interface ServerPlace {
  /** Real path of the data folder; PostgreSQL's own is `postgres` in it. */
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly account: ServerAccount;
  readonly binaries: PostgresBinaries;
  readonly durable: boolean;
}

export interface ReachedServer {
  readonly watch: ServerWatch;
  /** Set when this process runs the server. */
  readonly own: ServerProcess | undefined;
}

const POLL_MS = 40;
/** How long a server that stops, or the children of a killed one, may hold the folder. */
const GONE_WITHIN_MS = 30_000;

/**
 * Connects to the server on the folder, or starts it where none runs. PostgreSQL's own lock decides when several
 * processes try at once: those who lose connect to the one who won. `mayCreate: false` refuses to make a new, empty
 * cluster (the folder of a running database must not be replaced silently when it vanishes).
 */
export async function joinOrStartServer(
  place: ServerPlace,
  { mayCreate, signal }: { mayCreate: boolean; signal?: AbortSignal },
): Promise<ReachedServer> {
  const folder = serverFolder(place.dataFolder);
  const deadline = Date.now() + GONE_WITHIN_MS;
  let obstacle: unknown;
  do {
    const running = await findRunningServer(folder);
    if (running === undefined) {
      const own = await tryToStart(place, folder, mayCreate);
      if (!(own instanceof CodedError)) return { own, watch: await watchOwn(place, own) };
      obstacle = own;
    } else if (running.status === 'ready') {
      const socketFolder = socketOf(running, place);
      try {
        return { own: undefined, watch: await watchServer(socketFolder) };
      } catch (error) {
        // It may be going just now; then it is our turn to start one.
        obstacle = error;
      }
    }
    await sleep(POLL_MS, signal);
  } while (Date.now() < deadline && !signal?.aborted);
  throw explainBlockade(folder, await findRunningServer(folder), obstacle);
}

async function watchOwn(place: ServerPlace, own: ServerProcess): Promise<ServerWatch> {
  try {
    await recordOwner(place.socketFolder);
    return await watchServer(place.socketFolder);
  } catch (error) {
    await own.stop();
    throw error;
  }
}

export function serverFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/** Answers the started server, or the reason why it has to be tried again; throws what trying again can't cure. */
async function tryToStart(
  place: ServerPlace,
  folder: string,
  mayCreate: boolean,
): Promise<ServerProcess | CodedError> {
  if (!(await checkServerFolder(folder, place.binaries.major))) {
    if (!mayCreate) {
      throw new CodedError(
        'UNAVAILABLE',
        `The database in ${folder} has vanished while it was in use. Stop every program that uses it, then start again.`,
      );
    }
    await initializeServerFolder(place.dataFolder, place.binaries, place.account, place.durable);
  }
  await giveServerFolder(folder, place.account);
  await createSocketFolder(place.socketFolder, place.account);
  await releaseForeignLock(join(folder, 'postmaster.pid'));
  await releaseForeignLock(join(place.socketFolder, `.s.PGSQL.${SOCKET_PORT}.lock`));
  await removeOldLogs(folder);
  const server = startServerProcess(folder, [
    ...place.account.prefix,
    place.binaries.postgres,
    ...serverArguments(folder, place.socketFolder, place.durable),
  ]);
  if (await waitUntilReady(folder, server)) return server;
  const lastWords = await server.readLastWords();
  const failure = explainServerFailure(folder, lastWords);
  if (isLockedByAnother(lastWords)) return failure;
  throw failure;
}

function socketOf(running: RunningServer, place: ServerPlace): string {
  if (running.socketFolder === undefined || running.socketFolder === place.socketFolder) {
    return place.socketFolder;
  }
  throw new CodedError(
    'UNAVAILABLE',
    `The database in ${place.dataFolder} is served on another socket (${running.socketFolder}) than expected ` +
      `(${place.socketFolder}). Start all programs that share it with the same TMPDIR.`,
  );
}

function explainBlockade(folder: string, running: RunningServer | undefined, cause: unknown): CodedError {
  const who = running ? `process ${running.pid} (${running.status})` : 'the remains of a killed one';
  return new CodedError(
    'UNAVAILABLE',
    `Another PostgreSQL still holds ${folder}: ${who}. Wait until it has ended, or end it, then start again.`,
    {},
    cause,
  );
}
