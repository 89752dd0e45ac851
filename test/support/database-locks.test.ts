import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { advisoryLockHolders, endAdvisoryLockHolders } from './database-locks.ts';
import { openTestDatabase } from './open-test-database.ts';
import { copyTemplate, type TestDatabase } from './test-database.ts';

const ours = await openTestDatabase();

/** A connection that holds an advisory lock. */
async function lockIn(connection: TestDatabase['connection']): Promise<Client> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock(1)');
  return client;
}

test('a lock in a database beside this one is none of ours: not seen, and not ended', async () => {
  const other = await copyTemplate();
  const theirs = await lockIn(other.connection);
  onTestFinished(async () => {
    await theirs.end();
    await other.drop();
  });
  expect(await advisoryLockHolders(ours.db)).toEqual([]);
  await endAdvisoryLockHolders(ours.db);
  expect((await theirs.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
});

test('a lock in this database is seen, and its connection ended', async () => {
  const client = await lockIn(ours.connection);
  onTestFinished(() => client.end().catch(() => undefined));
  expect(await advisoryLockHolders(ours.db)).toHaveLength(1);
  await endAdvisoryLockHolders(ours.db);
  await expect.poll(() => advisoryLockHolders(ours.db)).toEqual([]);
  await expect(client.query('select 1')).rejects.toThrow();
});
