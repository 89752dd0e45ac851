import { sql } from 'kysely';
import type { JobId, UserId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** What was asked for under a key. */
export interface KeyedRequest {
  requestHash: Buffer;
  jobId: JobId;
}

/** Lets one request at a time use a user's key; ends with the transaction. */
export async function lockIdempotencyKey(trx: Db, userId: UserId, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${userId} ${key}`}, 0))`.execute(trx);
}

export async function findKeyedRequest(db: Db, userId: UserId, key: string): Promise<KeyedRequest | null> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'job_id'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { requestHash: row.request_hash, jobId: row.job_id as JobId } : null;
}

export async function insertKeyedRequest(
  db: Db,
  request: KeyedRequest & { userId: UserId; key: string },
): Promise<void> {
  await db
    .insertInto('idempotency_keys')
    .values({
      user_id: request.userId,
      key: request.key,
      request_hash: request.requestHash,
      job_id: request.jobId,
    })
    .execute();
}

/** Forgets keys of before an instant; answers how many. */
export async function deleteKeyedRequestsBefore(db: Db, instant: string): Promise<number> {
  const result = await db.deleteFrom('idempotency_keys').where('created_at', '<', instant).executeTakeFirst();
  return Number(result.numDeletedRows);
}
