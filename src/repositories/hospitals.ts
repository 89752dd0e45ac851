import { sql } from 'kysely';
import type { Hospital } from '#src/domain/department.ts';
import type { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import { textPart } from '#src/domain/list-cursor.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { containsPattern } from './text-search.ts';

const columns = ['id', 'code', 'name', 'location', 'time_zone'] as const;

/** CONFLICT where the code is taken, also by a deleted hospital. */
export async function insertHospital(db: Db, hospital: Hospital): Promise<void> {
  await db.insertInto('hospitals').values(toRow(hospital)).execute();
}

export async function updateHospital(db: Db, hospital: Hospital): Promise<void> {
  const { id, ...values } = toRow(hospital);
  const result = await db
    .updateTable('hospitals')
    .set({ ...values, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownHospital(id);
}

/**
 * Stores a hospital under its code: a new one with the given id, or the one that exists (deleted ones come back), which
 * keeps its id. Answers it as it is now.
 */
export async function upsertHospital(db: Db, hospital: Hospital): Promise<Hospital> {
  const { id: _, ...values } = toRow(hospital);
  const row = await db
    .insertInto('hospitals')
    .values(toRow(hospital))
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet({ ...values, updated_at: sql`now()`, deleted_at: null }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toHospital(row);
}

export async function getHospital(db: Db, id: HospitalId): Promise<Hospital> {
  const row = await db
    .selectFrom('hospitals')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw unknownHospital(id);
  return toHospital(row);
}

/** By the code as it is, else without regard to case: one that is there, or else one of those that are disabled. */
export async function findHospitalByCode(
  db: Db,
  code: string,
  { active = true }: Pick<HospitalFilter, 'active'> = {},
): Promise<Hospital | null> {
  const row = await db
    .selectFrom('hospitals')
    .select(columns)
    .where((eb) =>
      eb.or([eb('code', '=', code), eb(eb.fn<string>('lower', ['code']), '=', code.toLowerCase())]),
    )
    .where('deleted_at', active ? 'is' : 'is not', null)
    .orderBy((eb) => eb('code', '=', code), 'desc')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row ? toHospital(row) : null;
}

export interface HospitalFilter {
  /** Part of the code, name or location. */
  search?: string;
  /** False: those that are disabled instead of those that are there. */
  active?: boolean;
}

/** By code. */
export async function listHospitals(
  db: Db,
  filter: HospitalFilter = {},
  request: PageRequest = {},
): Promise<Page<Hospital>> {
  const position = pagePosition(request, { name: 'hospitals', key: [textPart] });
  const [after] = position.after ?? [];
  const { active = true } = filter;
  let query = db
    .selectFrom('hospitals')
    .select(columns)
    .where('deleted_at', active ? 'is' : 'is not', null);
  if (after !== undefined) query = query.where('code', '>', after);
  if (filter.search) {
    const pattern = containsPattern(filter.search);
    query = query.where((eb) =>
      eb.or([eb('code', 'ilike', pattern), eb('name', 'ilike', pattern), eb('location', 'ilike', pattern)]),
    );
  }
  const rows = await query
    .orderBy('code')
    .limit(position.limit + 1)
    .execute();
  return toPage(rows, position, toHospital, (row) => [row.code]);
}

/** Every hospital that is there (or every one that is disabled), by code. */
export async function listAllHospitals(
  db: Db,
  { active = true }: Pick<HospitalFilter, 'active'> = {},
): Promise<Hospital[]> {
  const rows = await db
    .selectFrom('hospitals')
    .select(columns)
    .where('deleted_at', active ? 'is' : 'is not', null)
    .orderBy('code')
    .execute();
  return rows.map(toHospital);
}

/** The codes of hospitals by their ids, also of those who are disabled. */
export async function listHospitalCodes(
  db: Db,
  ids: readonly HospitalId[],
): Promise<Map<HospitalId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('hospitals').select(['id', 'code']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, code }) => [id as HospitalId, code]));
}

/**
 * Keeps a hospital as it is until the transaction ends: whoever decides by its schedules is alone with it, and an import that is
 * just storing rows about it is waited for.
 */
export async function lockHospital(trx: Db, id: HospitalId): Promise<void> {
  await trx.selectFrom('hospitals').select('id').where('id', '=', id).forUpdate().execute();
}

/** Brings back one that is disabled. */
export async function restoreHospital(db: Db, id: HospitalId): Promise<void> {
  const result = await db
    .updateTable('hospitals')
    .set({ deleted_at: null, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownHospital(id);
}

export async function softDeleteHospital(db: Db, id: HospitalId): Promise<void> {
  const result = await db
    .updateTable('hospitals')
    .set({ deleted_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw unknownHospital(id);
}

interface HospitalRow {
  id: string;
  code: string;
  name: string;
  location: string | null;
  time_zone: string;
}

export function toHospital(row: HospitalRow): Hospital {
  return {
    id: row.id as HospitalId,
    code: row.code,
    name: row.name,
    location: row.location,
    timeZone: row.time_zone,
  };
}

function toRow(hospital: Hospital): HospitalRow {
  const { id, code, name, location, timeZone } = hospital;
  return { id, code, name, location, time_zone: timeZone };
}

function unknownHospital(id: string): CodedError {
  return notFound('hospital', id);
}
