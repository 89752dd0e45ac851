import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyTemplate, type TestDatabase } from '#test/support/test-database.ts';
import { connectTo } from '#test/support/test-server.ts';
import { migrateDown, migrateUp, migrationStatus } from './migrate.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
const names = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.up.sql'))
  .map((file) => file.replace('.up.sql', ''))
  .sort();

let database: TestDatabase;
beforeEach(async () => {
  database = await copyTemplate();
});
afterEach(() => database.drop());

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(database.connection);
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('migrations', () => {
  test('each has its way back', async () => {
    const downs = (await readdir(FOLDER)).filter((file) => file.endsWith('.down.sql'));
    expect(downs.map((file) => file.replace('.down.sql', '')).sort()).toEqual(names);
  });

  test('all go up, down to nothing, and up again', async () => {
    expect(await migrateUp(database.connection)).toEqual([]);
    expect(await migrateDown(database.connection, names.length)).toEqual(names.toReversed());
    const left = await query(
      `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    expect(left).toEqual([{ relname: 'pgmigrations' }]);
    expect(await migrateUp(database.connection)).toEqual(names);
  });

  test('each can be taken back by itself', async () => {
    for (const name of names.toReversed()) {
      expect(await migrateDown(database.connection, 1)).toEqual([name]);
    }
  });

  test('two processes that migrate at once do it once', async () => {
    await migrateDown(database.connection, names.length);
    const both = await Promise.all([migrateUp(database.connection), migrateUp(database.connection)]);
    expect(both.flat()).toEqual(names);
  });

  test('taking none back changes nothing', async () => {
    expect(await migrateDown(database.connection, 0)).toEqual([]);
    expect((await migrationStatus(database.connection)).every(({ state }) => state === 'applied')).toBe(true);
  });
});

describe('migrationStatus', () => {
  test('tells applied, pending and those of another version of the program apart', async () => {
    const [last] = await migrateDown(database.connection, 1);
    await query(`INSERT INTO pgmigrations (name, run_on) VALUES ('999_from_the_future', now())`);
    const states = await migrationStatus(database.connection);
    expect(states.filter(({ state }) => state !== 'applied')).toEqual([
      { name: last, state: 'pending' },
      { name: '999_from_the_future', state: 'unknown' },
    ]);
  });

  test('of an empty database is all pending, and nothing is created by asking', async () => {
    await query('DROP TABLE pgmigrations');
    expect((await migrationStatus(database.connection)).map(({ state }) => state)).toEqual(
      names.map(() => 'pending'),
    );
    expect(await query(`SELECT to_regclass('pgmigrations') AS found`)).toEqual([{ found: null }]);
  });
});

describe('what goes wrong', () => {
  test('a migration that does not apply is named, and nothing is changed', async () => {
    await migrateDown(database.connection, names.length);
    await query('CREATE TABLE persons (n int)');
    const migrating = migrateUp(database.connection);
    await expect(migrating).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/002_create_persons.*already exists/),
    });
    expect((await migrationStatus(database.connection)).every(({ state }) => state === 'pending')).toBe(true);
  });

  test.each<[string, (connection: ClientConfig) => ClientConfig]>([
    ['a database that does not exist', (connection) => connectTo(connection, 'no_such_database')],
    ['a server that does not answer', () => ({ host: '/no/such/folder' })],
  ])('%s is unavailable', async (_, change) => {
    await expect(migrateUp(change(database.connection))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
