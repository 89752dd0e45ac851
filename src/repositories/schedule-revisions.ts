import type { HospitalId } from '#src/domain/ids.ts';
import type { Db } from './database.ts';
import { preparedQuery } from './prepared-query.ts';

/** Two that are equal: nothing that answers of the department are made of has changed in between. */
export interface ScheduleRevision {
  departmentId: HospitalId;
  /** Settings of departments, and hospitals. */
  settings: number;
  /** Rosters and periods in force of the department, people, and settings. */
  whole: string;
}

/** Revisions by topic. */
export type RevisionsColumn = Record<string, number> | null;

/** A column for a query that is asked anyway: the revisions of the department whose id is the SQL `id`. */
export const revisionsColumn = (id: string): string =>
  `(select jsonb_object_agg(topic, revision) from schedule_revisions where topic in ('people', 'settings', ${id}::text))`;

const revisions = preparedQuery<{ revisions: RevisionsColumn }>(
  'schedule_revisions',
  `select ${revisionsColumn('$1')} as revisions`,
);

/** The revision of a department's answers, in one query. Read it before what is kept under it. */
export async function readScheduleRevision(db: Db, departmentId: HospitalId): Promise<ScheduleRevision> {
  const [row] = await revisions(db, [departmentId]);
  return toScheduleRevision(departmentId, row?.revisions ?? null);
}

/** What `revisionsColumn` has read; a topic of which nothing has ever changed has none. */
export function toScheduleRevision(departmentId: HospitalId, found: RevisionsColumn): ScheduleRevision {
  const of = (topic: string): number => found?.[topic] ?? 0;
  const settings = of('settings');
  return { departmentId, settings, whole: `${of(departmentId)}.${of('people')}.${settings}` };
}
