import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import type { Person } from '#src/domain/person.ts';
import type { Actor } from '#src/domain/user.ts';
import { amionIdHolders } from '#src/intake/registry/amion-id-holders.ts';
import { parseEmail } from '#src/intake/registry/build-people.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  addDepartmentMembers,
  listDepartmentsOfPerson,
  listMemberships,
} from '#src/repositories/department-members.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import {
  findPersonByEmail,
  getPerson,
  insertPerson,
  listAllPersons,
  listPersons,
  lockAmionIds,
  type PersonFilter,
  updatePerson,
} from '#src/repositories/persons.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';

export type NewPerson = Omit<Person, 'id' | 'active'>;
export type PersonChange = Partial<Omit<Person, 'id'>>;

/** One person at a time; files of them are the registry's. */
export interface PeopleService {
  /** By name. */
  list(filter: PersonFilter, page: PageRequest): Promise<Page<Person>>;
  get(id: PersonId): Promise<Person>;
  /** Departments that the person is a member of. */
  departmentsOf(id: PersonId): Promise<HospitalId[]>;
  /** A new person, member of the department where one is given. CONFLICT where the email or the Amion id is taken. */
  create(person: NewPerson, departmentId: HospitalId | null, actor: Actor): Promise<Person>;
  /** What is left out stays; disabling somebody is `active: false`. A corrected specialty changes every answer at once (R3). CONFLICT where the email or the Amion id is taken. */
  update(id: PersonId, change: PersonChange, actor: Actor): Promise<Person>;
}

export function peopleService(context: ServiceContext): PeopleService {
  const { db } = context.database;
  return {
    list: (filter, page) => listPersons(db, filter, page),
    get: (id) => getPerson(db, id),
    departmentsOf: (id) => listDepartmentsOfPerson(db, id),

    async create(draft, departmentId, actor) {
      const person: Person = {
        ...draft,
        ...reachOf(draft),
        email: requireEmail(draft.email),
        id: newId<PersonId>(),
        active: true,
      };
      return await inTransaction(db, async (trx) => {
        if (await findPersonByEmail(trx, person.email)) {
          const says = `A person with the email ${person.email} exists already. A people file makes known people members of a department.`;
          throw new CodedError('CONFLICT', says, { field: 'email' });
        }
        await requireOwnAmionId(trx, person, departmentId);
        await insertPerson(trx, person);
        if (departmentId) await addDepartmentMembers(trx, departmentId, [person.id]);
        const change = { action: 'PERSON_ADDED', resource: `person:${person.id}`, hospitalId: departmentId };
        await recordChanges(trx, actor, [{ ...change, after: person }]);
        return person;
      });
    },

    async update(id, change, actor) {
      return await inTransaction(db, async (trx) => {
        const before = await getPerson(trx, id);
        const email = change.email === undefined ? before.email : requireEmail(change.email);
        const after = { ...before, ...change, ...reachOf(change), email };
        // Whoever shares an id since before is corrected one thing at a time.
        if (after.amionId !== before.amionId || after.active !== before.active)
          await requireOwnAmionId(trx, after, null);
        await updatePerson(trx, after);
        await recordChanges(trx, actor, [
          { action: 'PERSON_UPDATED', resource: `person:${id}`, hospitalId: null, before, after },
        ]);
        return after;
      });
    },
  };
}

/** CONFLICT where a roster could mean somebody else by the Amion id too (R12). `departmentId`: joined along with it. */
async function requireOwnAmionId(trx: Db, person: Person, departmentId: HospitalId | null): Promise<void> {
  if (!person.active || person.amionId === null) return;
  await lockAmionIds(trx);
  const departments = await listMemberships(trx);
  if (departmentId) departments.set(person.id, new Set([departmentId]));
  const holders = amionIdHolders((id) => departments.get(id));
  for (const known of await listAllPersons(trx)) holders.add(known);
  const other = holders.findOther(person);
  if (!other) return;
  const says = `${other.name} has the Amion id "${person.amionId}" already: a roster could mean either. Correct one of them.`;
  throw new CodedError('CONFLICT', says, { field: 'amionId' });
}

/** An empty id or number is none. */
function reachOf(given: Partial<Pick<Person, 'amionId' | 'phone' | 'pager'>>): Partial<Person> {
  return {
    ...(given.amionId !== undefined && { amionId: given.amionId?.trim() || null }),
    ...(given.phone !== undefined && { phone: given.phone?.trim() || null }),
    ...(given.pager !== undefined && { pager: given.pager?.trim() || null }),
  };
}

function requireEmail(text: string): string {
  const email = parseEmail(text);
  if (email) return email;
  throw new CodedError(
    'BAD_REQUEST',
    `"${text}" is no email address. Write the person's own, it tells people apart.`,
    { field: 'email' },
  );
}
