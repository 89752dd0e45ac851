import type { Scope } from '#src/domain/permission.ts';
import { type Actor, NOBODY, type User } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { hashSecret, newSecret } from '#src/outside/secret.ts';
import type { Db } from '#src/repositories/database.ts';
import { keepKnownBrowser } from '#src/repositories/known-browsers.ts';
import type { ScheduleRevision } from '#src/repositories/schedule-revisions.ts';
import { insertSession } from '#src/repositories/sessions.ts';
import { updateUser } from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';

/** Whoever makes a request: a user, by a browser's session or a program's token. */
export interface Principal {
  user: User;
  /** Null for a browser: the role alone decides. */
  scopes: readonly Scope[] | null;
  sessionId: string | null;
  /** Of the answers of the own department, as the request began: they need not be asked for it again. */
  revision: ScheduleRevision | null;
}

/** Where a request comes from. */
export interface Visitor {
  /** Null: this machine, by a socket without an address. */
  ipAddress: string | null;
  userAgent: string | null;
  /** The secret of a browser in which somebody has signed in before. */
  browser: string | null;
}

export interface SignedIn {
  user: User;
  /** The session's secret, for the cookie alone. */
  token: string;
  /** The absolute limit of the session. */
  expiresAt: string;
  /** What the browser is known by from now on, for a cookie of its own. */
  browser: string;
}

/** How somebody has shown who they are. */
export type SignInWay = 'password' | 'provider' | 'link';

export const actorOf = (
  { user }: Pick<Principal, 'user'>,
  { ipAddress }: Pick<Visitor, 'ipAddress'>,
): Actor => ({
  userId: user.id,
  ipAddress,
});

/** A session ends a week after the sign-in, however it is used. */
const ABSOLUTE_MS = 7 * 24 * 60 * 60_000;

/** Opens a session with a secret of its own; whatever the browser held before opens nothing. Writes its audit row. */
export async function openSession(
  trx: Db,
  now: string,
  user: User,
  visitor: Visitor,
  way: SignInWay,
): Promise<SignedIn> {
  const token = newSecret();
  const browser = visitor.browser ?? newSecret();
  const expiresAt = new Date(Date.parse(now) + ABSOLUTE_MS).toISOString();
  const { ipAddress, userAgent } = visitor;
  await insertSession(trx, {
    ...{ id: newId<never>(), userId: user.id, tokenHash: hashSecret(token), createdAt: now, expiresAt },
    ...{ ipAddress, userAgent },
  });
  await keepKnownBrowser(trx, user.id, hashSecret(browser), now);
  await updateUser(trx, user.id, { lastLoginAt: now });
  await recordChanges(trx, actorOf({ user }, visitor), [
    { action: 'SIGNED_IN', resource: `user:${user.id}`, hospitalId: user.hospitalId, after: { way } },
  ]);
  return { user: { ...user, lastLoginAt: now }, token, expiresAt, browser };
}

/**
 * Writes that somebody did not get in. A name that nobody has is kept as a short hash only: people type passwords into that
 * field.
 */
export async function recordFailure(
  trx: Db,
  email: string,
  user: User | null,
  visitor: Visitor,
  way: SignInWay,
): Promise<void> {
  const emailHash = hashSecret(email.trim().toLowerCase()).toString('hex').slice(0, 16);
  const after = user ? { way } : { way, emailHash };
  const change = { resource: `user:${user?.id ?? 'unknown'}`, hospitalId: user?.hospitalId ?? null, after };
  const actor = { userId: user?.id ?? NOBODY, ipAddress: visitor.ipAddress };
  await recordChanges(trx, actor, [{ action: 'SIGN_IN_FAILED', ...change }]);
}
