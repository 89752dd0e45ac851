import type { UserId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

export async function insertOneTimeLink(
  db: Db,
  link: {
    id: string;
    userId: UserId;
    tokenHash: Buffer;
    createdAt: string;
    expiresAt: string;
    loopbackOnly: boolean;
  },
): Promise<void> {
  await db
    .insertInto('one_time_links')
    .values({
      id: link.id,
      user_id: link.userId,
      token_hash: link.tokenHash,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      loopback_only: link.loopbackOnly,
    })
    .execute();
}

/** Uses a link up: of two who follow it at once, one is signed in. Null where it is unknown, used or expired at `now`. */
export async function useOneTimeLink(
  db: Db,
  tokenHash: Buffer,
  fromLoopback: boolean,
  now: string,
): Promise<{ userId: UserId } | null> {
  let query = db
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('user_id');
  if (!fromLoopback) query = query.where('loopback_only', '=', false);
  const row = await query.executeTakeFirst();
  return row ? { userId: row.user_id as UserId } : null;
}
