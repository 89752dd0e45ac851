import type { UserId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** Whether the user has signed in by this browser since an instant. */
export async function isKnownBrowser(
  db: Db,
  userId: UserId,
  browserHash: Buffer,
  since: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('known_browsers')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('browser_hash', '=', browserHash)
    .where('last_sign_in_at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepKnownBrowser(
  db: Db,
  userId: UserId,
  browserHash: Buffer,
  now: string,
): Promise<void> {
  await db
    .insertInto('known_browsers')
    .values({ user_id: userId, browser_hash: browserHash, last_sign_in_at: now })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'browser_hash']).doUpdateSet({ last_sign_in_at: now }),
    )
    .execute();
}
