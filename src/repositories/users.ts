import { sql } from 'kysely';
import type { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import { textPart } from '#src/domain/list-cursor.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Role, User } from '#src/domain/user.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { containsPattern } from './text-search.ts';

const columns = ['id', 'email', 'role', 'hospital_id', 'active', 'last_login_at'] as const;

/** CONFLICT where the email is taken. `passwordHash` null: signs in by other means only. */
export async function insertUser(
  db: Db,
  user: Omit<User, 'lastLoginAt'>,
  passwordHash: string | null,
): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: user.id,
      email: user.email,
      role: user.role,
      hospital_id: user.hospitalId,
      active: user.active,
      password_hash: passwordHash,
    })
    .execute();
}

export async function getUser(db: Db, id: UserId): Promise<User> {
  const row = await db
    .selectFrom('users')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw unknownUser(id);
  return toUser(row);
}

/** The same, and nobody else changes the user until the transaction ends. */
export async function getUserForUpdate(trx: Db, id: UserId): Promise<User> {
  const row = await trx
    .selectFrom('users')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknownUser(id);
  return toUser(row);
}

/**
 * Ids of the administrators who may sign in, emails with this ending left out. They stay what they are until the transaction
 * ends: of two who take each other's role at once, one waits and then finds nobody.
 */
export async function lockAdministrators(trx: Db, exceptEnding: string): Promise<UserId[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('schedcu administrators', 0))`.execute(trx);
  const rows = await trx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'ADMIN')
    .where('active', '=', true)
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`right(email, ${exceptEnding.length}::int) <> ${exceptEnding}`)
    .execute();
  return rows.map(({ id }) => id as UserId);
}

/** The emails of users by their ids, also of those who are disabled or deleted. */
export async function listUserEmails(db: Db, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('users').select(['id', 'email']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, email }) => [id as UserId, email]));
}

/** A user with the hash that their password is checked against. */
export interface UserCredentials {
  user: User;
  passwordHash: string | null;
}

/** By the email as it is, else without regard to case. Disabled users are found too. */
export async function findCredentials(db: Db, email: string): Promise<UserCredentials | null> {
  const row = await db
    .selectFrom('users')
    .select(columns)
    .select('password_hash')
    .where((eb) =>
      eb.or([eb('email', '=', email), eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())]),
    )
    .where('deleted_at', 'is', null)
    .orderBy((eb) => eb('email', '=', email), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { user: toUser(row), passwordHash: row.password_hash } : null;
}

export async function findUserByEmail(db: Db, email: string): Promise<User | null> {
  return (await findCredentials(db, email))?.user ?? null;
}

export interface UserFilter {
  hospitalId?: HospitalId;
  role?: Role;
  active?: boolean;
  /** Part of the email. */
  search?: string;
}

/** By email. */
export async function listUsers(
  db: Db,
  filter: UserFilter = {},
  request: PageRequest = {},
): Promise<Page<User>> {
  const position = pagePosition(request, { name: 'users', key: [textPart] });
  const [after] = position.after ?? [];
  let query = db
    .selectFrom('users')
    .select(columns)
    .where('deleted_at', 'is', null)
    .orderBy('email')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('email', '>', after);
  if (filter.hospitalId) query = query.where('hospital_id', '=', filter.hospitalId);
  if (filter.role) query = query.where('role', '=', filter.role);
  if (filter.active !== undefined) query = query.where('active', '=', filter.active);
  if (filter.search) query = query.where('email', 'ilike', containsPattern(filter.search));
  return toPage(await query.execute(), position, toUser, (row) => [row.email]);
}

export interface UserChange {
  role?: Role;
  hospitalId?: HospitalId | null;
  active?: boolean;
  passwordHash?: string;
  /** Instant of a sign-in. */
  lastLoginAt?: string;
}

/** Changes what is given; disabling a user is `{ active: false }`. */
export async function updateUser(db: Db, id: UserId, change: UserChange): Promise<User> {
  const row = await db
    .updateTable('users')
    .set({
      ...(change.role && { role: change.role }),
      ...(change.hospitalId !== undefined && { hospital_id: change.hospitalId }),
      ...(change.active !== undefined && { active: change.active }),
      ...(change.passwordHash && { password_hash: change.passwordHash }),
      ...(change.lastLoginAt && { last_login_at: change.lastLoginAt }),
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
  if (!row) throw unknownUser(id);
  return toUser(row);
}

interface UserRow {
  id: string;
  email: string;
  role: Role;
  hospital_id: string | null;
  active: boolean;
  last_login_at: string | null;
}

function toUser(row: UserRow): User {
  return {
    id: row.id as UserId,
    email: row.email,
    role: row.role,
    hospitalId: row.hospital_id as HospitalId | null,
    active: row.active,
    lastLoginAt: row.last_login_at,
  };
}

function unknownUser(id: string): CodedError {
  return notFound('user', id);
}
