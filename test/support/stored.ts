import type { Hospital } from '#src/domain/department.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Person } from '#src/domain/person.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { Db } from '#src/repositories/database.ts';
import { insertHospital } from '#src/repositories/hospitals.ts';
import { insertPerson } from '#src/repositories/persons.ts';
import { insertVersion, type NewVersion } from '#src/repositories/schedule-versions.ts';
import { insertBatch, type NewBatch } from '#src/repositories/scrape-batches.ts';
import { aBatch, aHospital, aPerson, aVersion } from './builders.ts';

/** Builders that also store what they build. */
export async function storedHospital(db: Db, over: Partial<Hospital> = {}): Promise<Hospital> {
  const hospital = aHospital(over);
  await insertHospital(db, hospital);
  return hospital;
}

export async function storedPerson(db: Db, over: Partial<Person> = {}): Promise<Person> {
  const person = aPerson(over);
  await insertPerson(db, person);
  return person;
}

export async function storedVersion(
  db: Db,
  hospitalId: HospitalId,
  over: Partial<NewVersion> = {},
): Promise<ScheduleVersion> {
  return await insertVersion(db, aVersion(hospitalId, over));
}

export async function storedBatch(
  db: Db,
  hospitalId: HospitalId,
  over: Partial<NewBatch> = {},
): Promise<NewBatch> {
  const batch = aBatch(hospitalId, over);
  await insertBatch(db, batch);
  return batch;
}
