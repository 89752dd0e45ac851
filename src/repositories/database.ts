import { Kysely, PostgresDialect, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import { isConnectionLoss, toCodedError } from './coded-database-error.ts';
import { columnTypes } from './column-types.ts';
import { preparedName } from './prepared-query.ts';
import type { DB } from './schema.generated.ts';

/** What every function of this room takes first: the database, or a transaction that the caller has opened. */
export type Db = Kysely<DB> | Transaction<DB>;

export interface Database {
  db: Kysely<DB>;
  pool: pg.Pool;
  /** Ends every connection; waits for the queries under way. */
  close(): Promise<void>;
}

const SECOND = 1000;

/**
 * Opens the database; connections are made when they are needed. Values of `config` stand before the defaults.
 *
 * DATE and TIME come back as text, NUMERIC as text, BIGINT as number, TIMESTAMPTZ as an ISO instant with `Z`.
 * A server that does not answer is `UNAVAILABLE`, a broken constraint `CONFLICT`, `NOT_FOUND` or `BAD_REQUEST`.
 * `onIdleError` hears of connections lost while nobody used them; the pool replaces them by itself.
 */
export function openDatabase(
  config: pg.PoolConfig,
  onIdleError: (error: Error) => void = () => undefined,
): Database {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 10 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    statement_timeout: 120 * SECOND,
    idle_in_transaction_session_timeout: 300 * SECOND,
    keepAlive: true,
    application_name: 'schedcu',
    ...config,
    types: columnTypes,
  });
  pool.on('error', onIdleError);
  // Connections in use report a loss here too, besides failing their query; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: codedPool(pool) }) });
  return { db, pool, close: () => pool.end() };
}

/** Runs `work` in a transaction: the caller's own where it has one (it decides over commit), else a new one. */
export async function inTransaction<T>(db: Db, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return await work(db as Transaction<DB>);
  return await db.transaction().execute(work);
}

/** The pool as Kysely needs it, with every failure as a coded error where it is one. */
export function codedPool(pool: pg.Pool) {
  const coded = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const codedOnce = (client: pg.PoolClient): PostgresPoolClient => {
    const known = coded.get(client) ?? codedClient(client);
    coded.set(client, known);
    return known;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async (): Promise<PostgresPoolClient> => {
      try {
        return codedOnce(await pool.connect());
      } catch (error) {
        throw toCodedError(error);
      }
    },
  };
}

/** A connection that was lost must not go back to the pool: the next query would fail on it. */
function codedClient(client: pg.PoolClient): PostgresPoolClient {
  let lost = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query({ name: preparedName(sql), text: sql, values: [...parameters] });
    } catch (error) {
      lost ||= isConnectionLoss(error);
      throw toCodedError(error);
    }
  };
  return {
    // Kysely's second signature is for cursors, which are not set up here.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || lost),
  };
}
