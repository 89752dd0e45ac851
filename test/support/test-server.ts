import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { openEmbeddedDatabase } from '#src/outside/embedded-postgres/open-embedded-database.ts';
import { isAlive } from '#src/outside/embedded-postgres/postmaster-lock.ts';
import { migrateUp } from '#src/outside/migrate.ts';

/** The server of one test run, with a migrated database to copy from. */
export interface TestServer {
  /** Any database of the server; replace `database` (see `connectTo`). */
  readonly connection: ClientConfig;
  readonly template: string;
  stop(): Promise<void>;
}

/** Begins the name of every temporary folder of a test run, before the run's process id. */
export const TEST_FOLDER = 'schedcu-test-';

/**
 * Starts a PostgreSQL of its own in a temporary folder or, with `TEST_DATABASE_URL`, uses that server (15 to 18; the
 * user must be allowed to create databases). Creates and migrates the template; `stop` removes all of it.
 */
export async function startTestServer(url = process.env['TEST_DATABASE_URL']): Promise<TestServer> {
  const server = url
    ? { connection: { connectionString: url }, stop: async () => {} }
    : await startEmbedded();
  const template = `schedcu_template_${process.pid}`;
  const admin = async (sql: string) => {
    const client = new Client(server.connection);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  try {
    await admin(`DROP DATABASE IF EXISTS ${template}`);
    await admin(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
    await migrateUp(connectTo(server.connection, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    connection: server.connection,
    template,
    stop: async () => {
      // The embedded server's whole folder goes; another server must be left as it was found.
      if (url) {
        for (const name of [template, `${template}_example`]) await admin(`DROP DATABASE IF EXISTS ${name}`);
      }
      await server.stop();
    },
  };
}

/** The same server, another of its databases. */
export function connectTo(connection: ClientConfig, database: string): ClientConfig {
  if (connection.connectionString === undefined) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${database}`;
  return { ...connection, connectionString: url.href };
}

async function startEmbedded() {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${TEST_FOLDER}${process.pid}-`));
  const database = await openEmbeddedDatabase(folder, { durable: false }).catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    connection: { ...database.connection },
    stop: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Removes the folders of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${TEST_FOLDER}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
