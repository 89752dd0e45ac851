import { sql } from 'kysely';
import type { AssignmentSource } from '#src/domain/coverage-facts.ts';
import type { ShiftInstanceId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

export interface AssignedPerson {
  name: string;
  email: string;
  source: AssignmentSource;
}

/** Who has a live assignment on each of these shift instances, by name. */
export async function listAssignedPeople(
  db: Db,
  instanceIds: readonly ShiftInstanceId[],
): Promise<Map<ShiftInstanceId, AssignedPerson[]>> {
  const rows = await db
    .selectFrom('assignments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['a.shift_instance_id', 'p.name', 'p.email', 'a.source'])
    .where('a.shift_instance_id', '=', sql<string>`any(${instanceIds}::uuid[])`)
    .where('a.deleted_at', 'is', null)
    .orderBy('p.name')
    .execute();
  const people = new Map<ShiftInstanceId, AssignedPerson[]>();
  for (const { shift_instance_id, ...person } of rows) {
    const id = shift_instance_id as ShiftInstanceId;
    people.set(id, [...(people.get(id) ?? []), person]);
  }
  return people;
}
