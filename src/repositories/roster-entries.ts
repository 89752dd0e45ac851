import { sql } from 'kysely';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type { BatchId, PersonId, RosterEntryId, UserId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Db } from './database.ts';
import { insertRows } from './insert-rows.ts';

/** Stores who holds which shift type on which date, vacancies included. `batchId` null: entered by hand. */
export async function insertRosterEntries(
  db: Db,
  origin: { versionId: VersionId; batchId: BatchId | null; createdBy: UserId },
  entries: readonly RosterEntry[],
): Promise<void> {
  await insertRows<RosterEntry>(
    db,
    'roster_entries',
    [
      { name: 'id', type: 'uuid', value: (entry) => entry.id },
      { name: 'schedule_version_id', type: 'uuid', value: origin.versionId },
      { name: 'schedule_date', type: 'date', value: (entry) => entry.date },
      { name: 'shift_type', type: 'text', value: (entry) => entry.shiftType },
      { name: 'person_id', type: 'uuid', value: (entry) => entry.personId },
      { name: 'start_time', type: 'time', value: (entry) => entry.start },
      { name: 'end_time', type: 'time', value: (entry) => entry.end },
      { name: 'source', type: 'text', value: (entry) => entry.source },
      { name: 'scrape_batch_id', type: 'uuid', value: origin.batchId },
      { name: 'report', type: 'text', value: (entry) => entry.report },
      { name: 'line', type: 'int', value: (entry) => entry.line },
      { name: 'source_text', type: 'text', value: (entry) => entry.text },
      { name: 'reason', type: 'text', value: (entry) => entry.reason },
      { name: 'created_by', type: 'uuid', value: origin.createdBy },
    ],
    entries,
  );
}

/** The live entries of a version by date (both included; all without a span), in the order in which they were made. */
export async function listRosterEntries(
  db: Db,
  versionId: VersionId,
  span?: { from: LocalDate; to: LocalDate },
): Promise<RosterEntry[]> {
  let query = db
    .selectFrom('roster_entries')
    .selectAll()
    .where('schedule_version_id', '=', versionId)
    .where('deleted_at', 'is', null)
    .orderBy('schedule_date')
    .orderBy('id');
  if (span) query = query.where('schedule_date', '>=', span.from).where('schedule_date', '<=', span.to);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id as RosterEntryId,
    date: row.schedule_date as LocalDate,
    shiftType: row.shift_type,
    personId: row.person_id as PersonId | null,
    start: (row.start_time?.slice(0, 5) ?? null) as ClockTime | null,
    end: (row.end_time?.slice(0, 5) ?? null) as ClockTime | null,
    source: row.source,
    report: row.report,
    line: row.line,
    text: row.source_text,
    reason: row.reason,
  }));
}

/** Takes entries away; answers how many were still there. Their assignments go by `softDeleteAssignmentsOf`. */
export async function softDeleteRosterEntries(
  db: Db,
  ids: readonly RosterEntryId[],
  by: UserId,
): Promise<number> {
  const result = await db
    .updateTable('roster_entries')
    .set({ deleted_at: sql`now()`, deleted_by: by })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
