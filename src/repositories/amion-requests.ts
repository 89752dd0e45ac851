import { sql } from 'kysely';
import { type Db, inTransaction } from './database.ts';

export interface AmionRequestLimits {
  /** Requests under way at most, of all processes together. */
  atOnce: number;
  /** Milliseconds between the starts of two requests at least. */
  spacingMs: number;
}

/** Longer than any request takes (30 s): one that has not ended by then belongs to a process that died. */
const LONGEST = sql`interval '35 seconds'`;
/** So long somebody else's copy is waited for. After that it may as well have died, and whoever took its job over asks itself. */
const USUAL = sql`interval '5 seconds'`;
/** Until somebody looks again whether another's request has ended. */
const LOOK_MS = 250;
/** Whether it has been sent. */
const LOOK_SOON_MS = 20;

/**
 * Notes a request as begun now and answers null; or answers in how many milliseconds to ask again: too soon after another or before it is sent, too many
 * under way, or one for the same `key` begun just now. Goes by the database's clock, one after the other.
 */
export async function beginAmionRequest(
  db: Db,
  { id, key }: { id: string; key: string },
  limits: AmionRequestLimits,
): Promise<number | null> {
  return await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('schedcu amion requests', 0))`.execute(trx);
    const wait = await waitFor(trx, key, limits);
    if (wait > 0) return wait;
    await sql`insert into amion_requests (id, key, started_at) values (${id}, ${key}, clock_timestamp())`.execute(
      trx,
    );
    await sql`delete from amion_requests where started_at < now() - interval '1 hour'`.execute(trx);
    return null;
  });
}

/** Notes that a request has been sent, some moments after its turn began. */
export async function noteAmionRequestSent(db: Db, id: string): Promise<void> {
  await sql`update amion_requests set sent_at = clock_timestamp() where id = ${id}`.execute(db);
}

/** Notes that a request is over. */
export async function endAmionRequest(db: Db, id: string): Promise<void> {
  await sql`update amion_requests set ended_at = clock_timestamp() where id = ${id}`.execute(db);
}

async function waitFor(trx: Db, key: string, { atOnce, spacingMs }: AmionRequestLimits): Promise<number> {
  // What stands in the future was noted before a clock was set back.
  const { rows } = await sql<{
    since_ms: number | null;
    under_way: number;
    same: boolean;
    unsent: boolean;
  }>`
    select (extract(epoch from clock_timestamp() - max(coalesce(sent_at, started_at))) * 1000)::float8 as since_ms,
      count(*) filter (where ended_at is null)::int as under_way,
      coalesce(bool_or(sent_at is null and ended_at is null and started_at > clock_timestamp() - ${USUAL}), false) as unsent,
      coalesce(bool_or(key = ${key} and started_at > clock_timestamp() - ${USUAL}) filter (where ended_at is null), false) as same
    from amion_requests where started_at between clock_timestamp() - ${LONGEST} and clock_timestamp()`.execute(
    trx,
  );
  const [now] = rows;
  if (!now || now.since_ms === null) return 0;
  if (now.same || now.under_way >= atOnce) return LOOK_MS;
  if (now.unsent) return LOOK_SOON_MS;
  return Math.ceil(Math.max(spacingMs - now.since_ms, 0));
}
