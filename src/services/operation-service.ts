import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import { listDepartments } from '#src/repositories/department-settings.ts';
import { askDatabase, type Count, countImports, countJobs } from '#src/repositories/operation-counts.ts';
import { findProductionPeriod } from '#src/repositories/production-periods.ts';
import { rosterAge } from './roster-age.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

/** Whether one of the things that the program needs has just answered. */
export interface Answered {
  ok: boolean;
  ms: number;
}

export interface Readiness {
  ready: boolean;
  database: Answered;
  queue: Answered;
}

/** What there is to measure of a department with a schedule in force. */
export interface DepartmentMeasure {
  /** Code. */
  department: string;
  /** Gaps of the period in force, by cause (R9). */
  gaps: Record<string, number>;
  /** Null where the version has no roster. */
  rosterAgeSeconds: number | null;
}

export interface Measures {
  jobs: Count[];
  imports: Count[];
  departments: DepartmentMeasure[];
}

/** What those who operate the program ask it. */
export interface OperationService {
  /** Asks the database and the queue, each for two seconds at most. */
  askReadiness(): Promise<Readiness>;
  /** Counts are of the moment; gaps are computed at most once a minute. */
  measure(): Promise<Measures>;
}

const PATIENCE_MS = 2_000;
const GAPS_KEPT_MS = 60_000;

export function operationService(context: ServiceContext, pingQueue: () => Promise<void>): OperationService {
  const { db } = context.database;
  let kept: { at: number; departments: Promise<DepartmentMeasure[]> } | null = null;
  return {
    async askReadiness() {
      const [database, queue] = await Promise.all([timed(() => askDatabase(db)), timed(pingQueue)]);
      return { ready: database.ok && queue.ok, database, queue };
    },
    async measure() {
      const at = Date.parse(context.now());
      if (!kept || at - kept.at >= GAPS_KEPT_MS || at < kept.at) {
        const departments = measureDepartments(context);
        const keeping = { at, departments };
        kept = keeping;
        // What failed is asked again by the next one.
        departments.catch(() => {
          if (kept === keeping) kept = null;
        });
      }
      const [jobs, imports, departments] = await Promise.all([
        countJobs(db),
        countImports(db),
        kept.departments,
      ]);
      return { jobs, imports, departments };
    },
  };
}

async function timed(ask: () => Promise<void>): Promise<Answered> {
  const begun = performance.now();
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('No answer in time')), PATIENCE_MS);
  });
  const ok = await Promise.race([ask(), patience]).then(
    () => true,
    () => false,
  );
  clearTimeout(late);
  return { ok, ms: Math.round(performance.now() - begun) };
}

async function measureDepartments({ database: { db }, now }: ServiceContext): Promise<DepartmentMeasure[]> {
  const at = Date.parse(now());
  const measures: DepartmentMeasure[] = [];
  for (const { id, code, timeZone } of await listDepartments(db)) {
    const today: LocalDate = zoneClock(timeZone).dateAt(Math.floor(at / 60_000) as EpochMinute);
    const period = await findProductionPeriod(db, id, today);
    if (!period) continue;
    const { facts } = await loadFacts(db, period.versionId, period.from, period.to);
    const gaps: Record<string, number> = {};
    for (const { cause } of computeCoverage(facts).gaps) gaps[cause] = (gaps[cause] ?? 0) + 1;
    const asOf = await rosterAge(db, period.versionId);
    const rosterAgeSeconds = asOf === null ? null : Math.max(0, Math.round((at - Date.parse(asOf)) / 1_000));
    measures.push({ department: code, gaps, rosterAgeSeconds });
  }
  return measures;
}
