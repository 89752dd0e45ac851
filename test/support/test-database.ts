import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { afterAll, inject } from 'vitest';
import type { TestServerAnswer } from './global-setup.ts';
import { connectTo } from './test-server.ts';

/** A database of its own: a copy of the migrated template, on a real server. */
export interface TestDatabase {
  readonly connection: ClientConfig;
  /** Drops it. Throws when a connection to it was left open, and says whose. */
  drop(): Promise<void>;
}

const DISCONNECTED_WITHIN_MS = 2000;

/**
 * Creates the database of a test file and drops it after the file's last test. Called once at the top of the file:
 * `const database = await createTestDatabase();`. A connection left open fails the file.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await copyTemplate();
  afterAll(() => database.drop());
  return database;
}

/** Creates a database that the caller drops. */
export async function copyTemplate(): Promise<TestDatabase> {
  const server = await askForServer(inject('testServerSocket'));
  if ('failure' in server) throw new Error(`There is no database for tests: ${server.failure}`);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server.connection, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`),
  );
  return {
    connection: connectTo(server.connection, name),
    drop: () => withClient(server.connection, (client) => dropDatabase(client, name)),
  };
}

async function dropDatabase(client: Client, name: string): Promise<void> {
  const open = await findOpenConnections(client, name);
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  if (open.length > 0) {
    throw new Error(
      `Connections to the test database were left open; close them in afterAll:\n${open.join('\n')}`,
    );
  }
}

/** A server notices a closed connection a moment later, so only what stays open counts. */
async function findOpenConnections(client: Client, name: string): Promise<string[]> {
  const deadline = Date.now() + DISCONNECTED_WITHIN_MS;
  for (;;) {
    const { rows } = await client.query<{ found: string }>(
      `SELECT concat_ws(' ', pid, application_name, state, 'last query:', left(query, 200)) AS found
       FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || Date.now() > deadline) return rows.map(({ found }) => found);
    await sleep(10);
  }
}

async function withClient<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, application_name: 'test support' });
  await client.connect();
  return await work(client).finally(() => client.end());
}

async function askForServer(socket: string): Promise<TestServerAnswer> {
  let answer = '';
  for await (const chunk of connect(socket)) answer += String(chunk);
  return JSON.parse(answer) as TestServerAnswer;
}
