import { sql } from 'kysely';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** A department with what decides who may ask it. */
export interface AskableDepartment {
  id: HospitalId;
  code: string;
  name: string;
  /** IANA time zone. */
  timeZone: string;
  /** A version of it is in force, on whatever dates. */
  hasSchedule: boolean;
  /** It has settings or a version, or else is no more than a hospital. */
  ownsSchedule: boolean;
}

/**
 * Departments by code: every one where `hospitalId` is null; else that hospital itself, and those whose version in force
 * lists a study of it or asks for a shift there. One query.
 */
export async function listAskableDepartments(
  db: Db,
  hospitalId: HospitalId | null,
): Promise<AskableDepartment[]> {
  const owns = sql<boolean>`(exists (select from department_settings s where s.hospital_id = h.id)
    or exists (select from schedule_versions v where v.hospital_id = h.id and v.deleted_at is null))`;
  const covers = sql<boolean>`exists (
    select from production_periods p where p.hospital_id = h.id and (
      exists (select from coverage_rules r where r.schedule_version_id = p.schedule_version_id and r.hospital_id = ${hospitalId})
      or exists (select from shift_instances i where i.schedule_version_id = p.schedule_version_id and i.hospital_id = ${hospitalId})
    ))`;
  const wanted = hospitalId === null ? owns : sql<boolean>`(h.id = ${hospitalId} or ${covers})`;
  const { rows } = await sql<AskableDepartment>`
    select h.id, h.code, h.name, h.time_zone as "timeZone", ${owns} as "ownsSchedule",
      exists (select from production_periods p where p.hospital_id = h.id) as "hasSchedule"
    from hospitals h
    where h.deleted_at is null and ${wanted}
    order by h.code`.execute(db);
  return rows;
}
