import type { VersionId } from '#src/domain/ids.ts';
import type { Db } from '#src/repositories/database.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';

/** Instant of which a version's roster is: Amion's stamp, else when it was read; null where no roster was imported. */
export async function rosterAge(db: Db, versionId: VersionId): Promise<string | null> {
  const [batch] = (await listBatches(db, { versionId, source: 'ROSTER', state: 'COMPLETE' }, { limit: 1 }))
    .items;
  return batch?.sourceAsOf ?? batch?.scrapedAt ?? null;
}
