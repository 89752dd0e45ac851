import { sql } from 'kysely';
import pg from 'pg';
import type { BatchId } from '#src/domain/ids.ts';
import { toCodedError } from './coded-database-error.ts';
import type { Db } from './database.ts';
import { toStoredText } from './stored-json.ts';

/**
 * Marks a batch as being imported by this process for as long as it lives: a lock of the session that the server lets go
 * when the connection breaks. Take it before the batch is written. It has a connection of its own, so that imports
 * cannot use up the pool. `release` may be called more than once. Throws UNAVAILABLE.
 */
export async function holdBatchLock(pool: pg.Pool, id: BatchId): Promise<() => Promise<void>> {
  // The password of the pool's options is not enumerable.
  const client = new pg.Client({ ...pool.options, password: pool.options.password, statement_timeout: 0 });
  // When the connection breaks, the lock is lost and the import finds its batch FAILED: that is how it is told.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockName(id)]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw toCodedError(error);
  }
  let released: Promise<void> | undefined;
  return () => {
    released ??= client.end();
    return released;
  };
}

/**
 * Ends every batch that is PENDING though no process holds its lock: its importer was killed. Answers their ids. Safe to
 * run at any time, on any number of machines.
 */
export async function failOrphanedBatches(db: Db, reason: string): Promise<BatchId[]> {
  const { rows } = await sql<{ id: BatchId }>`
    with pending as materialized (
      select id from scrape_batches where state = 'PENDING' and deleted_at is null for update skip locked
    )
    update scrape_batches b
    set state = 'FAILED', error_message = ${toStoredText(reason)}, completed_at = now()
    from pending p
    where b.id = p.id and pg_try_advisory_xact_lock(hashtextextended(${lockPrefix} || p.id::text, 0))
    returning b.id`.execute(db);
  return rows.map((row) => row.id);
}

const lockPrefix = 'schedcu batch ';
const lockName = (id: BatchId): string => `${lockPrefix}${id}`;
