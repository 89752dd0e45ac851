import type { BatchId, HospitalId, VersionId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';
import { toStoredJson } from './stored-json.ts';

/** What a pulled roster said otherwise than a version in force. */
export interface RosterDriftRecord {
  id: string;
  hospitalId: HospitalId;
  batchId: BatchId;
  versionId: VersionId;
  differences: unknown;
  readerChanges: unknown;
  messages: unknown;
}

/** Keeps a drift, once for a batch and version. */
export async function insertRosterDrift(db: Db, drift: RosterDriftRecord): Promise<void> {
  await db
    .insertInto('roster_drifts')
    .values({
      id: drift.id,
      hospital_id: drift.hospitalId,
      scrape_batch_id: drift.batchId,
      schedule_version_id: drift.versionId,
      differences: toStoredJson(drift.differences),
      reader_changes: toStoredJson(drift.readerChanges),
      messages: toStoredJson(drift.messages),
    })
    .onConflict((conflict) => conflict.columns(['scrape_batch_id', 'schedule_version_id']).doNothing())
    .execute();
}
