import { CodedError } from '#src/domain/errors.ts';
import { openEmbeddedDatabase } from '#src/outside/embedded-postgres/open-embedded-database.ts';
import { migrateUp, migrationStatus } from '#src/outside/migrate.ts';
import type { openDatabase } from '#src/repositories/database.ts';
import type { Config } from './config.ts';

/** A database server that can be reached, embedded or not. */
export interface DatabaseServer {
  connection: Parameters<typeof openDatabase>[0];
  /** The embedded one migrates by itself. */
  embedded: boolean;
  /** Waits a while for other processes that use an embedded server of ours: stopping it would break off their work. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** A command of another process is done by then; a program that stays takes the server over. */
const PATIENCE_MS = 30_000;

export async function openDatabaseServer(config: Config): Promise<DatabaseServer> {
  if (config.databaseUrl) {
    const nothing = async (): Promise<void> => undefined;
    return {
      connection: { connectionString: config.databaseUrl },
      embedded: false,
      finish: nothing,
      close: nothing,
    };
  }
  const server = await openEmbeddedDatabase(config.dataFolder);
  return {
    connection: server.connection,
    embedded: true,
    finish: () => server.othersDone(PATIENCE_MS),
    close: () => server.close(),
  };
}

/** A new or embedded database is migrated; another's pending migrations are the operator's to apply. */
export async function prepareSchema({ connection, embedded }: DatabaseServer): Promise<void> {
  const states = await migrationStatus(connection);
  const pending = states.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return;
  if (embedded || pending.length === states.length) await migrateUp(connection);
  else {
    const text = `The database lacks ${pending.length} migrations (from ${pending[0]?.name}). Back it up, then run schedcu migrate up.`;
    throw new CodedError('UNAVAILABLE', text);
  }
}
