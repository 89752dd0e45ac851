import type { Hospital } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import type { Person } from '#src/domain/person.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import {
  buildHospitals,
  HOSPITAL_COLUMNS,
  type HospitalDraft,
} from '#src/intake/registry/build-hospitals.ts';
import { buildPeople, PEOPLE_COLUMNS, type PersonDraft } from '#src/intake/registry/build-people.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { addDepartmentMembers, listDepartmentMembers } from '#src/repositories/department-members.ts';
import { listAllHospitals, upsertHospital } from '#src/repositories/hospitals.ts';
import { listAllPersons, upsertPerson } from '#src/repositories/persons.ts';
import { readTable } from '#src/sources/table/read-table.ts';
import { type RecordedChange, recordChanges } from './audit-trail.ts';
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
  /** Makes hospitals of names that nobody knew; answers those that are new. */
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
        const known = new Map(
          (await listAllPersons(trx)).map((person) => [person.email.toLowerCase(), person]),
        );
        const stored = await inSequence(people, (draft) =>
          storePerson(trx, draft, known.get(draft.email) ?? null),
        );
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
      });
    },

    async importHospitals(file, defaultTimeZone, actor) {
      const { hospitals, messages } = buildHospitals(readTable(file.name, file.bytes, HOSPITAL_COLUMNS));
      return storeAll(db, messages, async (trx) => {
        const known = new Map(
          (await listAllHospitals(trx)).map((hospital) => [hospital.code.toLowerCase(), hospital]),
        );
        const stored = await inSequence(hospitals, (draft) =>
          storeHospital(trx, draft, known.get(draft.code.toLowerCase()) ?? null, defaultTimeZone),
        );
        await recordChanges(
          trx,
          actor,
          stored.flatMap(({ change }) => (change ? [change] : [])),
        );
        return stored.map(({ fate }) => fate);
      });
    },

    async createHospitals(codes, timeZone, actor, outer = db) {
      return await inTransaction(outer, async (trx) => {
        const known = new Set((await listAllHospitals(trx)).map((hospital) => hospital.code.toLowerCase()));
        const fresh = [...new Map(codes.map((code) => [code.toLowerCase(), code]))].flatMap(([key, code]) =>
          known.has(key) ? [] : [code],
        );
        return await inSequence(fresh, async (code) => {
          const draft = { id: newId<HospitalId>(), code, name: code, location: null, timeZone };
          const hospital = await upsertHospital(trx, draft);
          await recordChanges(trx, actor, [hospitalChange('HOSPITAL_ADDED', hospital, null)]);
          return hospital;
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

/** Everything in one transaction, or nothing where the file has an ERROR. */
async function storeAll(
  db: Db,
  messages: ValidationMessage[],
  store: (trx: Db) => Promise<Fate[]>,
): Promise<RegistryImport> {
  const validation = toValidationResult(messages);
  const fates = validation.canImport ? await inTransaction(db, store) : [];
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  return { added: count('added'), updated: count('updated'), unchanged: count('unchanged'), validation };
}

async function storePerson(
  trx: Db,
  draft: PersonDraft,
  known: Person | null,
): Promise<{ id: PersonId; fate: Fate; change: RecordedChange | null }> {
  const merged = {
    ...draft,
    email: known?.email ?? draft.email,
    amionId: draft.amionId ?? known?.amionId ?? null,
    active: true,
  };
  if (known && sameValues({ ...known }, { ...merged, id: known.id })) {
    return { id: known.id, fate: 'unchanged', change: null };
  }
  const person = await upsertPerson(trx, { ...merged, id: known?.id ?? newId<PersonId>() });
  const action = known ? 'PERSON_UPDATED' : 'PERSON_ADDED';
  const change = { action, resource: `person:${person.id}`, hospitalId: null, before: known, after: person };
  return { id: person.id, fate: known ? 'updated' : 'added', change };
}

function hospitalChange(action: string, hospital: Hospital, before: Hospital | null): RecordedChange {
  return { action, resource: `hospital:${hospital.id}`, hospitalId: hospital.id, before, after: hospital };
}

async function storeHospital(
  trx: Db,
  draft: HospitalDraft,
  known: Hospital | null,
  defaultTimeZone: string,
): Promise<{ fate: Fate; change: RecordedChange | null }> {
  const timeZone = draft.timeZone ?? known?.timeZone ?? defaultTimeZone;
  const merged = { ...draft, code: known?.code ?? draft.code, timeZone };
  if (known && sameValues({ ...known }, { ...merged, id: known.id }))
    return { fate: 'unchanged', change: null };
  const hospital = await upsertHospital(trx, { ...merged, id: known?.id ?? newId<HospitalId>() });
  const action = known ? 'HOSPITAL_UPDATED' : 'HOSPITAL_ADDED';
  return { fate: known ? 'updated' : 'added', change: hospitalChange(action, hospital, known) };
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
    `There is no person with the email "${email}". See schedcu people list.`,
    { email },
  );
}
