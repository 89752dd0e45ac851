import type { Db } from './database.ts';

/** Removes what signs nobody in any more and counts no more; the audit log keeps who signed in when. Answers how much. */
export async function deleteSignInLeftovers(
  db: Db,
  {
    expiredBefore,
    failedBefore,
    browsersBefore,
  }: Record<'expiredBefore' | 'failedBefore' | 'browsersBefore', string>,
): Promise<number> {
  const results = [
    await db.deleteFrom('sessions').where('expires_at', '<', expiredBefore).executeTakeFirst(),
    await db.deleteFrom('one_time_links').where('expires_at', '<', expiredBefore).executeTakeFirst(),
    await db.deleteFrom('sign_in_failures').where('last_failed_at', '<', failedBefore).executeTakeFirst(),
    await db.deleteFrom('known_browsers').where('last_sign_in_at', '<', browsersBefore).executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
