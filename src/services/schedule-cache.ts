import type { Department } from '#src/domain/department.ts';
import type { Db } from '#src/repositories/database.ts';
import { findDepartmentByCode } from '#src/repositories/department-settings.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { readScheduleRevision, type ScheduleRevision } from '#src/repositories/schedule-revisions.ts';
import { type DatedSchedules, loadDatedSchedules, spanOfWeek } from './dated-schedules.ts';

/** A department as it is now, with what is in force there. */
export interface CurrentDepartment {
  department: Department;
  /** Schedules in force in a week (see `weekOf`). */
  schedulesOf(week: number): Promise<DatedSchedules>;
}

/** Departments and their schedules in force, kept as long as the database says that nothing of them has changed. */
export interface ScheduleCache {
  /**
   * By the code as it is, else without regard to case; null where there is none. Where all is known, one query, and none
   * with `seen`: a revision that was read since the question came, of the department that is asked for or of another one.
   */
  find(code: string, seen?: ScheduleRevision | null): Promise<CurrentDepartment | null>;
}

/** Weeks that are kept, of all departments: a year of two, and some. The one that was not asked for longest goes first. */
const MOST_WEEKS = 128;
/** Spellings of codes. */
const MOST_CODES = 1000;

export function scheduleCache(db: Db): ScheduleCache {
  const departments = new Map<string, { department: Department; settings: number }>();
  const weeks = new Map<string, { revision: string; schedules: Promise<DatedSchedules> }>();

  const load = async (department: Department, week: number): Promise<DatedSchedules> => {
    const span = spanOfWeek(week);
    return await loadDatedSchedules(db, await listProductionPeriods(db, department.id, span), span);
  };
  const schedulesOf = (department: Department, week: number, revision: string): Promise<DatedSchedules> => {
    const key = `${department.id} ${week}`;
    const kept = weeks.get(key);
    weeks.delete(key);
    if (kept?.revision === revision) {
      weeks.set(key, kept);
      return kept.schedules;
    }
    const fresh = { revision, schedules: load(department, week) };
    weeks.set(key, fresh);
    // Whoever asks next tries again.
    fresh.schedules.catch(() => weeks.get(key) === fresh && weeks.delete(key));
    dropOldest(weeks, MOST_WEEKS);
    return fresh.schedules;
  };

  return {
    async find(code, seen = null) {
      const known = departments.get(code)?.department ?? (await findDepartmentByCode(db, code));
      if (!known) return null;
      // Read before everything that is kept under it: what is newer than its revision is at worst loaded once more.
      const revision = seen?.departmentId === known.id ? seen : await readScheduleRevision(db, known.id);
      let department: Department | null = known;
      if (departments.get(code)?.settings !== revision.settings) {
        department = await findDepartmentByCode(db, code);
        departments.delete(code);
        if (!department) return null;
        // Under another code's revision nothing is kept.
        if (department.id === known.id) departments.set(code, { department, settings: revision.settings });
        dropOldest(departments, MOST_CODES);
      }
      const current = department;
      return { department, schedulesOf: (week) => schedulesOf(current, week, revision.whole) };
    },
  };
}

/** Maps keep their order: the first key is the one that was set longest ago. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
