import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The rows of a table in the form in which COPY takes them: nothing is left to do for it but to send them. */
export interface CopiedTable {
  /** With its columns. */
  table: string;
  content: Buffer;
}

/** `leftOut`: a column, as `table.column`, that would need rows which do not stand there yet. */
export async function copyOut(
  pool: Pool,
  tables: readonly string[],
  leftOut: string | null = null,
): Promise<CopiedTable[]> {
  return await withClient(pool, async (client) => {
    const copied: CopiedTable[] = [];
    for (const name of tables) {
      const { rows } = await client.query<{ columns: string }>(COLUMNS, [name, leftOut]);
      const table = `${name} (${rows[0]?.columns})`;
      const content = await buffer(client.query(copyTo(`COPY ${table} TO STDOUT`)));
      if (content.length > 0) copied.push({ table, content });
    }
    return copied;
  });
}

const COLUMNS = `
  SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) AS columns FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = $1 AND table_name || '.' || column_name IS DISTINCT FROM $2`;

/** Bare COPY of every table, in the order given, in one transaction. */
export async function copyIn(pool: Pool, tables: readonly CopiedTable[]): Promise<void> {
  await withClient(pool, async (client) => {
    await client.query('BEGIN');
    for (const { table, content } of tables) {
      await pipeline(Readable.from(inPieces(content)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
    }
    await client.query('COMMIT');
  });
}

const PIECE = 64 * 1024;

function* inPieces(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; start += PIECE) yield content.subarray(start, start + PIECE);
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
