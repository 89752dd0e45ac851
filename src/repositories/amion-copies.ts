import { sql } from 'kysely';
import type { Db } from './database.ts';

/** A report as Amion gave it, kept for a few minutes. */
export interface AmionCopy {
  bytes: Uint8Array;
  /** Milliseconds since 1970. */
  fetchedAt: number;
}

export async function findAmionCopy(db: Db, key: string): Promise<AmionCopy | null> {
  const row = await db.selectFrom('amion_copies').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? { bytes: row.content, fetchedAt: Date.parse(row.fetched_at) } : null;
}

/** Keeps a copy in the place of an older one; copies of more than an hour go. */
export async function keepAmionCopy(db: Db, key: string, copy: AmionCopy): Promise<void> {
  const values = { content: Buffer.from(copy.bytes), fetched_at: new Date(copy.fetchedAt).toISOString() };
  await db
    .insertInto('amion_copies')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
  await db
    .deleteFrom('amion_copies')
    .where('fetched_at', '<', sql<string>`now() - interval '1 hour'`)
    .execute();
}
