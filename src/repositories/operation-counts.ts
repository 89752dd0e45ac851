import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Throws where the database does not answer. */
export async function askDatabase(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

export interface Count {
  kind: string;
  state: string;
  count: number;
}

/** Jobs by kind and state. */
export async function countJobs(db: Db): Promise<Count[]> {
  return await db
    .selectFrom('job_queue')
    .select((eb) => ['job_type as kind', 'status as state', eb.fn.countAll<number>().as('count')])
    .groupBy(['job_type', 'status'])
    .execute();
}

/** Imports by source and state. */
export async function countImports(db: Db): Promise<Count[]> {
  return await db
    .selectFrom('scrape_batches')
    .select((eb) => ['source as kind', 'state', eb.fn.countAll<number>().as('count')])
    .where('deleted_at', 'is', null)
    .groupBy(['source', 'state'])
    .execute();
}
