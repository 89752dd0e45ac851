import { sql } from 'kysely';
import type { Reader, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { HospitalId, PersonId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import type { Db } from './database.ts';
import { FIELD_END, RECORD_END, toInstances } from './instance-rows.ts';
import { type ScheduleRow, toEntries, toHead, toPeople, toRules } from './schedule-rows.ts';

/** A version's schedule as it stands in the database; coverage also needs the people of it (`loadReaders`). */
export interface LoadedSchedule {
  version: { id: VersionId; hospitalId: HospitalId; status: VersionStatus; from: LocalDate; to: LocalDate };
  /** Code of the department. */
  department: string;
  facts: Omit<ScheduleFacts, 'readers'>;
  /** Everybody with a live assignment or roster entry, each once. */
  personIds: PersonId[];
}

/**
 * Everything that coverage is computed from except the people, for schedule dates `from` to `to` (both included), in one
 * query. Instances and entries come in no particular order, rules in the order of the workbook. NOT_FOUND.
 *
 * A year has 17,000 instances: those of a rule group differ in id and date only, so each group is one row with its ids,
 * days and assigned persons as lists. That is quicker than a row for each instance, though it brings more.
 */
export async function loadSchedule(
  db: Db,
  versionId: VersionId,
  from: LocalDate,
  to: LocalDate,
): Promise<LoadedSchedule> {
  const { rows } = await sql<ScheduleRow>`
    with people as materialized (select p.id, row_number() over (order by p.id) as number from persons p)
    select 'version' as section,
      json_build_array(v.id, v.hospital_id, v.status, v.effective_start_date, v.effective_end_date, h.code, h.time_zone,
        left(s.rollover_hour::text, 5), s.holidays, b.source, b.file,
        (select json_object_agg(h.id, h.code) from hospitals h))::text as head,
      null as ids, null as days, null as persons
    from schedule_versions v
    join hospitals h on h.id = v.hospital_id
    left join department_settings s on s.hospital_id = v.hospital_id
    left join lateral (
      select b.source, coalesce(f.file_name, b.source_name) as file
      from scrape_batches b
      left join scrape_batch_files f on f.scrape_batch_id = b.id and f.place = 0
      where (b.id = v.scrape_batch_id or b.schedule_version_id = v.id and b.state = 'COMPLETE')
        and b.source in ('MATRIX', 'LIST') and b.deleted_at is null
      order by b.id = v.scrape_batch_id desc, b.id desc
      limit 1
    ) b on true
    where v.id = ${versionId} and v.deleted_at is null
    union all
    select 'people', null, string_agg(p.id::text, ',' order by p.number), null, null
    from people p
    union all
    select 'rules',
      json_agg(json_build_array(r.id, r.rule_group_id, r.sheet, r.sheet_index, r.cell, r.category, r.day_type, r.scenario,
        left(r.start_time::text, 5), left(r.end_time::text, 5), r.hospital_id, r.study, r.label, r.study_type, r.position)
        order by r.sheet_index, r.id)::text,
      null, null, null
    from coverage_rules r
    where r.schedule_version_id = ${versionId}
    union all
    select 'instances', coalesce(g.shapes, ${shapeOf('i')}), g.ids, g.days, g.persons
    from (
      select string_agg(i.id::text, ',') as ids,
        string_agg((i.schedule_date - ${from}::date)::text, ',') as days,
        string_agg(coalesce(p.number, 0)::text, ',') as persons,
        string_agg(${shapeOf('i')}, ${RECORD_END}) filter (where i.rule_group_id is null) as shapes
      from shift_instances i
      left join assignments a on a.shift_instance_id = i.id and a.deleted_at is null
      left join people p on p.id = a.person_id
      where i.schedule_version_id = ${versionId} and i.schedule_date between ${from} and ${to}
      group by i.rule_group_id
    ) g
    join shift_instances i on i.id = left(g.ids, 36)::uuid
    union all
    select 'entries',
      json_build_array(json_agg(e.report), json_agg(e.line), json_agg(e.source_text), json_agg(e.reason),
        string_agg(e.shift_type, ','), string_agg(e.source, ','),
        string_agg(coalesce(left(e.start_time::text, 5), ''), ','),
        string_agg(coalesce(left(e.end_time::text, 5), ''), ','))::text,
      string_agg(e.id::text, ','), string_agg((e.schedule_date - ${from}::date)::text, ','),
      string_agg(coalesce(p.number, 0)::text, ',')
    from roster_entries e
    left join people p on p.id = e.person_id
    where e.schedule_version_id = ${versionId} and e.schedule_date between ${from} and ${to} and e.deleted_at is null`.execute(
    db,
  );
  return assemble(rows, versionId, from, to);
}

/** What instances of a rule group have in common, as text; each row of a flat list has one of its own. */
function shapeOf(table: string) {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`concat_ws(${FIELD_END}, ${of('shift_type')}, left(${of('start_time')}::text, 5), left(${of('end_time')}::text, 5),
    ${of('hospital_id')}, ${of('study_type')}, ${of('specialty_constraint')}, ${of('desired_coverage')}, ${of('is_mandatory')},
    coalesce(${of('rule_group_id')}::text, ''), coalesce(${of('source_row')}::text, ''), coalesce(${of('source_sheet')}, ''))`;
}

function assemble(
  rows: readonly ScheduleRow[],
  versionId: VersionId,
  from: LocalDate,
  to: LocalDate,
): LoadedSchedule {
  const head = rows.find((row) => row.section === 'version');
  if (!head) throw notFound('schedule version', versionId);
  const { version, department, hospitals, settings, source, file } = toHead(head);
  const people = toPeople(rows);
  const rules = toRules(rows, hospitals);
  const { instances, assigned, personIds } = toInstances(rows, { first: from, hospitals, people });
  const entries = toEntries(rows, { first: from, people });
  for (const { personId } of entries) if (personId) personIds.add(personId);
  return {
    version,
    department,
    facts: {
      ...settings,
      from,
      to,
      layout: source === 'LIST' || (source === null && rules.length === 0) ? 'list' : 'matrix',
      file,
      rules,
      instances,
      assigned,
      entries,
    },
    personIds: [...personIds],
  };
}

/**
 * What coverage needs to know of people, in one query. People who were deleted since are among them: who was on call
 * stays known.
 */
export async function loadReaders(db: Db, personIds: readonly PersonId[]): Promise<Map<PersonId, Reader>> {
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'specialty', 'phone', 'pager'])
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id as PersonId, { ...row, id: row.id as PersonId }]));
}
