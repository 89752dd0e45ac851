import { sql } from 'kysely';
import type { HospitalId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Db } from './database.ts';

/** How often the roster of a shift was written: in versions that are or were in force, what was taken away included. */
export type ShiftRevisions = (date: LocalDate, shiftType: ShiftType) => number;

/** Grows with every change by hand and with every promotion of a department, and never goes back. */
export async function countShiftRevisions(db: Db, departmentId: HospitalId): Promise<ShiftRevisions> {
  const rows = await db
    .selectFrom('roster_entries as e')
    .innerJoin('schedule_versions as v', 'v.id', 'e.schedule_version_id')
    .select(['e.schedule_date', 'e.shift_type', sql<number>`count(*)::int`.as('revisions')])
    .where('v.hospital_id', '=', departmentId)
    .where('v.status', '!=', 'STAGING')
    .groupBy(['e.schedule_date', 'e.shift_type'])
    .execute();
  const counts = new Map(rows.map((row) => [row.schedule_date + row.shift_type, row.revisions]));
  return (date, shiftType) => counts.get(date + shiftType) ?? 0;
}
