import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The rows of a table in the form in which COPY takes them: nothing is left to do for it but to send them. */
export interface CopiedTable {
  table: string;
  content: Buffer;
}

export async function copyOut(pool: Pool, tables: readonly string[]): Promise<CopiedTable[]> {
  return await withClient(pool, async (client) => {
    const copied: CopiedTable[] = [];
    for (const table of tables) {
      const content = await buffer(client.query(copyTo(`COPY ${table} TO STDOUT`)));
      if (content.length > 0) copied.push({ table, content });
    }
    return copied;
  });
}

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
