import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';
import { preparedQuery } from './prepared-query.ts';

/** Two that are equal: nothing that answers of the department are made of has changed in between. */
export interface ScheduleRevision {
  /** Settings of departments, and hospitals. */
  settings: number;
  /** Rosters and periods in force of the department, people, and settings. */
  whole: string;
}

const revisions = preparedQuery<{ topic: string; revision: number }>(
  'schedule_revisions',
  `select topic, revision from schedule_revisions where topic in ('people', 'settings', $1)`,
);

/** The revision of a department's answers, in one query. Read it before what is kept under it. */
export async function readScheduleRevision(db: Db, departmentId: HospitalId): Promise<ScheduleRevision> {
  const rows = await revisions(db, [departmentId]);
  const of = (topic: string): number => rows.find((row) => row.topic === topic)?.revision ?? 0;
  const settings = of('settings');
  return { settings, whole: `${of(departmentId)}.${of('people')}.${settings}` };
}
