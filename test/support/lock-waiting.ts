import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#src/repositories/database.ts';
import { runSql } from './open-test-database.ts';

/** Waits until somebody else waits for a lock in this database. `db` itself must not be the one that waits. */
export async function untilSomebodyWaits(db: Db): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
  while ((await runSql(db, waiting)).length === 0) await sleep(20);
}
