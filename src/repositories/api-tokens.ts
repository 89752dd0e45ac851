import { sql } from 'kysely';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { Scope } from '#src/domain/permission.ts';
import type { User } from '#src/domain/user.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import {
  type RevisionsColumn,
  revisionsColumn,
  type ScheduleRevision,
  toScheduleRevision,
} from './schedule-revisions.ts';

/** A bearer token of a program, without its secret. */
export interface ApiToken {
  id: string;
  userId: UserId;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export async function insertApiToken(
  db: Db,
  token: Omit<ApiToken, 'lastUsedAt'> & { tokenHash: Buffer },
): Promise<void> {
  const { id, name, scopes } = token;
  const times = { created_at: token.createdAt, expires_at: token.expiresAt };
  const owner = { user_id: token.userId, token_hash: token.tokenHash };
  await db
    .insertInto('api_tokens')
    .values({ id, name, scopes, ...owner, ...times })
    .execute();
}

const unrevoked = (db: Db) =>
  db
    .selectFrom('api_tokens as t')
    .select(['t.id', 't.user_id', 't.name', 't.scopes', 't.created_at', 't.expires_at', 't.last_used_at'])
    .where('t.revoked_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof unrevoked>['execute']>>[number];

const toToken = (row: Row): ApiToken => ({
  id: row.id,
  userId: row.user_id as UserId,
  name: row.name,
  scopes: row.scopes as Scope[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

/**
 * The token of a secret with its user, where it is neither revoked nor expired at `now`, and the user may sign in; with the
 * revision of the user's own department or hospital, null without one.
 */
export async function findLiveApiToken(
  db: Db,
  tokenHash: Buffer,
  now: string,
): Promise<{ token: ApiToken; user: User; revision: ScheduleRevision | null } | null> {
  const row = await unrevoked(db)
    .innerJoin('users as u', 'u.id', 't.user_id')
    .select(['u.email', 'u.role', 'u.hospital_id', 'u.active', 'u.last_login_at'])
    .select(sql<RevisionsColumn>`${sql.raw(revisionsColumn('u.hospital_id'))}`.as('revisions'))
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', now)
    .where('u.active', '=', true)
    .where('u.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { email, role, active } = row;
  const hospitalId = row.hospital_id as HospitalId | null;
  const user = { id: row.user_id as UserId, email, role, hospitalId, active, lastLoginAt: row.last_login_at };
  const revision = hospitalId && toScheduleRevision(hospitalId, row.revisions);
  return { token: toToken(row), user, revision };
}

export async function touchApiToken(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', id).execute();
}

/** Those that are not revoked, the oldest first; expired ones too. */
export async function listApiTokens(
  db: Db,
  userId: UserId,
  request: PageRequest = {},
): Promise<Page<ApiToken>> {
  const position = pagePosition(request, { name: `tokens of ${userId}`, key: [idPart] });
  const [after] = position.after ?? [];
  let query = unrevoked(db)
    .where('t.user_id', '=', userId)
    .orderBy('t.id')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('t.id', '>', after);
  return toPage(await query.execute(), position, toToken, (row) => [row.id]);
}

/** False where the user has no such token. */
export async function revokeApiToken(db: Db, id: string, userId: UserId, now: string): Promise<boolean> {
  const result = await db
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
