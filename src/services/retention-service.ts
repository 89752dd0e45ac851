import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { deleteKeyedRequestsBefore } from '#src/repositories/idempotency-keys.ts';
import { deleteSignInLeftovers } from '#src/repositories/sign-in-leftovers.ts';
import { deleteSourceFilesBefore } from '#src/repositories/source-files.ts';
import type { ServiceContext } from './service-context.ts';
import { BROWSER_KNOWN_MS } from './sign-in-throttle.ts';

export interface RetentionService {
  /**
   * Removes uploaded files and reports past the retention time and what signs nobody in any more, and ends batches whose
   * importer is gone.
   */
  cleanUp(): Promise<{
    filesRemoved: number;
    batchesFailed: number;
    signInsRemoved: number;
    keysRemoved: number;
  }>;
}

const DAY_MS = 24 * 60 * 60_000;
/** An import asked for again under its key within this time is the same import. */
const KEYS_MS = 30 * DAY_MS;

export function retentionService(context: ServiceContext, retentionDays: number): RetentionService {
  const { db } = context.database;
  return {
    async cleanUp() {
      const before = (ms: number): string => new Date(Date.parse(context.now()) - ms).toISOString();
      const filesRemoved = await deleteSourceFilesBefore(db, before(retentionDays * DAY_MS));
      const signInsRemoved = await deleteSignInLeftovers(db, {
        ...{ expiredBefore: before(DAY_MS), failedBefore: before(DAY_MS) },
        browsersBefore: before(BROWSER_KNOWN_MS),
      });
      const keysRemoved = await deleteKeyedRequestsBefore(db, before(KEYS_MS));
      const failed = await failOrphanedBatches(db, 'The process that imported it was ended.');
      return { filesRemoved, batchesFailed: failed.length, signInsRemoved, keysRemoved };
    },
  };
}
