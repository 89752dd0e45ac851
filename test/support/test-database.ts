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

/** Creates a database that the caller drops: a copy of the migrated template, or of another. */
export async function copyTemplate(template?: string): Promise<TestDatabase> {
  const server = await findServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server.connection, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template ?? server.template}`),
  );
  return {
    connection: connectTo(server.connection, name),
    drop: () => withClient(server.connection, (client) => dropDatabase(client, name)),
  };
}

/**
 * The name of a database to copy from that `fill` has filled: by the first test file of the run that asks for it, the
 * others wait for that. It goes with the server.
 */
export async function filledTemplate(
  name: string,
  fill: (connection: ClientConfig) => Promise<void>,
): Promise<string> {
  const { connection, template } = await findServer();
  const filled = `${template}_${name}`;
  await withClient(connection, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [filled]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [filled]);
    if (rowCount) return;
    const filling = `${filled}_filling`;
    await client.query(`DROP DATABASE IF EXISTS ${filling} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${filling} TEMPLATE ${template}`);
    await fill(connectTo(connection, filling));
    await client.query(`ALTER DATABASE ${filling} RENAME TO ${filled}`);
  });
  return filled;
}

async function findServer(): Promise<Exclude<TestServerAnswer, { failure: string }>> {
  const server = await askForServer(inject('testServerSocket'));
  if ('failure' in server) throw new Error(`There is no database for tests: ${server.failure}`);
  return server;
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
