import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#src/repositories/database.ts';
import { runSql } from './open-test-database.ts';

// `pg_locks` and `pg_stat_activity` show the whole server, and on it the databases of other test files that run beside
// this one: each query here says whose it wants.

/** Waits until somebody else waits for a lock in this database. `db` itself must not be the one that waits. */
export async function untilSomebodyWaits(db: Db): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
  while ((await runSql(db, waiting)).length === 0) await sleep(20);
}

/** The connections that hold an advisory lock in this database, by their process id on the server. */
export async function advisoryLockHolders(db: Db): Promise<number[]> {
  const rows = (await runSql(
    db,
    `select distinct l.pid from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and l.granted and d.datname = current_database()`,
  )) as { pid: number }[];
  return rows.map(({ pid }) => pid);
}

/** Ends them, as the kill of their processes would. */
export async function endAdvisoryLockHolders(db: Db): Promise<void> {
  for (const pid of await advisoryLockHolders(db)) await runSql(db, `select pg_terminate_backend(${pid})`);
}
