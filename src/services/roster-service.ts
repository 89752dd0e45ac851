import { computeDuties, type Duty } from '#src/coverage/compute-duties.ts';
import { computeOpenShifts, type OpenShift } from '#src/coverage/compute-open-shifts.ts';
import { dayTypeOf } from '#src/domain/day-type.ts';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { eachDate, type LocalDate } from '#src/domain/local-date.ts';
import type { DateSpan } from '#src/domain/schedule-dates.ts';
import type { DayType } from '#src/domain/shift-type.ts';
import type { Db } from '#src/repositories/database.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { inSequence } from './in-sequence.ts';
import { rosterAge } from './roster-age.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';
import { requireFewDates, requireSpan, spanOfVersion, withNeighbours } from './version-span.ts';
import { requireOwner } from './version-state.ts';

/** What one version says of the roster, for the dates that are its own. */
export interface VersionRoster extends DateSpan {
  versionId: VersionId;
  /** Instant of which the roster is; null where none was imported. */
  asOf: string | null;
  duties: Duty[];
  open: OpenShift[];
}

export interface DepartmentRoster extends DateSpan {
  department: Department;
  days: { date: LocalDate; dayType: DayType; versionId: VersionId | null }[];
  /** By date. */
  versions: VersionRoster[];
}

export interface RosterService {
  /**
   * Who holds which shift of a department on schedule dates (both included): by the versions in force, or by the one that is
   * named. One query for which they are, and three for each. BAD_REQUEST for more than 100 dates or none of the version's,
   * NOT_FOUND for another department's.
   */
  viewRoster(
    department: Department,
    from: LocalDate,
    to: LocalDate,
    versionId: VersionId | null,
  ): Promise<DepartmentRoster>;
}

/** A quarter with the weeks around it. */
export const MOST_ROSTER_DATES = 100;

export function rosterService({ database: { db } }: ServiceContext): RosterService {
  return {
    async viewRoster(department, from, to, versionId) {
      requireSpan(from, to);
      requireFewDates({ from, to }, MOST_ROSTER_DATES, 'A roster shows');
      const parts = versionId
        ? [await namedPart(db, department, versionId, { from, to })]
        : (await listProductionPeriods(db, department.id, { from, to })).map((period) => ({
            ...{ versionId: period.versionId, ...spanOfVersion(period, from, to) },
          }));
      const versions = await inSequence(parts, (part) => viewPart(db, part));
      const days = eachDate(from, to).map((date) => ({
        ...{ date, dayType: dayTypeOf(date, department.holidays) },
        versionId: versions.find((part) => part.from <= date && date <= part.to)?.versionId ?? null,
      }));
      return { department, from, to, days, versions };
    },
  };
}

type Part = DateSpan & { versionId: VersionId };

async function namedPart(
  db: Db,
  department: Department,
  versionId: VersionId,
  { from, to }: DateSpan,
): Promise<Part> {
  const version = await getVersion(db, versionId);
  requireOwner(version, department);
  return { versionId, ...spanOfVersion(version, from, to) };
}

async function viewPart(db: Db, { versionId, from, to }: Part): Promise<VersionRoster> {
  const around = withNeighbours({ from, to });
  const { facts } = await loadFacts(db, versionId, around.from, around.to);
  const isShown = (date: LocalDate): boolean => from <= date && date <= to;
  return {
    ...{ versionId, from, to, asOf: await rosterAge(db, versionId) },
    duties: computeDuties(facts).filter(({ entry }) => isShown(entry.date)),
    open: computeOpenShifts(facts).filter(({ scheduleDate }) => isShown(scheduleDate)),
  };
}
