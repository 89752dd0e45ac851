import { sql } from 'kysely';
import type { Hospital } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
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

/** By the code as it is, else without regard to case. */
export async function findHospitalByCode(db: Db, code: string): Promise<Hospital | null> {
  const row = await db
    .selectFrom('hospitals')
    .select(columns)
    .where((eb) =>
      eb.or([eb('code', '=', code), eb(eb.fn<string>('lower', ['code']), '=', code.toLowerCase())]),
    )
    .where('deleted_at', 'is', null)
    .orderBy((eb) => eb('code', '=', code), 'desc')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row ? toHospital(row) : null;
}

export interface HospitalFilter {
  /** Part of the code, name or location. */
  search?: string;
}

/** By code. */
export async function listHospitals(
  db: Db,
  filter: HospitalFilter = {},
  request: PageRequest = {},
): Promise<Page<Hospital>> {
  const position = pagePosition(request, 1);
  const [after] = position.after ?? [];
  let query = db.selectFrom('hospitals').select(columns).where('deleted_at', 'is', null);
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

/** Every hospital, by code. */
export async function listAllHospitals(db: Db): Promise<Hospital[]> {
  const rows = await db
    .selectFrom('hospitals')
    .select(columns)
    .where('deleted_at', 'is', null)
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
  return new CodedError('NOT_FOUND', `There is no hospital ${id}. List the hospitals to see their ids.`);
}
