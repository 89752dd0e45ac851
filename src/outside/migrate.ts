import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { CodedError } from '#src/domain/errors.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
const TABLE = 'pgmigrations';

/** `unknown`: applied to the database by another version of the program; there is no file for it here. */
export interface MigrationState {
  readonly name: string;
  readonly state: 'applied' | 'pending' | 'unknown';
}

/**
 * Applies every migration that is pending, all in one transaction, and answers their names in order. Several processes
 * may call this at once: one works, the others wait and find nothing left to do. Throws UNAVAILABLE when the database
 * cannot be reached, CONFLICT when a migration does not apply (then nothing is changed).
 */
export function migrateUp(connection: ClientConfig): Promise<string[]> {
  return withClient(connection, async (client) => {
    const states = await readStates(client);
    return states.some(({ state }) => state === 'pending') ? runMigrations(client, 'up') : [];
  });
}

/** Takes back the last `count` migrations, newest first, in one transaction; answers their names in that order. */
export function migrateDown(connection: ClientConfig, count: number): Promise<string[]> {
  return withClient(connection, (client) => runMigrations(client, 'down', count));
}

/** Lists every migration: those with a file in the order in which they apply, then the unknown ones. */
export function migrationStatus(connection: ClientConfig): Promise<MigrationState[]> {
  return withClient(connection, readStates);
}

async function readStates(client: Client): Promise<MigrationState[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.up.sql')).sort();
  const names = files.map((file) => file.slice(0, -'.up.sql'.length));
  const applied = await readApplied(client);
  return [
    ...names.map((name): MigrationState => ({ name, state: applied.includes(name) ? 'applied' : 'pending' })),
    ...applied
      .filter((name) => !names.includes(name))
      .map((name): MigrationState => ({ name, state: 'unknown' })),
  ];
}

async function readApplied(client: Client): Promise<string[]> {
  const table = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `public.${TABLE}`,
  ]);
  if (table.rows[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM public.${TABLE} ORDER BY run_on, id`,
  );
  return rows.map(({ name }) => name);
}

async function runMigrations(
  client: Client,
  direction: 'up' | 'down',
  count = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  if (count < 1) return [];
  // Loaded only when there is work: it costs 150 ms, and nearly every command asks whether there is.
  const { runner } = await import('node-pg-migrate');
  let current = '';
  const follow = (message: string) => {
    current = /^### MIGRATION (\S+)/.exec(message)?.[1] ?? current;
  };
  try {
    const done = await runner({
      dbClient: client,
      dir: FOLDER,
      migrationsTable: TABLE,
      schema: 'public',
      direction,
      count,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      // The default loader would take each down file for a migration of its own.
      migrationLoaderStrategies: [{ extensions: ['.sql'], loader: 'sql' }],
      log: follow,
    });
    return done.map(({ name }) => name);
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : String(cause);
    throw new CodedError(
      'CONFLICT',
      `The database could not be migrated ${direction}${current ? ` (${current})` : ''}: ${says}. Nothing was changed.`,
      {},
      cause,
    );
  }
}

async function withClient<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, application_name: 'schedcu migrate' });
  // A connection that breaks also rejects the query that waits on it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : String(cause);
    throw new CodedError('UNAVAILABLE', `The database cannot be reached: ${says}`, {}, cause);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
