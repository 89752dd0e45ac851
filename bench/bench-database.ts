import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { Actor } from '#src/domain/user.ts';
import { readConfig } from '#src/main/config.ts';
import { systemNow, wireServices } from '#src/main/wiring.ts';
import { openEmbeddedDatabase } from '#src/outside/embedded-postgres/open-embedded-database.ts';
import { migrateUp } from '#src/outside/migrate.ts';
import { type Database, openDatabase } from '#src/repositories/database.ts';
import type { Services } from '#src/services/services.ts';
import { LIST_HOSPITALS, MATRIX_HOSPITALS, ROSTER_PEOPLE } from './inputs.ts';

/** The department whose schedule the benches store. */
export const DEPARTMENT = 'NORTH';
export const TIME_ZONE = 'America/New_York';

export interface BenchDatabase extends Database {
  connection: ClientConfig;
  services: Services;
  actor: Actor;
  /** Closes and drops it. */
  drop(): Promise<void>;
}

export interface BenchServer {
  /** A database of its own with hospitals and people, and nothing else; nothing of an earlier run weighs on it. */
  freshDatabase(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

const TEMPLATE = 'bench_template';

/** Starts a PostgreSQL as the product runs it, safe against crashes, in a folder of its own that `stop` removes. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-bench-'));
  const server = await openEmbeddedDatabase(folder);
  const stop = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  const admin = (sql: string) => runStatement({ ...server.connection, database: 'postgres' }, sql);
  const open = (name: string) => openWithServices({ ...server.connection, database: name });
  let made = 0;
  try {
    await admin(`CREATE DATABASE ${TEMPLATE}`);
    await migrateUp({ ...server.connection, database: TEMPLATE });
    const template = await open(TEMPLATE);
    await importRegistry(template).finally(() => template.close());
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    async freshDatabase() {
      made += 1;
      const name = `bench_${made}`;
      await admin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      const database = await open(name);
      const drop = async (): Promise<void> => {
        await database.close();
        await admin(`DROP DATABASE ${name} WITH (FORCE)`);
      };
      return { ...database, drop };
    },
    stop,
  };
}

async function openWithServices(connection: ClientConfig): Promise<Omit<BenchDatabase, 'drop'>> {
  const database = openDatabase(connection);
  const services = wireServices(readConfig(), database, systemNow);
  const actor = await services.users.commandLineActor('bench');
  return { ...database, connection, services, actor };
}

async function importRegistry({ services, actor }: Omit<BenchDatabase, 'drop'>): Promise<void> {
  const codes = [...Object.keys(MATRIX_HOSPITALS), ...LIST_HOSPITALS];
  const hospitals = csv('code,name', ...codes.map((code) => `${code},${code}`));
  await services.registry.importHospitals({ name: 'hospitals.csv', bytes: hospitals }, TIME_ZONE, actor);
  const { id } = await services.departments.get(DEPARTMENT);
  const people = csv(
    'name,email,specialty,amion_id',
    ...ROSTER_PEOPLE.map(
      ({ name, email, specialty, uniqueId }) => `"${name}",${email},${specialty},${uniqueId}`,
    ),
  );
  await services.registry.importPeople({ name: 'people.csv', bytes: people }, id, actor);
}

const csv = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

async function runStatement(connection: ClientConfig, sql: string): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
