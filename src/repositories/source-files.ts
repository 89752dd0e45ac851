import { sql } from 'kysely';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, UserId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** The bytes of an uploaded file or a fetched report, kept by checksum for a while. */
export interface SourceFile {
  checksum: string;
  fileName: string;
  content: Buffer;
  createdAt: string;
}

/** Keeps the bytes. The same bytes again are kept once, and their time of keeping begins anew. */
export async function putSourceFile(
  db: Db,
  file: { checksum: string; fileName: string; content: Buffer; createdBy: UserId },
): Promise<void> {
  await db
    .insertInto('source_files')
    .values({
      checksum: file.checksum,
      file_name: file.fileName,
      content: file.content,
      created_by: file.createdBy,
    })
    .onConflict((conflict) => conflict.column('checksum').doUpdateSet({ created_at: sql`now()` }))
    .execute();
}

/** NOT_FOUND where they never came, or were removed after the time of keeping. */
export async function getSourceFile(db: Db, checksum: string): Promise<SourceFile> {
  const row = await db
    .selectFrom('source_files')
    .selectAll()
    .where('checksum', '=', checksum)
    .executeTakeFirst();
  if (!row) {
    throw new CodedError(
      'NOT_FOUND',
      `The file with checksum ${checksum} is not kept any more. Import it again from its source.`,
    );
  }
  return { checksum: row.checksum, fileName: row.file_name, content: row.content, createdAt: row.created_at };
}

export interface BatchFile {
  fileName: string;
  checksum: string;
}

/** Names the files of a batch, in the order given. */
export async function insertBatchFiles(db: Db, batchId: BatchId, files: readonly BatchFile[]): Promise<void> {
  if (files.length === 0) return;
  await db
    .insertInto('scrape_batch_files')
    .values(
      files.map((file, place) => ({
        scrape_batch_id: batchId,
        place,
        file_name: file.fileName,
        checksum: file.checksum,
      })),
    )
    .execute();
}

/** The files of a batch in their order; `kept`: its bytes can still be had. */
export async function listBatchFiles(db: Db, batchId: BatchId): Promise<(BatchFile & { kept: boolean })[]> {
  const rows = await db
    .selectFrom('scrape_batch_files as b')
    .leftJoin('source_files as s', 's.checksum', 'b.checksum')
    .select(['b.file_name', 'b.checksum', 's.created_at'])
    .where('b.scrape_batch_id', '=', batchId)
    .orderBy('b.place')
    .execute();
  return rows.map((row) => ({
    fileName: row.file_name,
    checksum: row.checksum,
    kept: row.created_at !== null,
  }));
}

/** Removes the bytes that came before an instant; answers how many files. Their batches stay. */
export async function deleteSourceFilesBefore(db: Db, instant: string): Promise<number> {
  const result = await db.deleteFrom('source_files').where('created_at', '<', instant).executeTakeFirst();
  return Number(result.numDeletedRows);
}
