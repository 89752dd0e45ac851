import type { ClientConfig } from 'pg';
import { afterAll } from 'vitest';
import { openQueue } from '#src/main/open-queue.ts';
import { runExample } from '#src/main/run-example.ts';
import { type Database, openDatabase } from '#src/repositories/database.ts';
import { addressOf } from '#test/journeys/spawned.ts';
import { SILENT_LOG } from './queue.ts';
import { TEST_CONFIG } from './services.ts';
import { copyTemplate, filledTemplate } from './test-database.ts';

/** A database of the test file with the bundled example in it, run once for all files; dropped after the last test. */
export async function openExampleDatabase(): Promise<Database> {
  const { connection, drop } = await copyTemplate(await filledTemplate('example', fillWithExample));
  const database = openDatabase(connection);
  afterAll(async () => {
    await database.close();
    await drop();
  });
  return database;
}

async function fillWithExample(connection: ClientConfig): Promise<void> {
  const queue = await openQueue({ ...TEST_CONFIG, databaseUrl: addressOf(connection) }, SILENT_LOG);
  try {
    const job = await runExample(queue, () => undefined);
    if (job.status !== 'COMPLETE') throw new Error(`The example failed: ${job.errorMessage}`);
  } finally {
    await queue.close();
  }
}
