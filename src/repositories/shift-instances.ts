import type { ClockTime } from '#src/domain/clock-time.ts';
import type { ShiftInstance } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, HospitalId, ShiftInstanceId, UserId, VersionId } from '#src/domain/ids.ts';
import { datePart, idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Db } from './database.ts';
import { type HospitalIds, hospitalIdOf } from './hospital-ids.ts';
import { insertRows } from './insert-rows.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';

export interface InstanceOrigin {
  versionId: VersionId;
  /** The import that they come from. */
  batchId: BatchId | null;
  /** Hospital code → id, for every code of the rows. */
  hospitalIds: HospitalIds;
  createdBy: UserId;
}

/**
 * Stores the required shifts of a STAGING version. Instances of one rule group differ in id and date only (what the
 * quick way of loading them rests on); anything else throws BAD_REQUEST. CONFLICT where the version is not STAGING.
 */
export async function insertShiftInstances(
  db: Db,
  origin: InstanceOrigin,
  instances: readonly ShiftInstance[],
): Promise<void> {
  refuseUnevenGroups(instances);
  await insertRows<ShiftInstance>(
    db,
    'shift_instances',
    [
      { name: 'id', type: 'uuid', value: (row) => row.id },
      { name: 'schedule_version_id', type: 'uuid', value: origin.versionId },
      { name: 'shift_type', type: 'text', value: (row) => row.shiftType },
      { name: 'schedule_date', type: 'date', value: (row) => row.date },
      { name: 'start_time', type: 'time', value: (row) => row.start },
      { name: 'end_time', type: 'time', value: (row) => row.end },
      { name: 'hospital_id', type: 'uuid', value: (row) => hospitalIdOf(origin.hospitalIds, row.hospital) },
      { name: 'study_type', type: 'text', value: (row) => row.studyType },
      { name: 'specialty_constraint', type: 'text', value: (row) => row.constraint },
      { name: 'desired_coverage', type: 'int', value: (row) => row.desired },
      { name: 'is_mandatory', type: 'bool', value: (row) => row.mandatory },
      { name: 'rule_group_id', type: 'uuid', value: (row) => row.groupId },
      { name: 'source_sheet', type: 'text', value: (row) => row.sourceSheet },
      { name: 'source_row', type: 'int', value: (row) => row.sourceRow },
      { name: 'scrape_batch_id', type: 'uuid', value: origin.batchId },
      { name: 'created_by', type: 'uuid', value: origin.createdBy },
    ],
    instances,
  );
}

function refuseUnevenGroups(instances: readonly ShiftInstance[]): void {
  const first = new Map<string, ShiftInstance>();
  for (const instance of instances) {
    if (instance.groupId === null) continue;
    const other = first.get(instance.groupId);
    if (!other) {
      first.set(instance.groupId, instance);
    } else if (
      other.shiftType !== instance.shiftType ||
      other.start !== instance.start ||
      other.end !== instance.end ||
      other.hospital !== instance.hospital ||
      other.studyType !== instance.studyType ||
      other.constraint !== instance.constraint ||
      other.desired !== instance.desired ||
      other.mandatory !== instance.mandatory
    ) {
      throw new CodedError(
        'BAD_REQUEST',
        `Shift instances of rule group ${instance.groupId} differ in more than their date (${other.date}, ${instance.date}).`,
      );
    }
  }
}

export interface InstanceFilter {
  versionId: VersionId;
  /** Schedule dates, both included. */
  from?: LocalDate;
  to?: LocalDate;
  shiftType?: ShiftType;
  hospitalId?: HospitalId;
}

/** By date, then in the order in which they were made. */
export async function listShiftInstances(
  db: Db,
  filter: InstanceFilter,
  request: PageRequest = {},
): Promise<Page<ShiftInstance>> {
  const position = pagePosition(request, { name: `shifts of ${filter.versionId}`, key: [datePart, idPart] });
  let query = filtered(db, filter)
    .innerJoin('hospitals as h', 'h.id', 'i.hospital_id')
    .select([
      'i.id',
      'i.schedule_date',
      'i.shift_type',
      'i.start_time',
      'i.end_time',
      'h.code',
      'i.study_type',
      'i.specialty_constraint',
      'i.desired_coverage',
      'i.is_mandatory',
      'i.rule_group_id',
      'i.source_sheet',
      'i.source_row',
    ])
    .orderBy('i.schedule_date')
    .orderBy('i.id')
    .limit(position.limit + 1);
  if (position.after) {
    const [date = '', id = ''] = position.after;
    query = query.where((eb) => eb(eb.refTuple('i.schedule_date', 'i.id'), '>', eb.tuple(date, id)));
  }
  const rows = await query.execute();
  return toPage(rows, position, toShiftInstance, (row) => [row.schedule_date, row.id]);
}

export async function countShiftInstances(db: Db, filter: InstanceFilter): Promise<number> {
  const row = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function filtered(db: Db, filter: InstanceFilter) {
  let query = db.selectFrom('shift_instances as i').where('i.schedule_version_id', '=', filter.versionId);
  if (filter.from) query = query.where('i.schedule_date', '>=', filter.from);
  if (filter.to) query = query.where('i.schedule_date', '<=', filter.to);
  if (filter.shiftType) query = query.where('i.shift_type', '=', filter.shiftType);
  if (filter.hospitalId) query = query.where('i.hospital_id', '=', filter.hospitalId);
  return query;
}

interface InstanceRow {
  id: string;
  schedule_date: string;
  shift_type: ShiftInstance['shiftType'];
  start_time: string;
  end_time: string;
  code: string;
  study_type: ShiftInstance['studyType'];
  specialty_constraint: ShiftInstance['constraint'];
  desired_coverage: number;
  is_mandatory: boolean;
  rule_group_id: string | null;
  source_sheet: string | null;
  source_row: number | null;
}

function toShiftInstance(row: InstanceRow): ShiftInstance {
  return {
    id: row.id as ShiftInstanceId,
    date: row.schedule_date as LocalDate,
    shiftType: row.shift_type,
    start: row.start_time.slice(0, 5) as ClockTime,
    end: row.end_time.slice(0, 5) as ClockTime,
    hospital: row.code,
    studyType: row.study_type,
    constraint: row.specialty_constraint,
    desired: row.desired_coverage,
    mandatory: row.is_mandatory,
    groupId: row.rule_group_id,
    sourceSheet: row.source_sheet,
    sourceRow: row.source_row,
  };
}
