import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** Makes people members of a department; those who are members already stay so. */
export async function addDepartmentMembers(
  db: Db,
  departmentId: HospitalId,
  personIds: readonly PersonId[],
): Promise<void> {
  if (personIds.length === 0) return;
  await db
    .insertInto('department_members')
    .values(personIds.map((id) => ({ hospital_id: departmentId, person_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ids of a department's members, deleted people left out. */
export async function listDepartmentMembers(db: Db, departmentId: HospitalId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('department_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select('m.person_id')
    .where('m.hospital_id', '=', departmentId)
    .where('p.deleted_at', 'is', null)
    .orderBy('m.person_id')
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** The departments of everybody who is a member of one. */
export async function listMemberships(db: Db): Promise<Map<PersonId, Set<HospitalId>>> {
  const rows = await db.selectFrom('department_members').select(['person_id', 'hospital_id']).execute();
  const departments = new Map<PersonId, Set<HospitalId>>();
  for (const row of rows) {
    const id = row.person_id as PersonId;
    departments.set(id, (departments.get(id) ?? new Set()).add(row.hospital_id as HospitalId));
  }
  return departments;
}

/** Ids of the departments that a person belongs to. */
export async function listDepartmentsOfPerson(db: Db, personId: PersonId): Promise<HospitalId[]> {
  const rows = await db
    .selectFrom('department_members as m')
    .innerJoin('hospitals as h', 'h.id', 'm.hospital_id')
    .select('m.hospital_id')
    .where('m.person_id', '=', personId)
    .where('h.deleted_at', 'is', null)
    .orderBy('h.code')
    .execute();
  return rows.map((row) => row.hospital_id as HospitalId);
}
