import { sql } from 'kysely';
import type { AcceptedWarning } from '#src/domain/accepted-warning.ts';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/**
 * Accepts warnings; `acceptedAt` is the database's time. Those that are accepted already keep their reason. Answers the
 * keys that are accepted now and were not before.
 */
export async function acceptWarnings(
  db: Db,
  warnings: readonly Omit<AcceptedWarning, 'acceptedAt'>[],
): Promise<string[]> {
  if (warnings.length === 0) return [];
  const rows = await db
    .insertInto('accepted_warnings')
    .values(
      warnings.map((warning) => ({
        id: warning.id,
        hospital_id: warning.hospitalId,
        key: warning.key,
        code: warning.code,
        reason: warning.reason,
        accepted_by: warning.acceptedBy,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['hospital_id', 'key']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('key')
    .execute();
  return rows.map((row) => row.key);
}

/** Withdraws acceptances by their keys; answers how many stood. */
export async function withdrawWarnings(
  db: Db,
  hospitalId: HospitalId,
  keys: readonly string[],
  by: UserId,
): Promise<number> {
  const result = await db
    .updateTable('accepted_warnings')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('hospital_id', '=', hospitalId)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** What a department accepts at present, by key. */
export async function listAcceptedWarnings(db: Db, hospitalId: HospitalId): Promise<AcceptedWarning[]> {
  const rows = await db
    .selectFrom('accepted_warnings')
    .selectAll()
    .where('hospital_id', '=', hospitalId)
    .where('withdrawn_at', 'is', null)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    hospitalId: row.hospital_id as HospitalId,
    key: row.key,
    code: row.code,
    reason: row.reason,
    acceptedAt: row.accepted_at,
    acceptedBy: row.accepted_by as UserId,
  }));
}
