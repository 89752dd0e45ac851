import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';

/** Two that are equal: nothing that answers of the department are made of has changed in between. */
export interface ScheduleRevision {
  /** Settings of departments, and hospitals. */
  settings: number;
  /** Rosters and periods in force of the department, people, and settings. */
  whole: string;
}

/** The revision of a department's answers, in one query. Read it before what is kept under it. */
export async function readScheduleRevision(db: Db, departmentId: HospitalId): Promise<ScheduleRevision> {
  const rows = await db
    .selectFrom('schedule_revisions')
    .select(['topic', 'revision'])
    .where('topic', 'in', ['people', 'settings', departmentId])
    .execute();
  const of = (topic: string): number => rows.find((row) => row.topic === topic)?.revision ?? 0;
  const settings = of('settings');
  return { settings, whole: `${of(departmentId)}.${of('people')}.${settings}` };
}
