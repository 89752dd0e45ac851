import { sql } from 'kysely';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import type { Role, User } from '#src/domain/user.ts';
import type { Db } from './database.ts';
import { preparedQuery } from './prepared-query.ts';
import {
  type RevisionsColumn,
  revisionsColumn,
  type ScheduleRevision,
  toScheduleRevision,
} from './schedule-revisions.ts';

/** A signed-in browser. The secret itself is known to the browser alone. */
export interface Session {
  id: string;
  user: User;
  lastSeenAt: string;
  /** Of the user's own department or hospital, read with the session; null without one. */
  revision: ScheduleRevision | null;
}

export interface NewSession {
  id: string;
  userId: UserId;
  tokenHash: Buffer;
  /** Instants: of the sign-in, and the absolute limit. */
  createdAt: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      id: session.id,
      user_id: session.userId,
      token_hash: session.tokenHash,
      created_at: session.createdAt,
      last_seen_at: session.createdAt,
      expires_at: session.expiresAt,
      ip_address: session.ipAddress,
      user_agent: session.userAgent?.slice(0, 255) ?? null,
    })
    .execute();
}

interface SessionRow {
  id: string;
  last_seen_at: string;
  user_id: string;
  email: string;
  role: Role;
  hospital_id: string | null;
  active: boolean;
  last_login_at: string | null;
  revisions: RevisionsColumn;
}

const liveSession = preparedQuery<SessionRow>(
  'live_session',
  `select s.id, s.last_seen_at, s.user_id, u.email, u.role, u.hospital_id, u.active, u.last_login_at,
    ${revisionsColumn('u.hospital_id')} as revisions
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3
    and u.active and u.deleted_at is null`,
);

/**
 * The session of a secret with its user, where it has not ended, is not past its absolute limit at `now`, was seen since
 * `seenSince`, and the user may sign in.
 */
export async function findLiveSession(
  db: Db,
  tokenHash: Buffer,
  now: string,
  seenSince: string,
): Promise<Session | null> {
  const [row] = await liveSession(db, [tokenHash, now, seenSince]);
  if (!row) return null;
  const hospitalId = row.hospital_id as HospitalId | null;
  const user = {
    id: row.user_id as UserId,
    email: row.email,
    role: row.role,
    hospitalId,
    active: row.active,
    lastLoginAt: row.last_login_at,
  };
  const revision = hospitalId && toScheduleRevision(hospitalId, row.revisions);
  return { id: row.id, user, lastSeenAt: row.last_seen_at, revision };
}

export async function touchSession(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** False where it has ended already. */
export async function endSession(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('sessions')
    .set({ ended_at: sql`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends every session of a user, but for one where it is named; answers how many there were. */
export async function endSessionsOf(db: Db, userId: UserId, but: string | null = null): Promise<number> {
  let query = db
    .updateTable('sessions')
    .set({ ended_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
  if (but) query = query.where('id', '!=', but);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
