import { sql } from 'kysely';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type { HospitalId, PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Db } from './database.ts';

/** A change by hand (R16), as far as it still stands: everything that one transaction brought and took away. */
export interface HandMadeChange {
  versionId: VersionId;
  hospitalId: HospitalId;
  /** What it brought and still stands. */
  brought: RosterEntry[];
  /** What it took away. */
  replaced: RosterEntry[];
  /** Brought rows of the roster too, or the version itself: an import or a copy, in which the entry came along. */
  isTransfer: boolean;
  /** The newest entry of a shift that it touched is not its own. */
  isOvertaken: boolean;
}

/** The change that brought a live entry; null where there is none, or it is a row of the roster. */
export async function findHandMadeChange(db: Db, id: RosterEntryId): Promise<HandMadeChange | null> {
  const { rows } = await sql<ChangeRow>`
    select r.id, r.schedule_version_id, v.hospital_id, r.schedule_date, r.shift_type, r.person_id, r.source, r.report, r.line,
      r.source_text, r.reason, left(r.start_time::text, 5) as start_time, left(r.end_time::text, 5) as end_time,
      r.deleted_at is null as stands, r.created_at = e.created_at as brought,
      v.created_at = e.created_at as with_version,
      exists (
        select from roster_entries later
        where later.schedule_version_id = e.schedule_version_id and later.schedule_date = r.schedule_date
          and later.shift_type = r.shift_type and later.deleted_at is null and later.created_at > e.created_at
      ) as overtaken
    from roster_entries e
    join schedule_versions v on v.id = e.schedule_version_id and v.deleted_at is null
    join roster_entries r on r.schedule_version_id = e.schedule_version_id
      and (r.created_at = e.created_at or r.deleted_at = e.created_at)
    where e.id = ${id} and e.deleted_at is null and e.source != 'AMION'
    order by r.schedule_date, r.id`.execute(db);
  const [first] = rows;
  if (!first) return null;
  const brought = rows.filter((row) => row.brought);
  return {
    versionId: first.schedule_version_id,
    hospitalId: first.hospital_id,
    brought: brought.filter(({ stands }) => stands).map(toEntry),
    replaced: rows.filter((row) => !row.brought).map(toEntry),
    isTransfer: first.with_version || brought.some(({ source }) => source === 'AMION'),
    isOvertaken: rows.some(({ overtaken }) => overtaken),
  };
}

/** Makes entries that were taken away anew, under other ids: as they were, with their import, and since when they say so. */
export async function restoreRosterEntries(
  db: Db,
  pairs: readonly { of: RosterEntryId; as: RosterEntryId }[],
): Promise<void> {
  await sql`
    insert into roster_entries (id, schedule_version_id, schedule_date, shift_type, person_id, start_time, end_time, source,
      scrape_batch_id, report, line, source_text, reason, created_at, created_by)
    select pair.new_id, e.schedule_version_id, e.schedule_date, e.shift_type, e.person_id, e.start_time, e.end_time, e.source,
      e.scrape_batch_id, e.report, e.line, e.source_text, e.reason, e.created_at, e.created_by
    from unnest(${pairs.map(({ of }) => of)}::uuid[], ${pairs.map((pair) => pair.as)}::uuid[]) as pair(old_id, new_id)
    join roster_entries e on e.id = pair.old_id`.execute(db);
}

/** The assignment's name as the roster writes it, of entries that were taken away. */
export async function listFormerAssignmentNames(
  db: Db,
  ids: readonly RosterEntryId[],
): Promise<Map<RosterEntryId, string>> {
  const rows = await db
    .selectFrom('assignments')
    .select(['roster_entry_id', 'original_shift_type'])
    .distinct()
    .where('roster_entry_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('original_shift_type', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.roster_entry_id as RosterEntryId, row.original_shift_type ?? '']));
}

interface ChangeRow extends Pick<RosterEntry, 'id' | 'source' | 'report' | 'line' | 'reason'> {
  schedule_version_id: VersionId;
  hospital_id: HospitalId;
  schedule_date: LocalDate;
  shift_type: RosterEntry['shiftType'];
  person_id: PersonId | null;
  start_time: ClockTime | null;
  end_time: ClockTime | null;
  source_text: string | null;
  stands: boolean;
  brought: boolean;
  with_version: boolean;
  overtaken: boolean;
}

const toEntry = (row: ChangeRow): RosterEntry => ({
  ...{ id: row.id, date: row.schedule_date, shiftType: row.shift_type, personId: row.person_id },
  ...{ start: row.start_time, end: row.end_time, source: row.source, reason: row.reason },
  ...{ report: row.report, line: row.line, text: row.source_text },
});
