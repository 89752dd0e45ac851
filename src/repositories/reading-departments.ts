import { sql } from 'kysely';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

export interface ReadingDepartment {
  code: string;
  inForce: boolean;
}

/** Departments with a version in force, or in STAGING, that lists a study of a hospital or asks for a shift there. By code. */
export async function listReadingDepartments(db: Db, hospitalId: HospitalId): Promise<ReadingDepartment[]> {
  const { rows } = await sql<ReadingDepartment>`
    select distinct h.code, v.status = 'PRODUCTION' as "inForce"
    from schedule_versions v join hospitals h on h.id = v.hospital_id
    where v.deleted_at is null and v.status in ('STAGING', 'PRODUCTION') and h.deleted_at is null and (
      exists (select from coverage_rules r where r.schedule_version_id = v.id and r.hospital_id = ${hospitalId})
      or exists (select from shift_instances i where i.schedule_version_id = v.id and i.hospital_id = ${hospitalId})
    )
    order by h.code, "inForce" desc`.execute(db);
  return rows;
}
