import { computeDuties, type Duty } from '#src/coverage/compute-duties.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import { type DateSpan, LATEST_DATE, MOST_VERSION_DATES } from '#src/domain/schedule-dates.ts';
import { categoryOf, shiftTypesOf } from '#src/domain/shift-type.ts';
import type { User } from '#src/domain/user.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { Db } from '#src/repositories/database.ts';
import { listDepartmentsOfPerson } from '#src/repositories/department-members.ts';
import { getDepartment } from '#src/repositories/department-settings.ts';
import { listEntryTimes } from '#src/repositories/entry-times.ts';
import { findPersonByEmail } from '#src/repositories/persons.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { countShiftRevisions } from '#src/repositories/shift-revisions.ts';
import { inSequence } from './in-sequence.ts';
import { rosterAge } from './roster-age.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';
import { requireFewDates, requireSpan } from './version-span.ts';

/** A duty of a version in force. */
export interface DutyInForce extends Duty {
  department: Department;
  versionId: VersionId;
  /** Instant of which the roster is; null where none was imported. */
  asOf: string | null;
  /** When what it says last changed. */
  changedAt: string;
  /** Grows each time that somebody else may hold the shift. */
  revision: number;
  /** Grows each time that somebody else may hold one of the positions of the shift's category. */
  categoryRevision: number;
}

export interface DutyService {
  /** Every duty in force whose schedule date lies between the two (both included), by time. */
  listDuties(departmentId: HospitalId, from: LocalDate, to: LocalDate): Promise<DutyInForce[]>;
  /** The same, of every version in force that has not ended long ago, whole. */
  listStandingDuties(departmentId: HospitalId): Promise<DutyInForce[]>;
  /**
   * Those of the person with the user's email, in every department; null dates: from today on for a year. BAD_REQUEST for
   * more than 732 schedule dates, or none.
   */
  listOwn(user: User, from: LocalDate | null, to: LocalDate | null): Promise<DutyInForce[]>;
}

/** A version that ended this many days ago is no longer told of. */
const ENDED_DAYS = 90;
const YEAR = 366;

/** Of own assignments, as many as a version may have. */
export const MOST_OWN_DATES = MOST_VERSION_DATES;

export function dutyService(context: ServiceContext): DutyService {
  const { db } = context.database;
  const today = ({ timeZone }: Department): LocalDate =>
    zoneClock(timeZone).dateAt(Math.floor(Date.parse(context.now()) / 60_000) as EpochMinute);
  return {
    listDuties: async (id, from, to) => await dutiesOf(db, await getDepartment(db, id), { from, to }, false),

    async listStandingDuties(id) {
      const department = await getDepartment(db, id);
      const span = { from: addDays(today(department), -ENDED_DAYS), to: LATEST_DATE };
      return await dutiesOf(db, department, span, true);
    },

    async listOwn({ email }, from, to) {
      if (from !== null && to !== null) requireOwnSpan({ from, to });
      const person = await findPersonByEmail(db, email);
      if (!person) return [];
      const duties = await inSequence(await listDepartmentsOfPerson(db, person.id), async (id) => {
        const department = await getDepartment(db, id);
        const span = ownSpan(today(department), from, to);
        return await dutiesOf(db, department, span, false);
      });
      const own = duties.flat().filter((duty) => duty.entry.personId === person.id);
      return own.sort((a, b) => a.from - b.from);
    },
  };
}

function ownSpan(today: LocalDate, from: LocalDate | null, to: LocalDate | null): DateSpan {
  const first = from ?? today;
  const span = { from: first, to: to ?? addDays(first, YEAR) };
  if (from === null && span.to < first) {
    const says = `A span cannot end (${span.to}) before it begins. Without from, it begins today (${first}). Name from, too.`;
    throw new CodedError('BAD_REQUEST', says);
  }
  requireOwnSpan(span);
  return span;
}

function requireOwnSpan(span: DateSpan): void {
  requireSpan(span.from, span.to);
  requireFewDates(span, MOST_OWN_DATES, 'Own assignments are told for');
}

/** `whole`: a period with any date of the span comes with all its dates. */
async function dutiesOf(
  db: Db,
  department: Department,
  span: { from: LocalDate; to: LocalDate },
  whole: boolean,
): Promise<DutyInForce[]> {
  const periods = await listProductionPeriods(db, department.id, span);
  const revisions = await countShiftRevisions(db, department.id);
  const duties = await inSequence(periods, async ({ versionId, ...period }) => {
    const from = whole || period.from > span.from ? period.from : span.from;
    const to = whole || period.to < span.to ? period.to : span.to;
    const { facts } = await loadFacts(db, versionId, from, to);
    const [asOf, times] = [await rosterAge(db, versionId), await listEntryTimes(db, versionId)];
    return computeDuties(facts).map((duty) => ({
      ...{ ...duty, department, versionId, asOf },
      revision: revisions(duty.entry.date, duty.entry.shiftType),
      categoryRevision: shiftTypesOf(categoryOf(duty.entry.shiftType))
        .map((shiftType) => revisions(duty.entry.date, shiftType))
        .reduce((sum, each) => sum + each, 0),
      changedAt: times.get(duty.entry.id) ?? asOf ?? '1970-01-01T00:00:00.000Z',
    }));
  });
  return duties.flat();
}
