import type { BatchId, UserId } from '#src/domain/ids.ts';
import type { ScrapeBatch } from '#src/domain/scrape-batch.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { type BatchFilter, getBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import { type BatchFile, listBatchFiles } from '#src/repositories/source-files.ts';
import { listUserEmails } from '#src/repositories/users.ts';
import type { ServiceContext } from './service-context.ts';

/** What was imported, and what came of it (R11). */
export interface BatchService {
  /** Newest first. */
  list(filter: BatchFilter, page: PageRequest): Promise<Page<ScrapeBatch>>;
  /** NOT_FOUND. `kept`: the file's bytes can still be had. */
  get(id: BatchId): Promise<{ batch: ScrapeBatch; files: (BatchFile & { kept: boolean })[] }>;
  /** Emails of those who imported. */
  importersOf(batches: readonly ScrapeBatch[]): Promise<Map<UserId, string>>;
}

export function batchService(context: ServiceContext): BatchService {
  const { db } = context.database;
  return {
    list: (filter, page) => listBatches(db, filter, page),
    get: async (id) => ({ batch: await getBatch(db, id), files: await listBatchFiles(db, id) }),
    importersOf: (batches) => listUserEmails(db, [...new Set(batches.map(({ createdBy }) => createdBy))]),
  };
}
