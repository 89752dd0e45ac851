import { sql } from 'kysely';
import type { Assignment } from '#src/domain/assignment.ts';
import type {
  AssignmentId,
  PersonId,
  RosterEntryId,
  ShiftInstanceId,
  UserId,
  VersionId,
} from '#src/domain/ids.ts';
import { datePart, idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Db } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';

/** Stores assignments. CONFLICT where one of the people is on the instance already. */
export async function insertAssignments(
  db: Db,
  assignments: readonly Assignment[],
  createdBy: UserId,
): Promise<void> {
  await insertRows<Assignment>(
    db,
    'assignments',
    [
      { name: 'id', type: 'uuid', value: (row) => row.id },
      { name: 'person_id', type: 'uuid', value: (row) => row.personId },
      { name: 'shift_instance_id', type: 'uuid', value: (row) => row.instanceId },
      { name: 'schedule_date', type: 'date', value: (row) => row.date },
      { name: 'original_shift_type', type: 'text', value: (row) => row.originalShiftType },
      { name: 'source', type: 'text', value: (row) => row.source },
      { name: 'roster_entry_id', type: 'uuid', value: (row) => row.entryId },
      { name: 'created_by', type: 'uuid', value: createdBy },
    ],
    assignments,
  );
}

/** The live assignments of a version by date (both included; all without a span). */
export async function listAssignments(
  db: Db,
  versionId: VersionId,
  span?: { from: LocalDate; to: LocalDate },
): Promise<Assignment[]> {
  let query = liveAssignments(db)
    .innerJoin('shift_instances as i', 'i.id', 'a.shift_instance_id')
    .where('i.schedule_version_id', '=', versionId)
    .orderBy('a.schedule_date')
    .orderBy('a.id');
  if (span) query = query.where('i.schedule_date', '>=', span.from).where('i.schedule_date', '<=', span.to);
  return (await query.execute()).map(toAssignment);
}

/** A person's live assignments in the versions in force and the earlier ones, by date. */
export async function listAssignmentsOfPerson(
  db: Db,
  personId: PersonId,
  filter: { from?: LocalDate; to?: LocalDate; versionId?: VersionId } = {},
  request: PageRequest = {},
): Promise<Page<Assignment>> {
  const position = pagePosition(request, { name: `assignments of ${personId}`, key: [datePart, idPart] });
  let query = liveAssignments(db)
    .innerJoin('shift_instances as i', 'i.id', 'a.shift_instance_id')
    .innerJoin('schedule_versions as v', 'v.id', 'i.schedule_version_id')
    .where('a.person_id', '=', personId)
    .where('v.deleted_at', 'is', null)
    .orderBy('a.schedule_date')
    .orderBy('a.id')
    .limit(position.limit + 1);
  if (filter.from) query = query.where('a.schedule_date', '>=', filter.from);
  if (filter.to) query = query.where('a.schedule_date', '<=', filter.to);
  if (filter.versionId) query = query.where('i.schedule_version_id', '=', filter.versionId);
  if (position.after) {
    const [date = '', id = ''] = position.after;
    query = query.where((eb) => eb(eb.refTuple('a.schedule_date', 'a.id'), '>', eb.tuple(date, id)));
  }
  return toPage(await query.execute(), position, toAssignment, (row) => [row.schedule_date, row.id]);
}

/** Takes away the assignments that follow from roster entries; answers how many were still there. */
export async function softDeleteAssignmentsOf(
  db: Db,
  entryIds: readonly RosterEntryId[],
  by: UserId,
): Promise<number> {
  const result = await db
    .updateTable('assignments')
    .set({ deleted_at: sql`now()`, deleted_by: by })
    .where('roster_entry_id', '=', sql<string>`any(${entryIds}::uuid[])`)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const liveAssignments = (db: Db) =>
  db
    .selectFrom('assignments as a')
    .select([
      'a.id',
      'a.person_id',
      'a.shift_instance_id',
      'a.schedule_date',
      'a.original_shift_type',
      'a.source',
      'a.roster_entry_id',
    ])
    .where('a.deleted_at', 'is', null);

type AssignmentRow = Awaited<ReturnType<ReturnType<typeof liveAssignments>['execute']>>[number];

function toAssignment(row: AssignmentRow): Assignment {
  return {
    id: row.id as AssignmentId,
    personId: row.person_id as PersonId,
    instanceId: row.shift_instance_id as ShiftInstanceId,
    date: row.schedule_date as LocalDate,
    originalShiftType: row.original_shift_type,
    source: row.source,
    entryId: row.roster_entry_id as RosterEntryId | null,
  };
}
