import { sql } from 'kysely';
import type { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, PersonId } from '#src/domain/ids.ts';
import { idPart, textPart } from '#src/domain/list-cursor.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Person } from '#src/domain/person.ts';
import type { Specialty } from '#src/domain/specialty.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { containsPattern } from './text-search.ts';

const columns = [
  'p.id',
  'p.email',
  'p.name',
  'p.specialty',
  'p.active',
  'p.aliases',
  'p.amion_id',
  'p.phone',
  'p.pager',
] as const;

/** CONFLICT where the email is taken, also by a deleted person. */
export async function insertPerson(db: Db, person: Person): Promise<void> {
  await db.insertInto('persons').values(toRow(person)).execute();
}

export async function updatePerson(db: Db, person: Person): Promise<void> {
  const { id, ...values } = toRow(person);
  const result = await db
    .updateTable('persons')
    .set({ ...values, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownPerson(id);
}

/**
 * Stores a person under their email (without regard to case): a new one with the given id, or the one that exists
 * (deleted ones come back), who keeps the id and the email's spelling. Answers the person as now stored.
 */
export async function upsertPerson(db: Db, person: Person): Promise<Person> {
  const { id: _, email, ...values } = toRow(person);
  const change = { ...values, updated_at: sql<string>`now()`, deleted_at: null };
  const known = await db
    .updateTable('persons as p')
    .set(change)
    .where('p.id', '=', (eb) =>
      eb
        .selectFrom('persons as o')
        .select('o.id')
        .where((where) => where(where.fn<string>('lower', ['o.email']), '=', email.toLowerCase()))
        .orderBy((order) => order('o.email', '=', email), 'desc')
        .orderBy('o.id')
        .limit(1),
    )
    .returning(columns)
    .executeTakeFirst();
  if (known) return toPerson(known);
  const row = await db
    .insertInto('persons')
    .values(toRow(person))
    .onConflict((conflict) => conflict.column('email').doUpdateSet(change))
    .returning('id')
    .executeTakeFirstOrThrow();
  return await getPerson(db, row.id as PersonId);
}

export async function getPerson(db: Db, id: PersonId): Promise<Person> {
  const row = await livePersons(db).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw unknownPerson(id);
  return toPerson(row);
}

/** By the email as it is, else without regard to case. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const row = await livePersons(db)
    .where((eb) =>
      eb.or([eb('p.email', '=', email), eb(eb.fn<string>('lower', ['p.email']), '=', email.toLowerCase())]),
    )
    .orderBy((eb) => eb('p.email', '=', email), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

export interface PersonFilter {
  active?: boolean;
  specialty?: Specialty;
  /** Members of this department only. */
  departmentId?: HospitalId;
  /** Part of the name, the email or an alias. */
  search?: string;
}

/** By name. */
export async function listPersons(
  db: Db,
  filter: PersonFilter = {},
  request: PageRequest = {},
): Promise<Page<Person>> {
  const position = pagePosition(request, { name: 'people', key: [textPart, idPart] });
  let query = filtered(db, filter)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(position.limit + 1);
  if (position.after) {
    const [name = '', id = ''] = position.after;
    query = query.where((eb) => eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(name, id)));
  }
  return toPage(await query.execute(), position, toPerson, (row) => [row.name, row.id]);
}

/** All of them, by name: what names of a roster are matched against. */
export async function listAllPersons(db: Db, filter: PersonFilter = {}): Promise<Person[]> {
  const rows = await filtered(db, filter).orderBy('p.name').orderBy('p.id').execute();
  return rows.map(toPerson);
}

/** Until the transaction ends nobody else gives out unique ids of Amion. */
export async function lockAmionIds(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('schedcu amion ids', 0))`.execute(trx);
}

export async function softDeletePerson(db: Db, id: PersonId): Promise<void> {
  const result = await db
    .updateTable('persons')
    .set({ deleted_at: sql`now()`, active: false })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownPerson(id);
}

const livePersons = (db: Db) =>
  db.selectFrom('persons as p').select(columns).where('p.deleted_at', 'is', null);

function filtered(db: Db, filter: PersonFilter) {
  let query = livePersons(db);
  const { active, specialty, departmentId, search } = filter;
  if (active !== undefined) query = query.where('p.active', '=', active);
  if (specialty) query = query.where('p.specialty', '=', specialty);
  if (departmentId) {
    query = query.where('p.id', 'in', (eb) =>
      eb
        .selectFrom('department_members as m')
        .select('m.person_id')
        .where('m.hospital_id', '=', departmentId),
    );
  }
  if (search) {
    const pattern = containsPattern(search);
    query = query.where((eb) =>
      eb.or([
        eb('p.name', 'ilike', pattern),
        eb('p.email', 'ilike', pattern),
        sql<boolean>`exists (select from unnest(p.aliases) a where a ilike ${pattern})`,
      ]),
    );
  }
  return query;
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof livePersons>['execute']>>[number];

function toPerson(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    email: row.email,
    name: row.name,
    specialty: row.specialty,
    active: row.active,
    aliases: row.aliases ?? [],
    amionId: row.amion_id,
    phone: row.phone,
    pager: row.pager,
  };
}

function toRow(person: Person): PersonRow {
  const { id, email, name, specialty, active, aliases, amionId, phone, pager } = person;
  return { id, email, name, specialty, active, aliases, amion_id: amionId, phone, pager };
}

function unknownPerson(id: string): CodedError {
  return notFound('person', id);
}
