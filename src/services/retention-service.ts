import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { deleteSourceFilesBefore } from '#src/repositories/source-files.ts';
import type { ServiceContext } from './service-context.ts';

export interface RetentionService {
  /** Removes uploaded files and reports past the retention time, and ends batches whose importer is gone. */
  cleanUp(): Promise<{ filesRemoved: number; batchesFailed: number }>;
}

const DAY_MS = 24 * 60 * 60_000;

export function retentionService(context: ServiceContext, retentionDays: number): RetentionService {
  const { db } = context.database;
  return {
    async cleanUp() {
      const before = new Date(Date.parse(context.now()) - retentionDays * DAY_MS).toISOString();
      const filesRemoved = await deleteSourceFilesBefore(db, before);
      const failed = await failOrphanedBatches(db, 'The process that imported it was ended.');
      return { filesRemoved, batchesFailed: failed.length };
    },
  };
}
