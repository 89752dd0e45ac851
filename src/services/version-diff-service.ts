import { computeReaderChanges, type ReaderChange, timelineOf } from '#src/coverage/compute-diff.ts';
import type { ShiftInstance } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { groupByShift } from '#src/intake/roster/build-assignments.ts';
import { diffRosters, type RosterDifference, shiftsOf } from '#src/intake/roster/diff-rosters.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

/** What a shift type on a date looks like in each of two versions. */
export interface ShiftDifference {
  date: LocalDate;
  shiftType: ShiftType;
  /** Instances that only one of the two asks for: hours, hospital and study type. */
  removed: string[];
  added: string[];
}

export interface VersionDiff {
  before: VersionId;
  after: VersionId;
  timeZone: string;
  /** Schedule dates that both have. */
  from: LocalDate;
  to: LocalDate;
  shifts: ShiftDifference[];
  assignments: RosterDifference[];
  /** Which studies change reader, lose or gain one. */
  coverage: ReaderChange[];
}

export interface VersionDiffService {
  /** Compares two versions of one department on the dates that both have. BAD_REQUEST where there are none. */
  diff(before: VersionId, after: VersionId): Promise<VersionDiff>;
}

export function versionDiffService(context: ServiceContext): VersionDiffService {
  const { db } = context.database;
  return {
    async diff(before, after) {
      const [one, other] = [await getVersion(db, before), await getVersion(db, after)];
      const from = one.from > other.from ? one.from : other.from;
      const to = one.to < other.to ? one.to : other.to;
      if (one.hospitalId !== other.hospitalId || from > to) {
        throw new CodedError(
          'BAD_REQUEST',
          'The two versions have no date of one department in common, so there is nothing to compare.',
        );
      }
      const [a, b] = [await loadFacts(db, before, from, to), await loadFacts(db, after, from, to)];
      return {
        ...{ before, after, from, to, timeZone: b.facts.timeZone },
        shifts: diffShifts(a.facts.instances, b.facts.instances),
        assignments: diffRosters(a.facts, b.facts),
        coverage: computeReaderChanges(timelineOf(a.facts), timelineOf(b.facts)),
      };
    },
  };
}

const shiftText = (i: ShiftInstance): string =>
  `${i.start}-${i.end} ${i.hospital} ${i.studyType}${i.desired === 1 ? '' : ` ×${i.desired}`}${i.mandatory ? '' : ' optional'}`;

function diffShifts(before: readonly ShiftInstance[], after: readonly ShiftInstance[]): ShiftDifference[] {
  const [a, b] = [groupByShift(before), groupByShift(after)];
  return shiftsOf(a, b).flatMap(({ key, date, shiftType }) => {
    const [was, is] = [(a.get(key) ?? []).map(shiftText), (b.get(key) ?? []).map(shiftText)];
    const removed = was.filter((text) => !is.includes(text));
    const added = is.filter((text) => !was.includes(text));
    return removed.length + added.length > 0 ? [{ date, shiftType, removed, added }] : [];
  });
}
