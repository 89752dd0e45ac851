import { sql } from 'kysely';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { SharedSecret, SharedSecretKind } from '#src/domain/shared-secret.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';

export async function insertSharedSecret(
  db: Db,
  secret: Omit<SharedSecret, 'lastUsedAt'> & { secretHash: Buffer },
): Promise<void> {
  const { id, kind, target } = secret;
  await db
    .insertInto('shared_secrets')
    .values({
      ...{ id, kind, target },
      hospital_id: secret.hospitalId,
      secret_hash: secret.secretHash,
      created_at: secret.createdAt,
      created_by: secret.createdBy,
    })
    .execute();
}

const unrevoked = (db: Db) =>
  db
    .selectFrom('shared_secrets as s')
    .select(['s.id', 's.hospital_id', 's.kind', 's.target', 's.created_at', 's.created_by', 's.last_used_at'])
    .where('s.revoked_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof unrevoked>['execute']>>[number];

const toSharedSecret = (row: Row): SharedSecret => ({
  id: row.id,
  hospitalId: row.hospital_id as HospitalId,
  kind: row.kind as SharedSecretKind,
  target: row.target,
  createdAt: row.created_at,
  createdBy: row.created_by as UserId,
  lastUsedAt: row.last_used_at,
});

/** What a secret opens, as long as it is not revoked and whoever made it may still sign in; null otherwise. */
export async function findSharedSecret(db: Db, secretHash: Buffer): Promise<SharedSecret | null> {
  const row = await unrevoked(db)
    .innerJoin('users as u', 'u.id', 's.created_by')
    .where('s.secret_hash', '=', secretHash)
    .where('u.active', '=', true)
    .where('u.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ? toSharedSecret(row) : null;
}

/** Notes a use, at most once a minute: feeds are asked for often. */
export async function touchSharedSecret(db: Db, id: string, now: string): Promise<void> {
  await sql`
    update shared_secrets set last_used_at = ${now}
    where id = ${id} and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')`.execute(
    db,
  );
}

export async function getSharedSecret(db: Db, id: string): Promise<SharedSecret | null> {
  const row = await unrevoked(db).where('s.id', '=', id).executeTakeFirst();
  return row ? toSharedSecret(row) : null;
}

export interface SharedSecretFilter {
  kinds: readonly SharedSecretKind[];
  hospitalId?: HospitalId;
  createdBy?: UserId;
}

/** Those that are not revoked, the newest first. */
export async function listSharedSecrets(
  db: Db,
  filter: SharedSecretFilter,
  request: PageRequest = {},
): Promise<Page<SharedSecret>> {
  const position = pagePosition(request, { name: filter.kinds.join(' '), key: [idPart] });
  const [after] = position.after ?? [];
  let query = unrevoked(db)
    .where('s.kind', 'in', filter.kinds)
    .orderBy('s.id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('s.id', '<', after);
  if (filter.hospitalId) query = query.where('s.hospital_id', '=', filter.hospitalId);
  if (filter.createdBy) query = query.where('s.created_by', '=', filter.createdBy);
  return toPage(await query.execute(), position, toSharedSecret, (row) => [row.id]);
}

/** False where it is revoked already. */
export async function revokeSharedSecret(db: Db, id: string, by: UserId, now: string): Promise<boolean> {
  const result = await db
    .updateTable('shared_secrets')
    .set({ revoked_at: now, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
