import { CodedError } from '#src/domain/errors.ts';
import type { UserId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { NOBODYS_HASH, passwordFits } from '#src/outside/password-hash.ts';
import { hashSecret, newSecret } from '#src/outside/secret.ts';
import { findLiveApiToken, touchApiToken } from '#src/repositories/api-tokens.ts';
import { inTransaction } from '#src/repositories/database.ts';
import { insertOneTimeLink, useOneTimeLink } from '#src/repositories/one-time-links.ts';
import { endSession, endSessionsOf, findLiveSession, touchSession } from '#src/repositories/sessions.ts';
import { findCredentials, findUserByEmail, getUser } from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';
import {
  actorOf,
  openSession,
  type Principal,
  recordFailure,
  type SignedIn,
  type Visitor,
} from './session-opening.ts';
import { signInThrottle } from './sign-in-throttle.ts';

export interface SignInService {
  /** UNAUTHENTICATED with one answer for a wrong name and a wrong password; TOO_MANY_REQUESTS while guessing is slowed. */
  signIn(email: string, password: string, visitor: Visitor): Promise<SignedIn>;
  /** For a user whom a provider has identified by verified email. */
  signInByEmail(email: string, visitor: Visitor): Promise<SignedIn>;
  /** Makes the secret of a link that signs a user in once, for so many minutes. */
  makeLink(userId: UserId, minutes: number, loopbackOnly: boolean): Promise<string>;
  followLink(secret: string, fromLoopback: boolean, visitor: Visitor): Promise<SignedIn>;
  /** Who a cookie's or bearer's secret belongs to; null where it opens nothing (any more). */
  identify(secret: string, kind: 'session' | 'bearer'): Promise<Principal | null>;
  signOut(principal: Principal, visitor: Visitor): Promise<void>;
  /** Ends every session of the user; answers how many. */
  signOutEverywhere(principal: Principal, visitor: Visitor): Promise<number>;
}

/** A session that nobody uses for half a day, a long shift, ends. */
const IDLE_MS = 12 * 60 * 60_000;
/** How exactly the last use is known. */
const TOUCH_MS = 60_000;
const WRONG = 'The email or the password is wrong.';

export function signInService({ database: { db }, now }: ServiceContext): SignInService {
  const throttle = signInThrottle(db, now);
  const shifted = (ms: number): string => new Date(Date.parse(now()) + ms).toISOString();
  const isOld = (at: string | null): boolean => at === null || Date.parse(now()) - Date.parse(at) > TOUCH_MS;
  const userChange = (action: string, { user }: Principal, after?: unknown) => ({
    ...{ action, resource: `user:${user.id}`, hospitalId: user.hospitalId, after },
  });

  return {
    async signIn(email, password, visitor) {
      const known = await findCredentials(db, email.trim());
      const user = known?.user ?? null;
      const { ipAddress, browser } = visitor;
      const counters = await throttle.enter({ email, ipAddress, browser, userId: user?.id ?? null });
      const fits = await passwordFits(known?.passwordHash ?? NOBODYS_HASH, password);
      const signedIn = await inTransaction(db, async (trx) => {
        if (user?.active && known?.passwordHash && fits) {
          await throttle.forgive(trx, counters);
          return await openSession(trx, now(), user, visitor, 'password');
        }
        await recordFailure(trx, email, user, visitor, 'password');
        return null;
      });
      return signedIn ?? refuse(WRONG);
    },

    async signInByEmail(email, visitor) {
      const user = await findUserByEmail(db, email);
      if (user?.active)
        return await inTransaction(db, (trx) => openSession(trx, now(), user, visitor, 'provider'));
      await recordFailure(db, email, user, visitor, 'provider');
      return refuse('There is no user with your email here. Ask an administrator.');
    },

    async makeLink(userId, minutes, loopbackOnly) {
      const secret = newSecret();
      const times = { createdAt: now(), expiresAt: shifted(minutes * 60_000) };
      const link = { id: newId<never>(), userId, tokenHash: hashSecret(secret), loopbackOnly, ...times };
      await insertOneTimeLink(db, link);
      return secret;
    },

    async followLink(secret, fromLoopback, visitor) {
      return await inTransaction(db, async (trx) => {
        const link = await useOneTimeLink(trx, hashSecret(secret), fromLoopback, now());
        const user = link && (await getUser(trx, link.userId));
        if (user?.active) return await openSession(trx, now(), user, visitor, 'link');
        return refuse('This link is used up, expired, or for another machine. Ask for a new one.');
      });
    },

    async identify(secret, kind) {
      if (kind === 'bearer') {
        const found = await findLiveApiToken(db, hashSecret(secret), now());
        if (!found) return null;
        if (isOld(found.token.lastUsedAt)) await touchApiToken(db, found.token.id, now());
        const { user, revision } = found;
        return { user, scopes: found.token.scopes, sessionId: null, revision };
      }
      const session = await findLiveSession(db, hashSecret(secret), now(), shifted(-IDLE_MS));
      if (!session) return null;
      if (isOld(session.lastSeenAt)) await touchSession(db, session.id, now());
      const { user, revision } = session;
      return { user, scopes: null, sessionId: session.id, revision };
    },

    async signOut(principal, visitor) {
      const { sessionId } = principal;
      if (!sessionId) return;
      await inTransaction(db, async (trx) => {
        if (!(await endSession(trx, sessionId))) return;
        await recordChanges(trx, actorOf(principal, visitor), [userChange('SIGNED_OUT', principal)]);
      });
    },

    async signOutEverywhere(principal, visitor) {
      return await inTransaction(db, async (trx) => {
        const ended = await endSessionsOf(trx, principal.user.id);
        const change = userChange('SIGNED_OUT_EVERYWHERE', principal, { ended });
        await recordChanges(trx, actorOf(principal, visitor), [change]);
        return ended;
      });
    },
  };
}

function refuse(text: string): never {
  throw new CodedError('UNAUTHENTICATED', text);
}
