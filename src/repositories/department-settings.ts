import { sql } from 'kysely';
import type { ClockTime } from '#src/domain/clock-time.ts';
import {
  DEFAULT_PULL_MINUTES,
  DEFAULT_ROLLOVER,
  type Department,
  type ShiftMapping,
} from '#src/domain/department.ts';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Db } from './database.ts';
import { toHospital } from './hospitals.ts';
import { insertRows } from './insert-rows.ts';

/** A department with its settings and mapping, in one query; defaults stand where none were saved. */
export async function getDepartment(db: Db, id: HospitalId): Promise<Department> {
  const row = await departments(db).where('h.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('department', id);
  return toDepartment(row);
}

/** By the code as it is, else without regard to case. */
export async function findDepartmentByCode(db: Db, code: string): Promise<Department | null> {
  const row = await departments(db)
    .where((eb) =>
      eb.or([eb('h.code', '=', code), eb(eb.fn<string>('lower', ['h.code']), '=', code.toLowerCase())]),
    )
    .orderBy((eb) => eb('h.code', '=', code), 'desc')
    .orderBy('h.code')
    .limit(1)
    .executeTakeFirst();
  return row ? toDepartment(row) : null;
}

/** Hospitals that own a schedule: they have settings or a version. By code. */
export async function listDepartments(db: Db): Promise<Department[]> {
  const rows = await ownersOfSchedules(db).orderBy('h.code').execute();
  return rows.map(toDepartment);
}

/** Whether a hospital owns a schedule. */
export async function isDepartment(db: Db, id: HospitalId): Promise<boolean> {
  return (await ownersOfSchedules(db).where('h.id', '=', id).executeTakeFirst()) !== undefined;
}

const ownersOfSchedules = (db: Db) =>
  departments(db).where((eb) =>
    eb.or([
      eb('s.hospital_id', 'is not', null),
      eb.exists(
        eb
          .selectFrom('schedule_versions as v')
          .select('v.id')
          .whereRef('v.hospital_id', '=', 'h.id')
          .where('v.deleted_at', 'is', null),
      ),
    ]),
  );

export interface DepartmentSettings {
  /** IANA time zone. */
  timeZone?: string;
  rolloverHour?: ClockTime;
  holidays?: readonly LocalDate[];
  amionBaseUrl?: string | null;
  /** The login as the service has encrypted it; null removes it. */
  amionLogin?: Buffer | null;
  amionPullMinutes?: number;
}

/** Saves the settings given and leaves the others as they are. Two statements: call it within a transaction. */
export async function saveDepartmentSettings(
  db: Db,
  id: HospitalId,
  settings: DepartmentSettings,
  by: UserId,
): Promise<void> {
  if (settings.timeZone !== undefined) {
    await db
      .updateTable('hospitals')
      .set({ time_zone: settings.timeZone, updated_at: sql`now()` })
      .where('id', '=', id)
      .execute();
  }
  const values = {
    ...(settings.rolloverHour !== undefined && { rollover_hour: settings.rolloverHour }),
    ...(settings.holidays !== undefined && { holidays: [...new Set(settings.holidays)].sort() }),
    ...(settings.amionBaseUrl !== undefined && { amion_base_url: settings.amionBaseUrl }),
    ...(settings.amionLogin !== undefined && { amion_login_encrypted: settings.amionLogin }),
    ...(settings.amionPullMinutes !== undefined && { amion_pull_minutes: settings.amionPullMinutes }),
    updated_by: by,
  };
  await db
    .insertInto('department_settings')
    .values({ hospital_id: id, ...values })
    .onConflict((conflict) =>
      conflict.column('hospital_id').doUpdateSet({ ...values, updated_at: sql`now()` }),
    )
    .execute();
}

/** The encrypted login, or null where none is set. */
export async function findAmionLogin(db: Db, id: HospitalId): Promise<Buffer | null> {
  const row = await db
    .selectFrom('department_settings')
    .select('amion_login_encrypted')
    .where('hospital_id', '=', id)
    .executeTakeFirst();
  return row?.amion_login_encrypted ?? null;
}

/** Puts a new mapping in the place of the old one. Two statements: call it within a transaction. */
export async function replaceShiftMapping(
  db: Db,
  id: HospitalId,
  mapping: readonly ShiftMapping[],
): Promise<void> {
  await db.deleteFrom('shift_mappings').where('hospital_id', '=', id).execute();
  await insertRows<ShiftMapping>(
    db,
    'shift_mappings',
    [
      { name: 'hospital_id', type: 'uuid', value: id },
      { name: 'assignment', type: 'text', value: (row) => row.assignment },
      { name: 'shift_type', type: 'text', value: (row) => row.shiftType },
    ],
    mapping,
  );
}

function departments(db: Db) {
  return db
    .selectFrom('hospitals as h')
    .leftJoin('department_settings as s', 's.hospital_id', 'h.id')
    .where('h.deleted_at', 'is', null)
    .select(['h.id', 'h.code', 'h.name', 'h.location', 'h.time_zone'])
    .select(['s.rollover_hour', 's.holidays', 's.amion_base_url', 's.amion_pull_minutes'])
    .select((eb) => [
      eb('s.amion_login_encrypted', 'is not', null).as('has_login'),
      sql<
        ShiftMapping[]
      >`(select coalesce(json_agg(json_build_object('assignment', m.assignment, 'shiftType', m.shift_type)
        order by m.assignment), '[]') from shift_mappings m where m.hospital_id = h.id)`.as('mapping'),
    ]);
}

type DepartmentRow = Awaited<ReturnType<ReturnType<typeof departments>['execute']>>[number];

function toDepartment(row: DepartmentRow): Department {
  return {
    ...toHospital(row),
    rolloverHour: (row.rollover_hour?.slice(0, 5) as ClockTime | undefined) ?? DEFAULT_ROLLOVER,
    holidays: (row.holidays ?? []) as LocalDate[],
    mapping: row.mapping,
    amionBaseUrl: row.amion_base_url,
    hasAmionLogin: Boolean(row.has_login),
    amionPullMinutes: row.amion_pull_minutes ?? DEFAULT_PULL_MINUTES,
  };
}
