import { CodedError } from '#src/domain/errors.ts';
import { roleMay, SCOPES, type Scope } from '#src/domain/permission.ts';
import { type Actor, COMMAND_LINE_DOMAIN, type User } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { hashSecret, newSecret } from '#src/outside/secret.ts';
import {
  type ApiToken,
  insertApiToken,
  listApiTokens,
  revokeApiToken,
} from '#src/repositories/api-tokens.ts';
import { inTransaction } from '#src/repositories/database.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';
import { actorOf, type Principal, type Visitor } from './session-opening.ts';

export interface NewToken {
  name: string;
  scopes: readonly Scope[];
  /** Days until it expires, 1 to 366. */
  days: number;
}

/** Bearer tokens for programs, each of a user: made and revoked by the user in a browser, or for the user by whoever runs the machine. */
export interface TokenService {
  /** The secret is shown this once. FORBIDDEN for a scope beyond the user's role. */
  create(
    order: NewToken,
    principal: Principal,
    visitor: Visitor,
  ): Promise<{ token: ApiToken; secret: string }>;
  /** The same for somebody else. CONFLICT for who cannot sign in: a user that is disabled, or of the command line. */
  createFor(owner: User, order: NewToken, actor: Actor): Promise<{ token: ApiToken; secret: string }>;
  list(owner: Pick<User, 'id'>, page: PageRequest): Promise<Page<ApiToken>>;
  /** NOT_FOUND where the user has no such token. */
  revoke(id: string, principal: Principal, visitor: Visitor): Promise<void>;
  revokeOf(owner: User, id: string, actor: Actor): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;
const LONGEST_DAYS = 366;

export function tokenService({ database: { db }, now }: ServiceContext): TokenService {
  const create = async (user: User, order: NewToken, actor: Actor) => {
    const { name, scopes, days } = requireOrder(order, user);
    const secret = `schedcu_${newSecret()}`;
    const createdAt = new Date(now()).toISOString();
    const expiresAt = new Date(Date.parse(createdAt) + days * DAY_MS).toISOString();
    const given = { name, scopes: [...new Set(scopes)], expiresAt };
    const token = { id: newId<never>() as string, userId: user.id, createdAt, ...given };
    await inTransaction(db, async (trx) => {
      await insertApiToken(trx, { ...token, tokenHash: hashSecret(secret) });
      const change = { resource: `token:${token.id}`, hospitalId: user.hospitalId, after: given };
      await recordChanges(trx, actor, [{ action: 'TOKEN_CREATED', ...change }]);
    });
    return { token: { ...token, lastUsedAt: null }, secret };
  };
  const revoke = async (user: User, id: string, missing: string, actor: Actor) => {
    await inTransaction(db, async (trx) => {
      if (!(await revokeApiToken(trx, id, user.id, now()))) throw new CodedError('NOT_FOUND', missing);
      const change = { resource: `token:${id}`, hospitalId: user.hospitalId };
      await recordChanges(trx, actor, [{ action: 'TOKEN_REVOKED', ...change }]);
    });
  };
  return {
    async create(order, principal, visitor) {
      requireSession(principal);
      return await create(principal.user, order, actorOf(principal, visitor));
    },

    async createFor(owner, order, actor) {
      if (!owner.active || owner.email.endsWith(COMMAND_LINE_DOMAIN)) {
        throw new CodedError('CONFLICT', `${owner.email} cannot sign in, and has no tokens.`);
      }
      return await create(owner, order, actor);
    },

    list: ({ id }, page) => listApiTokens(db, id, page),

    async revoke(id, principal, visitor) {
      requireSession(principal);
      await revoke(principal.user, id, `You have no token ${id}.`, actorOf(principal, visitor));
    },

    revokeOf: (owner, id, actor) => revoke(owner, id, `${owner.email} has no token ${id}.`, actor),
  };
}

function requireOrder(order: NewToken, { role }: User): NewToken {
  const beyond = order.scopes.filter((scope) => !roleMay(role, scope));
  if (beyond.length > 0) {
    const text = `A ${role} may not give a token the scope ${beyond.join(', ')}.`;
    throw new CodedError('FORBIDDEN', text, { field: 'scopes' });
  }
  const { name, scopes, days } = order;
  const bad = (field: string, text: string) => new CodedError('BAD_REQUEST', text, { field });
  if (name.trim() === '' || name.length > 255)
    throw bad('name', 'A token has a name of 1 to 255 characters.');
  if (scopes.length === 0) throw bad('scopes', `A token has a scope: ${SCOPES.join(', ')}.`);
  if (!(days >= 1 && days <= LONGEST_DAYS)) throw bad('days', `A token lasts 1 to ${LONGEST_DAYS} days.`);
  return order;
}

/** Whoever finds a token must not be able to make it last. */
function requireSession({ sessionId }: Principal): void {
  if (!sessionId) throw new CodedError('FORBIDDEN', 'A token cannot make or revoke tokens. Sign in.');
}
