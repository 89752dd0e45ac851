import { CodedError } from '#src/domain/errors.ts';
import { roleMay, type Scope } from '#src/domain/permission.ts';
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

/** Bearer tokens: a user's own, for programs. Only a browser's session makes and revokes them. */
export interface TokenService {
  /** The secret is shown this once. FORBIDDEN for a scope beyond the user's role. */
  create(
    order: NewToken,
    principal: Principal,
    visitor: Visitor,
  ): Promise<{ token: ApiToken; secret: string }>;
  list(principal: Principal, page: PageRequest): Promise<Page<ApiToken>>;
  /** NOT_FOUND where the user has no such token. */
  revoke(id: string, principal: Principal, visitor: Visitor): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;

export function tokenService({ database: { db }, now }: ServiceContext): TokenService {
  return {
    async create({ name, scopes, days }, principal, visitor) {
      requireSession(principal);
      const { user } = principal;
      const beyond = scopes.filter((scope) => !roleMay(user.role, scope));
      if (beyond.length > 0) {
        const text = `A ${user.role} may not give a token the scope ${beyond.join(', ')}.`;
        throw new CodedError('FORBIDDEN', text, { field: 'scopes' });
      }
      const secret = `schedcu_${newSecret()}`;
      const createdAt = new Date(now()).toISOString();
      const expiresAt = new Date(Date.parse(createdAt) + days * DAY_MS).toISOString();
      const given = { name, scopes: [...new Set(scopes)], expiresAt };
      const token = { id: newId<never>() as string, userId: user.id, createdAt, ...given };
      await inTransaction(db, async (trx) => {
        await insertApiToken(trx, { ...token, tokenHash: hashSecret(secret) });
        const change = { resource: `token:${token.id}`, hospitalId: user.hospitalId, after: given };
        await recordChanges(trx, actorOf(principal, visitor), [{ action: 'TOKEN_CREATED', ...change }]);
      });
      return { token: { ...token, lastUsedAt: null }, secret };
    },

    list: (principal, page) => listApiTokens(db, principal.user.id, page),

    async revoke(id, principal, visitor) {
      requireSession(principal);
      const { user } = principal;
      await inTransaction(db, async (trx) => {
        if (!(await revokeApiToken(trx, id, user.id, now()))) {
          throw new CodedError('NOT_FOUND', `You have no token ${id}.`);
        }
        const change = { resource: `token:${id}`, hospitalId: user.hospitalId };
        await recordChanges(trx, actorOf(principal, visitor), [{ action: 'TOKEN_REVOKED', ...change }]);
      });
    },
  };
}

/** Whoever finds a token must not be able to make it last. */
function requireSession({ sessionId }: Principal): void {
  if (!sessionId) throw new CodedError('FORBIDDEN', 'A token cannot make or revoke tokens. Sign in.');
}
