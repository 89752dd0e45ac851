import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, VersionId } from '#src/domain/ids.ts';
import type { ScrapeBatch } from '#src/domain/scrape-batch.ts';
import type { Actor } from '#src/domain/user.ts';
import { getDepartment } from '#src/repositories/department-settings.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { getBatch } from '#src/repositories/scrape-batches.ts';
import { getSourceFile, listBatchFiles } from '#src/repositories/source-files.ts';
import type { AmionImportService } from './amion-import-service.ts';
import type { BatchResult } from './import-batch.ts';
import type { OdsImportService } from './ods-import-service.ts';
import type { GivenFile, OnProgress, ServiceContext } from './service-context.ts';

export interface Replay {
  batchId: BatchId;
  /** A STAGING version; null: a new one for the dates of a matrix or list, the version of its own for a roster. */
  versionId: VersionId | null;
  allowPartial: boolean;
  actor: Actor;
  onProgress?: OnProgress;
}

export interface ReplayService {
  /**
   * Imports once more what a batch has read, from the bytes that were kept: with the people, hospitals and mapping as they are now.
   * NOT_FOUND once the retention time is over, CONFLICT for a batch that has read nothing, BAD_REQUEST for a roster without a
   * version.
   */
  replay(order: Replay): Promise<BatchResult>;
}

export function replayService(
  context: ServiceContext,
  imports: { ods: OdsImportService; amion: AmionImportService },
): ReplayService {
  const { db } = context.database;
  const keptFiles = async (id: BatchId): Promise<GivenFile[]> => {
    const named = await listBatchFiles(db, id);
    return await Promise.all(
      named.map(async ({ fileName, checksum }) => ({
        name: fileName,
        bytes: (await getSourceFile(db, checksum)).content,
      })),
    );
  };
  return {
    async replay({ batchId, versionId, ...order }) {
      const batch = await getBatch(db, batchId);
      const files = await keptFiles(batchId);
      const [file] = files;
      if (!file) {
        throw new CodedError(
          'CONFLICT',
          `Import ${batchId} was ended before it had read a file. Import the file itself.`,
        );
      }
      const department = await getDepartment(db, batch.hospitalId);
      if (batch.source !== 'ROSTER') {
        const { from, to } = batch;
        return await imports.ods.importOdsFile({
          ...{ ...order, department, versionId, from, to, file },
          ...layoutOf(batch),
        });
      }
      const target = versionId ?? batch.versionId;
      if (!target) {
        throw new CodedError(
          'BAD_REQUEST',
          'This roster was only pulled. Name the STAGING version that it is for.',
        );
      }
      const { from, to } = await getVersion(db, target);
      return await imports.amion.scrapeAndImport({
        ...{ ...order, department, versionId: target, from, to, roster: files },
      });
    },
  };
}

/** As it was read then; of one that could not be read nobody knows. */
function layoutOf({ state, source }: ScrapeBatch): { layout?: 'matrix' | 'list' } {
  if (state !== 'COMPLETE') return {};
  return { layout: source === 'LIST' ? 'list' : 'matrix' };
}
