import { Client } from 'pg';
import { expect, test } from 'vitest';
import { copyTemplate, createTestDatabase } from './test-database.ts';

const ours = await createTestDatabase();

async function connect(connection: typeof ours.connection) {
  const client = new Client({ ...connection, application_name: 'forgotten' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

test('every file has a migrated database of its own', async () => {
  const other = await copyTemplate();
  const client = await connect(ours.connection);
  await client.query('CREATE TABLE only_here (n int)');
  const { rows } = await client.query('SELECT count(*)::int AS n FROM pgmigrations');
  expect(rows[0].n).toBeGreaterThan(0);
  await client.end();
  const elsewhere = await connect(other.connection);
  await expect(elsewhere.query('SELECT * FROM only_here')).rejects.toThrow('does not exist');
  await elsewhere.end();
  await other.drop();
});

test('a connection left open is reported with what it did last, and the database goes all the same', async () => {
  const database = await copyTemplate();
  const client = await connect(database.connection);
  await client.query('SELECT 42');
  await expect(database.drop()).rejects.toThrow(/left open.*\n.*forgotten.*SELECT 42/);
  await expect(connect(database.connection)).rejects.toThrow('does not exist');
});
