import type { HospitalId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { SharedSecret, SharedSecretKind } from '#src/domain/shared-secret.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { hashSecret, newSecret } from '#src/outside/secret.ts';
import { inTransaction } from '#src/repositories/database.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import {
  findSharedSecret,
  getSharedSecret,
  insertSharedSecret,
  listSharedSecrets,
  revokeSharedSecret,
  type SharedSecretFilter,
  touchSharedSecret,
} from '#src/repositories/shared-secrets.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';

export interface NewSharedSecret {
  kind: SharedSecretKind;
  departmentId: HospitalId;
  target: string;
}

/** Addresses that answer to whoever knows them; only hashes of their secrets are kept. */
export interface SharedSecrets {
  create(order: NewSharedSecret, actor: Actor): Promise<{ shared: SharedSecret; secret: string }>;
  list(filter: Omit<SharedSecretFilter, 'kinds'>, page: PageRequest): Promise<Page<SharedSecret>>;
  /** NOT_FOUND where there is none of these kinds, or it is revoked. */
  get(id: string): Promise<SharedSecret>;
  revoke(id: string, actor: Actor): Promise<void>;
  /** What a secret opens; null where nothing. Notes the use. */
  open(secret: string): Promise<SharedSecret | null>;
}

export function sharedSecrets(
  context: ServiceContext,
  what: 'feed' | 'wall',
  kinds: readonly SharedSecretKind[],
): SharedSecrets {
  const { db } = context.database;
  const word = what.toUpperCase();
  const get = async (id: string): Promise<SharedSecret> => {
    const shared = await getSharedSecret(db, id);
    if (shared && kinds.includes(shared.kind)) return shared;
    throw notFound(what, id);
  };
  return {
    async create({ kind, departmentId, target }, actor) {
      const secret = newSecret();
      const id = newId<never>() as string;
      const shared = {
        id,
        kind,
        target,
        hospitalId: departmentId,
        createdAt: context.now(),
        createdBy: actor.userId,
      };
      await inTransaction(db, async (trx) => {
        await insertSharedSecret(trx, { ...shared, secretHash: hashSecret(secret) });
        await recordChanges(trx, actor, [
          {
            action: `${word}_CREATED`,
            resource: `${what}:${id}`,
            hospitalId: departmentId,
            after: { kind, target },
          },
        ]);
      });
      return { shared: { ...shared, lastUsedAt: null }, secret };
    },

    list: (filter, page) => listSharedSecrets(db, { ...filter, kinds }, page),
    get,

    async revoke(id, actor) {
      const { kind, target, hospitalId } = await get(id);
      await inTransaction(db, async (trx) => {
        if (!(await revokeSharedSecret(trx, id, actor.userId, context.now()))) {
          throw notFound(what, id);
        }
        await recordChanges(trx, actor, [
          { action: `${word}_REVOKED`, resource: `${what}:${id}`, hospitalId, before: { kind, target } },
        ]);
      });
    },

    async open(secret) {
      const shared = await findSharedSecret(db, hashSecret(secret));
      if (!shared || !kinds.includes(shared.kind)) return null;
      await touchSharedSecret(db, shared.id, context.now());
      return shared;
    },
  };
}
