import { sql } from 'kysely';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { AssignmentSource } from '#src/domain/coverage-facts.ts';
import type { HospitalId, RosterEntryId, UserId, VersionId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';

/** What somebody has entered by hand, as long as it stands (R16). */
export interface HandMadeEntry {
  id: RosterEntryId;
  versionId: VersionId;
  status: VersionStatus;
  date: LocalDate;
  shiftType: ShiftType;
  /** Null: somebody was taken off, and nobody holds it. */
  person: { name: string; email: string } | null;
  /** Null: the whole shift. */
  start: ClockTime | null;
  end: ClockTime | null;
  source: AssignmentSource;
  reason: string | null;
  createdAt: string;
  createdBy: UserId;
  /** Of the person with the user's email, else the email; null for a user who is gone. */
  createdByName: string | null;
  /** Who held the shift, or parts of it, until then. */
  replaced: { person: string | null; start: ClockTime | null; end: ClockTime | null }[];
}

export interface HandMadeFilter {
  hospitalId: HospitalId;
  versionId?: VersionId;
  /** Of the versions. */
  status?: VersionStatus;
  /** Schedule dates, both included. */
  from?: LocalDate;
  to?: LocalDate;
}

/** Live entries of a department's versions that were made by hand, the newest first: two queries. */
export async function listHandMadeEntries(
  db: Db,
  filter: HandMadeFilter,
  request: PageRequest = {},
): Promise<Page<HandMadeEntry>> {
  const position = pagePosition(request, { name: `changes of ${filter.hospitalId}`, key: [idPart] });
  const [after] = position.after ?? [];
  let query = handMade(db)
    .where('v.hospital_id', '=', filter.hospitalId)
    .orderBy('e.id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('e.id', '<', after);
  if (filter.versionId) query = query.where('e.schedule_version_id', '=', filter.versionId);
  if (filter.status) query = query.where('v.status', '=', filter.status);
  if (filter.from) query = query.where('e.schedule_date', '>=', filter.from);
  if (filter.to) query = query.where('e.schedule_date', '<=', filter.to);
  const page = toPage(await query.execute(), position, toEntry, (row) => [row.id]);
  const replaced = await listReplaced(
    db,
    page.items.map(({ id }) => id),
  );
  return {
    ...page,
    items: page.items.map((entry) => ({ ...entry, replaced: replaced.get(entry.id) ?? [] })),
  };
}

/** What went in the transaction that brought an entry, of the same shift. */
async function listReplaced(
  db: Db,
  ids: readonly RosterEntryId[],
): Promise<Map<RosterEntryId, HandMadeEntry['replaced']>> {
  const { rows } = await sql<{ id: RosterEntryId } & HandMadeEntry['replaced'][number]>`
    select e.id, p.name as person, left(r.start_time::text, 5) as start, left(r.end_time::text, 5) as "end"
    from roster_entries e
    join roster_entries r on r.schedule_version_id = e.schedule_version_id and r.deleted_at = e.created_at
      and r.schedule_date = e.schedule_date and r.shift_type = e.shift_type
    left join persons p on p.id = r.person_id
    where e.id = any(${ids}::uuid[])
    order by r.id`.execute(db);
  const groups = Map.groupBy(rows, ({ id }) => id);
  return new Map([...groups].map(([id, found]) => [id, found.map(({ id: _, ...held }) => held)]));
}

const handMade = (db: Db) =>
  db
    .selectFrom('roster_entries as e')
    .innerJoin('schedule_versions as v', 'v.id', 'e.schedule_version_id')
    .leftJoin('persons as p', 'p.id', 'e.person_id')
    .leftJoin('users as u', 'u.id', 'e.created_by')
    .leftJoin('persons as who', 'who.email', 'u.email')
    .select([
      'e.id',
      'e.schedule_version_id',
      'v.status',
      'e.schedule_date',
      'e.shift_type',
      'e.source',
      'e.reason',
    ])
    .select(['e.created_at', 'e.created_by', 'p.name', 'p.email'])
    .select(({ fn }) => fn.coalesce('who.name', 'u.email').as('created_by_name'))
    .select([
      sql<string | null>`left(e.start_time::text, 5)`.as('start'),
      sql<string | null>`left(e.end_time::text, 5)`.as('end'),
    ])
    .where('e.source', '!=', 'AMION')
    .where('e.deleted_at', 'is', null)
    .where('v.deleted_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof handMade>['execute']>>[number];

function toEntry(row: Row): Omit<HandMadeEntry, 'replaced'> {
  return {
    id: row.id as RosterEntryId,
    versionId: row.schedule_version_id as VersionId,
    status: row.status,
    date: row.schedule_date as LocalDate,
    shiftType: row.shift_type,
    person: row.name !== null && row.email !== null ? { name: row.name, email: row.email } : null,
    start: row.start as ClockTime | null,
    end: row.end as ClockTime | null,
    source: row.source,
    reason: row.reason,
    createdAt: row.created_at,
    createdBy: row.created_by as UserId,
    createdByName: row.created_by_name,
  };
}
