import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll } from 'vitest';
import { type Database, type Db, openDatabase } from '#src/repositories/database.ts';
import type { DB } from '#src/repositories/schema.generated.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface OpenTestDatabase extends Database {
  connection: TestDatabase['connection'];
  /** The plans of the queries that `work` makes, with sequential scans as the last resort: is there an index for them? */
  plansOf(work: (db: Db) => Promise<unknown>): Promise<string>;
}

/** The database of a test file, opened as the product opens it; closed and dropped after the file's last test. */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const { connection } = await createTestDatabase();
  const database = openDatabase(connection);
  afterAll(() => database.close());
  return { ...database, connection, plansOf: (work) => plansOf(database, work) };
}

async function plansOf({ pool }: Database, work: (db: Db) => Promise<unknown>): Promise<string> {
  const queries: CompiledQuery[] = [];
  const watched = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void queries.push(event.query),
  });
  await work(watched);
  const client = await pool.connect();
  const plans: string[] = [];
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    for (const query of queries) {
      const { rows } = await client.query(`explain ${query.sql}`, [...query.parameters]);
      plans.push(...rows.map((row) => String(row['QUERY PLAN'])));
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
  return plans.join('\n');
}

/** Every item of a list, page by page. */
export async function everyPage<T>(
  list: (cursor: string | null) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[][]> {
  const pages: T[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await list(cursor);
    pages.push(page.items);
    if (page.nextCursor === null) return pages;
    cursor = page.nextCursor;
  }
}

/** Runs SQL that no repository has: what an operator or a bug could try. */
export async function runSql(db: Db, text: string): Promise<unknown[]> {
  return (await sql.raw<unknown>(text).execute(db)).rows;
}
