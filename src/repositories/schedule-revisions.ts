import { CompiledQuery } from 'kysely';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** Two that are equal: nothing that answers of the department are made of has changed in between. */
export interface ScheduleRevision {
  /** Settings of departments, and hospitals. */
  settings: number;
  /** Rosters and periods in force of the department, people, and settings. */
  whole: string;
}

/** Asked hundreds of times a second: it is not built anew each time. */
const TEXT = `select topic, revision from schedule_revisions where topic in ('people', 'settings', $1)`;

/** The revision of a department's answers, in one query. Read it before what is kept under it. */
export async function readScheduleRevision(db: Db, departmentId: HospitalId): Promise<ScheduleRevision> {
  const query = CompiledQuery.raw(TEXT, [departmentId]) as CompiledQuery<{ topic: string; revision: number }>;
  const { rows } = await db.executeQuery(query);
  const of = (topic: string): number => rows.find((row) => row.topic === topic)?.revision ?? 0;
  const settings = of('settings');
  return { settings, whole: `${of(departmentId)}.${of('people')}.${settings}` };
}
