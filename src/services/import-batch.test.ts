import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { checksumOf } from '#src/services/import-batch.ts';
import { advisoryLockHolders, untilSomebodyWaits } from '#test/support/database-locks.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openProduct, openTestServices } from '#test/support/services.ts';
import { matrixFile, rosterFile } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db, pool } = test.database;

/** What stands in the tables that an import writes. */
async function storedRows(): Promise<Record<string, unknown>> {
  const tables =
    'schedule_versions rule_groups coverage_rules shift_instances roster_entries assignments source_files scrape_batch_files audit_logs hospitals'.split(
      ' ',
    );
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  return (await runSql(db, `select ${counts.join(', ')}`))[0] as Record<string, unknown>;
}

const somebodyWaits = (): Promise<void> => untilSomebodyWaits(db);

async function lockedOut<T>(table: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`lock table ${table} in access exclusive mode`);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Starts the importer and kills it where `isThere` says so. */
async function killImporter(department: unknown, isThere: () => Promise<unknown>): Promise<void> {
  const { options } = pool;
  const connection = {
    host: options.host,
    port: options.port,
    user: options.user,
    password: options.password,
    database: options.database,
    connectionString: options.connectionString,
  };
  const script = new URL('../../test/support/killed-import.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    [script, JSON.stringify(connection), JSON.stringify(department), JSON.stringify(test.actor)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([isThere(), gone.then(() => Promise.reject(new Error('The importer ended by itself')))]);
  child.kill('SIGKILL');
  await gone;
}

async function importersAreGone(): Promise<void> {
  for (;;) {
    const rows = await runSql(
      db,
      `select 1 from pg_stat_activity where datname = current_database() and application_name = 'importer to be killed'`,
    );
    if (rows.length === 0) return;
    await sleep(20);
  }
}

/** Opens the services as the next process does, and closes them. */
async function startProduct(): Promise<void> {
  const { connectionString, host, port, user, password, database } = pool.options;
  const url = new URL(connectionString ?? `postgresql://localhost/${database}`);
  if (!connectionString) {
    url.username = user ?? '';
    url.password = typeof password === 'string' ? password : '';
    url.searchParams.set('host', host ?? '');
    url.searchParams.set('port', String(port ?? 5432));
  }
  const { close } = await openProduct(url.href);
  await close();
}

describe('an import whose process is killed', () => {
  it.each(['schedule_versions', 'shift_instances', 'audit_logs'])(
    'while it writes %s leaves nothing half stored; the next start sets its batch FAILED',
    async (table) => {
      const department = await test.openDepartment();
      const before = await storedRows();
      await lockedOut(table, () => killImporter(department, somebodyWaits));
      await importersAreGone();
      expect(await storedRows()).toEqual(before);
      expect((await listBatches(db, { hospitalId: department.id })).items).toMatchObject([
        { state: 'PENDING' },
      ]);

      await startProduct();
      const [batch] = (await listBatches(db, { hospitalId: department.id })).items;
      expect(batch).toMatchObject({
        state: 'FAILED',
        errorMessage: 'The process that imported it was ended.',
      });
      expect(batch?.completedAt).not.toBeNull();
      expect((await test.importMatrix(department)).state).toBe('COMPLETE');
    },
  );

  it('is told from one that is still at work', async () => {
    const department = await test.openDepartment();
    const ended = await lockedOut('coverage_rules', async () => {
      const importing = test.importMatrix(department);
      await somebodyWaits();
      expect(await failOrphanedBatches(db, 'nobody')).toEqual([]);
      return [importing];
    });
    expect((await ended[0])?.state).toBe('COMPLETE');
  });
});

describe('an error of the database while storing', () => {
  const BREAK = (
    table: string,
  ) => `create function break_it() returns trigger language plpgsql as $$ begin raise exception 'disk on fire'; end $$;
    create trigger break_it before insert on ${table} for each statement execute function break_it()`;
  const MEND = (table: string) => `drop trigger break_it on ${table}; drop function break_it()`;

  it.each(['schedule_versions', 'coverage_rules', 'shift_instances', 'audit_logs'])(
    'in %s rolls a matrix back and sets its batch FAILED',
    async (table) => {
      const department = await test.openDepartment();
      const before = await storedRows();
      await runSql(db, BREAK(table));
      await expect(test.importMatrix(department).finally(() => runSql(db, MEND(table)))).rejects.toThrow(
        'disk on fire',
      );
      expect(await storedRows()).toEqual(before);
      expect((await listBatches(db, { hospitalId: department.id })).items).toMatchObject([
        { state: 'FAILED', errorMessage: 'disk on fire', rowCount: 0 },
      ]);
    },
  );

  it.each(['roster_entries', 'assignments', 'source_files'])(
    'in %s rolls a roster back and sets its batch FAILED',
    async (table) => {
      const department = await test.openDepartment();
      const versionId = await test.stage(department);
      const before = await storedRows();
      await runSql(db, BREAK(table));
      const again = test.importRoster(department, versionId, {
        roster: [rosterFile(undefined, { name: 'fresh.csv', title: '4-1-26 to 4-30-26' })],
      });
      await expect(again.finally(() => runSql(db, MEND(table)))).rejects.toThrow('disk on fire');
      expect(await storedRows()).toEqual(before);
      expect((await listBatches(db, { versionId, state: 'FAILED' })).items).toMatchObject([
        { errorMessage: 'disk on fire' },
      ]);
      expect((await test.versions.viewVersion(versionId)).coverage).toMatchObject({ full: 42 });
    },
  );

  it('that never lets the batch begin is told, and leaves no lock', async () => {
    const department = await test.openDepartment();
    await runSql(db, BREAK('scrape_batches'));
    await expect(
      test.importMatrix(department).finally(() => runSql(db, MEND('scrape_batches'))),
    ).rejects.toThrow('disk on fire');
    await expect.poll(() => advisoryLockHolders(db)).toEqual([]);
  });
});

describe('the checksum of a batch', () => {
  it('of one file is that of its bytes, whatever its name; of several it knows their order', () => {
    const [one, two] = [matrixFile(), rosterFile()];
    expect(checksumOf([one])).toMatch(/^[0-9a-f]{64}$/);
    expect(checksumOf([{ ...one, name: 'other.ods' }])).toBe(checksumOf([one]));
    expect(checksumOf([one, two])).not.toBe(checksumOf([two, one]));
  });
});
