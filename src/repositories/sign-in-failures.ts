import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface AttemptLimit {
  keyHash: Buffer;
  /** Instants: of the attempt, and since when failures count. */
  now: string;
  since: string;
  /** From this many failures on the waiting time doubles from a second. */
  freeTries: number;
  longestWaitMs: number;
}

/**
 * Counts an attempt as a failure before it is made, unless it has to wait: of many at once, no more than may are made.
 * Answers how many milliseconds it has to wait; 0: go on.
 */
export async function admitAttempt(db: Db, limit: AttemptLimit): Promise<number> {
  const { keyHash, now, since, freeTries, longestWaitMs } = limit;
  // The power is bounded for it is computed before the least is taken.
  const endOfWait = sql`f.last_failed_at + (case when f.failures < ${freeTries}::int then 0
    else least(1000 * 2 ^ least(f.failures - ${freeTries}::int, 20), ${longestWaitMs}) end) * interval '1 millisecond'`;
  const admitted = await sql`
    insert into sign_in_failures as f (key_hash, failures, last_failed_at) values (${keyHash}, 1, ${now})
    on conflict (key_hash) do update set last_failed_at = ${now},
      failures = case when f.last_failed_at > ${since} then f.failures + 1 else 1 end
    where f.last_failed_at <= ${since} or ${endOfWait} <= ${now}::timestamptz
    returning failures`.execute(db);
  if (admitted.rows.length > 0) return 0;
  const { rows } = await sql<{ wait: number }>`
    select (extract(epoch from ${endOfWait} - ${now}::timestamptz) * 1000)::float8 as wait
    from sign_in_failures f where key_hash = ${keyHash}`.execute(db);
  return Math.max(1, rows[0]?.wait ?? 1);
}

/** The attempt was none: takes it back; `whole` forgets every failure of the key. */
export async function forgiveAttempt(db: Db, keyHash: Buffer, whole: boolean): Promise<void> {
  let last = db.deleteFrom('sign_in_failures').where('key_hash', '=', keyHash);
  if (!whole) last = last.where('failures', '<=', 1);
  const { numDeletedRows } = await last.executeTakeFirst();
  if (numDeletedRows > 0n) return;
  await db
    .updateTable('sign_in_failures')
    .set({ failures: sql<number>`failures - 1` })
    .where('key_hash', '=', keyHash)
    .execute();
}
