import { createDataFolder } from './data-folder.ts';
import {
  joinOrStartServer,
  type ReachedServer,
  type ServerPlace,
  serverFolder,
} from './join-or-start-server.ts';
import { getPostgresBinaries } from './postgres-binaries.ts';
import { findRunningServer } from './postmaster-lock.ts';
import { chooseServerAccount, type RootMethod } from './server-account.ts';
import { explainServerFailure } from './server-failure.ts';
import { removeOldLogs } from './server-process.ts';
import { type ServerLostListener, ServerSupervisor } from './server-supervisor.ts';
import { connectionFor, type EmbeddedConnection } from './server-watch.ts';
import { socketFolderFor } from './socket-folder.ts';

export interface EmbeddedDatabase {
  /** For `pg.Pool` and `pg.Client`; stays the same when the server is started again. */
  readonly connection: EmbeddedConnection;
  /** True while this process, not another one on the same folder, runs the server. */
  runsServer(): boolean;
  /** Resolves when the server can be used, at once or after it was started again; rejects (UNAVAILABLE) while that fails. */
  whenReady(): Promise<void>;
  /** Calls back each time the server is lost, and with the error each time starting it again fails. */
  onServerLost(listener: ServerLostListener): void;
  /**
   * Resolves when no other process uses a server that we run (at once where another runs it), at the latest after
   * `patienceMs`: stopping it would break off what they are doing.
   */
  othersDone(patienceMs: number): Promise<void>;
  /** Ends our use. A server that we run is stopped in order; other processes on the folder start it again. */
  close(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  /** False: quicker, and lost when the machine crashes; for tests. */
  readonly durable?: boolean;
  /** How root may run the server; see `chooseServerAccount`. */
  readonly rootMethods?: readonly RootMethod[];
}

const PRUNE_LOGS_EVERY_MS = 10 * 60_000;

/**
 * Opens the embedded PostgreSQL of a data folder and keeps it running until `close`: creates it at first use, shares a
 * server that another process runs, and starts it again when it is gone. Throws UNAVAILABLE with what to do.
 */
export async function openEmbeddedDatabase(
  dataDir: string,
  options: EmbeddedDatabaseOptions = {},
): Promise<EmbeddedDatabase> {
  try {
    const place = await prepareServerPlace(dataDir, options);
    return superviseServer(place, await joinOrStartServer(place, { mayCreate: true }));
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw explainServerFailure(serverFolder(dataDir), error.message);
  }
}

function superviseServer(place: ServerPlace, reached: ReachedServer): EmbeddedDatabase {
  const supervisor = new ServerSupervisor(place, reached);
  const pruning = setInterval(() => void removeOldLogs(serverFolder(place.dataFolder)), PRUNE_LOGS_EVERY_MS);
  pruning.unref();
  return {
    connection: connectionFor(place.socketFolder),
    runsServer: () => supervisor.runsServer(),
    whenReady: () => supervisor.whenReady(),
    onServerLost: (listener) => supervisor.onServerLost(listener),
    othersDone: (patienceMs) => supervisor.othersDone(patienceMs),
    close: () => {
      clearInterval(pruning);
      return supervisor.close();
    },
  };
}

/** The folder is not ours to read, or gone in between: whatever the file system refuses on the way. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

async function prepareServerPlace(dataDir: string, options: EmbeddedDatabaseOptions): Promise<ServerPlace> {
  const binaries = await getPostgresBinaries();
  const dataFolder = await createDataFolder(dataDir);
  const account = await chooseServerAccount(dataFolder, binaries.postgres, options.rootMethods);
  const running = await findRunningServer(serverFolder(dataFolder));
  // A running server's own word counts: its process may have had another TMPDIR.
  const socketFolder = running?.socketFolder ?? socketFolderFor(dataFolder, account.uid);
  return { dataFolder, socketFolder, account, binaries, durable: options.durable ?? true };
}
