import type { WantedShift } from '#src/coverage/candidate-reasons.ts';
import { type Admission, computeAdmission } from '#src/coverage/compute-admission.ts';
import { type Candidate, computeCandidates } from '#src/coverage/compute-candidates.ts';
import { timelineOf } from '#src/coverage/compute-diff.ts';
import { placeWantedShift } from '#src/coverage/place-wanted-shift.ts';
import type { StudyTimeline } from '#src/coverage/study-timeline.ts';
import { type ClockSpan, minuteOfDay } from '#src/domain/clock-time.ts';
import type { Reader, RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import { addDays, firstOfMonth, type LocalDate, lastOfMonth } from '#src/domain/local-date.ts';
import type { DateSpan } from '#src/domain/schedule-dates.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { assignShift, type HeldShift } from '#src/intake/changes/change-entries.ts';
import { newId } from '#src/outside/new-id.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { heldShift, requireHours, requireLength } from './plan-change.ts';
import { loadRostersAround } from './rosters-around.ts';
import type { ServiceContext } from './service-context.ts';
import { withNeighbours } from './version-span.ts';

/** A shift that somebody is looked for. */
export interface CandidateQuestion {
  department: Department;
  date: LocalDate;
  shiftType: ShiftType;
  /** A part of the shift only; null: the whole of it. */
  hours: ClockSpan | null;
  /** Null: the version in force on the date. */
  versionId: VersionId | null;
}

export interface CandidateResult {
  department: Department;
  versionId: VersionId;
  shift: WantedShift;
  /** Every active member of the department, the best first. */
  candidates: Candidate[];
}

export interface CandidateService {
  /**
   * Who may take a shift. Two queries, one more for a version that is named, and two for each version that answers for the
   * month. BAD_REQUEST for a shift or hours that there are not, NO_SCHEDULE without a version, NOT_FOUND for another
   * department's.
   */
  listCandidates(question: CandidateQuestion): Promise<CandidateResult>;
}

export function candidateService({ database: { db } }: ServiceContext): CandidateService {
  return {
    async listCandidates({ department, date, shiftType, hours, versionId: asked }) {
      const span = spanAround(date);
      const { versionId, facts, duties } = await loadRostersAround(db, department, date, asked, span);
      const held = heldShift(facts, date, shiftType);
      const rollover = minuteOfDay(facts.rolloverHour);
      if (hours) {
        requireLength(hours);
        requireHours(held, hours, rollover);
      }
      const members = await listAllPersons(db, { departmentId: department.id, active: true });
      const shift = placeWantedShift(facts, { date, shiftType }, hours, duties);
      const near = onDates(facts, withNeighbours({ from: date, to: date }));
      const before = timelineOf(near);
      const judged = new Map<string, Admission>();
      const admissionOf = (person: Reader): Admission => {
        // Whoever holds no part of the shift yet is admitted as everybody else of the specialty (R2 to R4).
        const isOn = held.entries.some(({ personId }) => personId === person.id);
        const key = isOn ? person.id : person.specialty;
        const after = (): StudyTimeline => timelineOf(withPersonOn(near, held, person, hours, rollover));
        const shared = { date, shiftType, personId: person.id };
        const admission = judged.get(key) ?? computeAdmission(before, after(), shared);
        judged.set(key, admission);
        return admission;
      };
      const clock = zoneClock(facts.timeZone);
      const candidates = computeCandidates(shift, members, duties, admissionOf, clock);
      return { department, versionId, shift, candidates };
    },
  };
}

/** How far around the shift rest is looked for, beyond its month. */
const DAYS_AROUND = 7;

function spanAround(date: LocalDate): DateSpan {
  const [from, to] = [addDays(date, -DAYS_AROUND), addDays(date, DAYS_AROUND)];
  const [first, last] = [firstOfMonth(date), lastOfMonth(date)];
  return { from: first < from ? first : from, to: last > to ? last : to };
}

function onDates(facts: ScheduleFacts, { from, to }: DateSpan): ScheduleFacts {
  const isNear = ({ date }: { date: LocalDate }): boolean => from <= date && date <= to;
  return {
    ...{ ...facts, from, to },
    instances: facts.instances.filter(isNear),
    entries: facts.entries.filter(isNear),
  };
}

/** The schedule as it would be, were the person assigned by hand. */
function withPersonOn(
  facts: ScheduleFacts,
  held: HeldShift,
  person: Reader,
  hours: ClockSpan | null,
  rollover: number,
): ScheduleFacts {
  const { removed, added } = assignShift(held, person.id, hours, rollover);
  const entries = added.map(
    (draft): RosterEntry => ({
      id: newId<RosterEntryId>(),
      ...{ date: draft.date, shiftType: draft.shiftType, personId: draft.personId, source: 'MANUAL' },
      ...{ start: draft.hours?.start ?? null, end: draft.hours?.end ?? null },
      ...{ report: null, line: null, text: null, reason: null },
    }),
  );
  return {
    ...facts,
    entries: [...facts.entries.filter((entry) => !removed.includes(entry)), ...entries],
    readers: new Map([...facts.readers, [person.id, person]]),
  };
}
