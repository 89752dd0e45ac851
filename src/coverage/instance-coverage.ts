/**
 * R8: is a shift instance covered?
 *
 * ON2 on 24 April is `---`: each of its instances has nobody assigned and is UNCOVERED. ON1 on 18 April is split in three:
 * three people are assigned, one is desired, FULL; were the part 01:00-04:00 vacant, the instance 01:00-08:00 would be
 * PARTIAL. A body-only reader on ON1 is no mismatch on a night that R4 re-cuts: for a matrix the reader (R9) of the
 * instance's studies is judged, under the scenario in force.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { CoverageRule, ScheduleFacts, ShiftInstance } from '../domain/coverage-facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { admits, mayRead } from '../domain/specialty.ts';
import { studyKey } from '../domain/study.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';
import type { ShiftHolders } from './shift-holders.ts';
import type { StudyCell } from './study-cell.ts';
import { placeListRow, type StudyTimeline } from './study-timeline.ts';
import { placeWindow } from './window-nights.ts';

export type InstanceState = 'FULL' | 'PARTIAL' | 'UNCOVERED';

export interface InstanceCoverage {
  instance: ShiftInstance;
  /** Distinct people with a live assignment. */
  assigned: number;
  state: InstanceState;
  /** Persons who are assigned (list) or who would read (matrix), but are not admitted; empty where all is well. */
  mismatched: PersonId[];
  /** The mismatch leaves nobody admitted: for a flat list nobody who is assigned, for a matrix a study without reader. */
  withoutAdmitted: boolean;
}

export function computeInstanceCoverage(
  facts: ScheduleFacts,
  timeline: StudyTimeline,
  holders: ShiftHolders,
  clock: ZoneClock,
): InstanceCoverage[] {
  const groups = new Map<string, CoverageRule[]>();
  for (const rule of facts.rules) {
    if (rule.groupId) groups.set(rule.groupId, [...(groups.get(rule.groupId) ?? []), rule]);
  }
  const mismatches = mismatchCells(timeline);
  const rollover = minuteOfDay(facts.rolloverHour);
  const place = (instance: ShiftInstance): { from: EpochMinute; to: EpochMinute } => {
    const [rule] = instance.groupId ? (groups.get(instance.groupId) ?? []) : [];
    if (!rule) return placeListRow(instance, clock);
    return placeWindow(instance, rule.category, instance.date, rollover, clock);
  };
  return facts.instances.map((instance) => {
    const people = [...new Set(facts.assigned.get(instance.id))];
    const hasVacancy = (): boolean => {
      const entries = holders.entriesOf(instance.date, instance.shiftType);
      if (!entries.some((entry) => entry.personId === null)) return false;
      const { from, to } = place(instance);
      const runs = holders.during(instance.date, instance.shiftType, from, to);
      return runs.some((run) => run.entry?.personId === null);
    };
    const judged = instance.groupId
      ? judgeByReader(instance, groups.get(instance.groupId) ?? [], mismatches, place)
      : judgeByAssignment(instance, people, facts);
    const mismatched = people.length > 0 ? judged.mismatched : [];
    return {
      instance,
      assigned: people.length,
      state: stateOf(instance.desired, people.length, hasVacancy),
      mismatched,
      withoutAdmitted: mismatched.length > 0 && judged.withoutAdmitted,
    };
  });
}

function stateOf(desired: number, assigned: number, hasVacancy: () => boolean): InstanceState {
  if (desired === 0) return 'FULL';
  if (assigned === 0) return 'UNCOVERED';
  return assigned < desired || hasVacancy() ? 'PARTIAL' : 'FULL';
}

type Judgement = Pick<InstanceCoverage, 'mismatched' | 'withoutAdmitted'>;

function judgeByAssignment(
  instance: ShiftInstance,
  people: readonly PersonId[],
  facts: ScheduleFacts,
): Judgement {
  const mismatched = people.filter((id) => {
    const specialty = facts.readers.get(id)?.specialty;
    if (!specialty) return false;
    return !(mayRead(specialty, instance.studyType) && admits(instance.constraint, specialty));
  });
  return { mismatched, withoutAdmitted: mismatched.length === people.length };
}

function mismatchCells(timeline: StudyTimeline): Map<string, StudyCell[]> {
  const found = new Map<string, StudyCell[]>();
  for (const [key, cells] of timeline) {
    const ofStudy = cells.filter((cell) => cell.cause === 'SPECIALTY_MISMATCH');
    if (ofStudy.length > 0) found.set(key, ofStudy);
  }
  return found;
}

/** Mismatched readers of the instance's own studies and hours, in its own window or in the re-cut (BODY) sheet that replaces it. */
function judgeByReader(
  instance: ShiftInstance,
  rules: readonly CoverageRule[],
  mismatches: ReadonlyMap<string, StudyCell[]>,
  place: (instance: ShiftInstance) => { from: EpochMinute; to: EpochMinute },
): Judgement {
  const found = new Set<PersonId>();
  for (const rule of rules) {
    const cells = mismatches.get(studyKey(rule.hospital, rule.study));
    if (!cells) continue;
    const { from, to } = place(instance);
    for (const cell of cells) {
      if (cell.from >= to || cell.to <= from || !cell.person || !('rule' in cell.demand.source)) continue;
      const decided = cell.demand.source.rule;
      if (cell.date !== instance.date || decided.category !== rule.category) continue;
      if (decided.id === rule.id || decided.scenario === 'BODY') found.add(cell.person.id);
    }
  }
  return { mismatched: [...found], withoutAdmitted: true };
}
