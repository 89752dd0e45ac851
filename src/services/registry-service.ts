import type { Hospital } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import type { Person } from '#src/domain/person.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { amionIdHolders } from '#src/intake/registry/amion-id-holders.ts';
import {
  buildHospitals,
  HOSPITAL_COLUMNS,
  type HospitalDraft,
} from '#src/intake/registry/build-hospitals.ts';
import { buildPeople, PEOPLE_COLUMNS } from '#src/intake/registry/build-people.ts';
import { findTakenAmionIds, type PlannedPerson, planPeople } from '#src/intake/registry/plan-people.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  addDepartmentMembers,
  listDepartmentMembers,
  listMemberships,
} from '#src/repositories/department-members.ts';
import { listAllHospitals, upsertHospital } from '#src/repositories/hospitals.ts';
import { listAllPersons, lockAmionIds, upsertPerson } from '#src/repositories/persons.ts';
import { readTable } from '#src/sources/table/read-table.ts';
import { type RecordedChange, recordChanges } from './audit-trail.ts';
import { requireHospitalCode } from './hospital-service.ts';
import { inSequence } from './in-sequence.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

/** What an import of people or hospitals came to; with an ERROR nothing is stored. */
export interface RegistryImport {
  added: number;
  updated: number;
  unchanged: number;
  validation: ValidationResult;
}

/** People and hospitals: the two registries that a schedule's names resolve to. */
export interface RegistryService {
  /** Stores by email; the people become members of the department where one is given. */
  importPeople(file: GivenFile, departmentId: HospitalId | null, actor: Actor): Promise<RegistryImport>;
  /** Stores by code. A new hospital without a zone takes `defaultTimeZone`. */
  importHospitals(file: GivenFile, defaultTimeZone: string, actor: Actor): Promise<RegistryImport>;
  /** Makes hospitals of names that nobody knew, and brings disabled ones back; answers these. BAD_REQUEST for what is no code. */
  createHospitals(codes: readonly string[], timeZone: string, actor: Actor, db?: Db): Promise<Hospital[]>;
  listPeople(departmentId: HospitalId | null): Promise<Person[]>;
  listHospitals(): Promise<Hospital[]>;
}

type Fate = 'added' | 'updated' | 'unchanged';

export function registryService(context: ServiceContext): RegistryService {
  const { db } = context.database;

  return {
    async importPeople(file, departmentId, actor) {
      const { people, messages } = buildPeople(readTable(file.name, file.bytes, PEOPLE_COLUMNS));
      return storeAll(db, messages, async (trx) => {
        await lockAmionIds(trx);
        const known = await listAllPersons(trx);
        const departments = await listMemberships(trx);
        const planned = planPeople(people, known, newId<PersonId>);
        for (const { person } of departmentId ? planned : []) {
          departments.set(person.id, new Set(departments.get(person.id)).add(departmentId as HospitalId));
        }
        const holders = amionIdHolders((id) => departments.get(id));
        return {
          messages: findTakenAmionIds(file.name, planned, known, holders),
          async store() {
            const stored = await inSequence(planned, (one) => storePerson(trx, one));
            await recordChanges(
              trx,
              actor,
              stored.flatMap(({ change }) => (change ? [change] : [])),
            );
            if (departmentId)
              await addMembers(
                trx,
                departmentId,
                stored.map(({ id }, i) => ({ id, email: people[i]?.email ?? id })),
                actor,
              );
            return stored.map(({ fate }) => fate);
          },
        };
      });
    },

    async importHospitals(file, defaultTimeZone, actor) {
      const { hospitals, messages } = buildHospitals(readTable(file.name, file.bytes, HOSPITAL_COLUMNS));
      return storeAll(db, messages, async (trx) => ({
        messages: [],
        async store() {
          const known = await knownHospitals(trx);
          const stored = await inSequence(hospitals, (draft) =>
            storeHospital(trx, draft, known.get(draft.code.toLowerCase()) ?? null, defaultTimeZone),
          );
          await recordChanges(
            trx,
            actor,
            stored.flatMap(({ change }) => (change ? [change] : [])),
          );
          return stored.map(({ fate }) => fate);
        },
      }));
    },

    async createHospitals(codes, timeZone, actor, outer = db) {
      return await inTransaction(outer, async (trx) => {
        const known = await knownHospitals(trx);
        const given = new Map(codes.map((code) => [code.toLowerCase(), requireHospitalCode(code)]));
        const fresh = [...given].filter(([key]) => !known.get(key)?.active);
        return await inSequence(fresh, async ([key, code]) => {
          const stored = await storeHospital(trx, { code }, known.get(key) ?? null, timeZone);
          if (stored.change) await recordChanges(trx, actor, [stored.change]);
          return stored.hospital;
        });
      });
    },

    listPeople: (departmentId) => listAllPersons(db, departmentId ? { departmentId } : {}),
    listHospitals: () => listAllHospitals(db),
  };
}

async function addMembers(
  trx: Db,
  departmentId: HospitalId,
  people: readonly { id: PersonId; email: string }[],
  actor: Actor,
): Promise<void> {
  const members = new Set(await listDepartmentMembers(trx, departmentId));
  const fresh = people.filter(({ id }) => !members.has(id));
  if (fresh.length === 0) return;
  await addDepartmentMembers(
    trx,
    departmentId,
    fresh.map(({ id }) => id),
  );
  const after = { people: fresh.map(({ email }) => email) };
  await recordChanges(trx, actor, [
    { action: 'MEMBERS_ADDED', resource: `department:${departmentId}`, hospitalId: departmentId, after },
  ]);
}

/** What is still to be said of a file, beside what stands in the database, and how it is stored. */
interface Prepared {
  messages: ValidationMessage[];
  store(): Promise<Fate[]>;
}

/** Everything in one transaction, or nothing where the file has an ERROR. */
async function storeAll(
  db: Db,
  found: ValidationMessage[],
  prepare: (trx: Db) => Promise<Prepared>,
): Promise<RegistryImport> {
  return await inTransaction(db, async (trx) => {
    const { messages, store } = await prepare(trx);
    const validation = toValidationResult([...found, ...messages]);
    const fates = validation.canImport ? await store() : [];
    const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
    return { added: count('added'), updated: count('updated'), unchanged: count('unchanged'), validation };
  });
}

async function storePerson(
  trx: Db,
  { known, person: planned }: PlannedPerson,
): Promise<{ id: PersonId; fate: Fate; change: RecordedChange | null }> {
  if (known && sameValues({ ...known }, { ...planned })) {
    return { id: known.id, fate: 'unchanged', change: null };
  }
  const person = await upsertPerson(trx, planned);
  const action = known ? 'PERSON_UPDATED' : 'PERSON_ADDED';
  const change = { action, resource: `person:${person.id}`, hospitalId: null, before: known, after: person };
  return { id: person.id, fate: known ? 'updated' : 'added', change };
}

interface KnownHospital {
  hospital: Hospital;
  /** False: disabled; whatever names it brings it back. */
  active: boolean;
}

/** By the code in lower case. */
async function knownHospitals(trx: Db): Promise<Map<string, KnownHospital>> {
  const disabled = await listAllHospitals(trx, { active: false });
  const there = await listAllHospitals(trx);
  const entry = (active: boolean) => (hospital: Hospital) =>
    [hospital.code.toLowerCase(), { hospital, active }] as const;
  return new Map([...disabled.map(entry(false)), ...there.map(entry(true))]);
}

/** What the draft does not say stays, of one that is disabled too. */
async function storeHospital(
  trx: Db,
  draft: HospitalDraft,
  known: KnownHospital | null,
  timeZone: string,
): Promise<{ fate: Fate; hospital: Hospital; change: RecordedChange | null }> {
  const start = { id: newId<HospitalId>(), name: draft.code, location: null, timeZone };
  const merged = { ...start, ...known?.hospital, ...draft, code: known?.hospital.code ?? draft.code };
  if (known?.active && sameValues({ ...known.hospital }, merged)) {
    return { fate: 'unchanged', hospital: known.hospital, change: null };
  }
  const hospital = await upsertHospital(trx, merged);
  const change = {
    ...{ action: known ? 'HOSPITAL_UPDATED' : 'HOSPITAL_ADDED', resource: `hospital:${hospital.id}` },
    hospitalId: hospital.id,
    before: known && (known.active ? known.hospital : { ...known.hospital, active: false }),
    after: known && !known.active ? { ...hospital, active: true } : hospital,
  };
  return { fate: known ? 'updated' : 'added', hospital, change };
}

function sameValues(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** The person of an email, or BAD_REQUEST with the nearest of the department. */
export function findByEmail(people: readonly Person[], email: string): Person {
  const wanted = email.trim().toLowerCase();
  const found = people.find((person) => person.email.toLowerCase() === wanted);
  if (found) return found;
  throw new CodedError(
    'BAD_REQUEST',
    `There is no person with the email "${email}". See the list of people.`,
    { email },
  );
}
