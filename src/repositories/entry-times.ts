import { sql } from 'kysely';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/**
 * When what each live entry of a version says last changed: it was made, its version came into force, or the person was
 * corrected. Never goes back as long as the entry stands.
 */
export async function listEntryTimes(db: Db, versionId: VersionId): Promise<Map<RosterEntryId, string>> {
  const rows = await db
    .selectFrom('roster_entries as e')
    .innerJoin('schedule_versions as v', 'v.id', 'e.schedule_version_id')
    .leftJoin('persons as p', 'p.id', 'e.person_id')
    .select(['e.id', sql<string>`greatest(e.created_at, v.updated_at, p.updated_at)`.as('changed_at')])
    .where('e.schedule_version_id', '=', versionId)
    .where('e.deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id as RosterEntryId, row.changed_at]));
}
