import { sql } from 'kysely';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/**
 * When what each live entry of a version says last changed: its version came into force, somebody came to or went from a
 * shift of its date, or one of them was corrected (who reads what depends on both of a pair, R3). Never goes back.
 */
export async function listEntryTimes(db: Db, versionId: VersionId): Promise<Map<RosterEntryId, string>> {
  const onDate = db
    .selectFrom('roster_entries as e')
    .innerJoin('schedule_versions as v', 'v.id', 'e.schedule_version_id')
    .leftJoin('persons as p', (join) => join.onRef('p.id', '=', 'e.person_id').on('e.deleted_at', 'is', null))
    .select([
      'e.id',
      'e.deleted_at',
      sql<string>`max(greatest(e.created_at, e.deleted_at, v.updated_at, p.updated_at)) over (partition by e.schedule_date)`.as(
        'changed_at',
      ),
    ])
    .where('e.schedule_version_id', '=', versionId);
  const rows = await db
    .selectFrom(onDate.as('on_date'))
    .select(['id', 'changed_at'])
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id as RosterEntryId, row.changed_at]));
}
