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
import type { LocalDate } from '../domain/local-date.ts';
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

interface Span {
  from: EpochMinute;
  to: EpochMinute;
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
  const mismatches = mismatchedCells(groups, timeline);
  const rollover = minuteOfDay(facts.rolloverHour);
  const place = (instance: ShiftInstance): Span => {
    const [rule] = instance.groupId ? (groups.get(instance.groupId) ?? []) : [];
    if (!rule) return placeListRow(instance, clock);
    return placeWindow(instance, rule.category, instance.date, rollover, clock);
  };
  const vacantDates = new Set(facts.entries.flatMap((entry) => (entry.personId ? [] : entry.date)));
  const hasVacancy = (instance: ShiftInstance): boolean => {
    if (!vacantDates.has(instance.date)) return false;
    const { from, to } = place(instance);
    const runs = holders.during(instance.date, instance.shiftType, from, to);
    return runs.some((run) => run.entry?.personId === null);
  };
  return facts.instances.map((instance) => {
    const people = distinct(facts.assigned.get(instance.id));
    const judged =
      people.length === 0
        ? UNCONTESTED
        : instance.groupId
          ? judgeByReader(instance, mismatches.get(instance.groupId), place)
          : judgeByAssignment(instance, people, facts);
    return {
      instance,
      assigned: people.length,
      state: stateOf(instance, people.length, hasVacancy),
      mismatched: judged.mismatched,
      withoutAdmitted: judged.withoutAdmitted,
    };
  });
}

const NOBODY: PersonId[] = [];
const UNCONTESTED: Judgement = { mismatched: NOBODY, withoutAdmitted: false };

function distinct(people: readonly PersonId[] = NOBODY): readonly PersonId[] {
  return people.length > 1 ? [...new Set(people)] : people;
}

function stateOf(
  instance: ShiftInstance,
  assigned: number,
  hasVacancy: (instance: ShiftInstance) => boolean,
): InstanceState {
  if (instance.desired === 0) return 'FULL';
  if (assigned === 0) return 'UNCOVERED';
  return assigned < instance.desired || hasVacancy(instance) ? 'PARTIAL' : 'FULL';
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
  return { mismatched, withoutAdmitted: mismatched.length > 0 && mismatched.length === people.length };
}

type CellsByDate = ReadonlyMap<LocalDate, StudyCell[]>;

/**
 * For each rule group the cells of its own studies whose reader is mismatched, in its own window or in the re-cut (BODY)
 * sheet that replaces it.
 */
function mismatchedCells(
  groups: ReadonlyMap<string, CoverageRule[]>,
  timeline: StudyTimeline,
): Map<string, CellsByDate> {
  const mismatched = new Map<string, StudyCell[]>();
  for (const [key, cells] of timeline) {
    mismatched.set(
      key,
      cells.filter((cell) => cell.cause === 'SPECIALTY_MISMATCH'),
    );
  }
  const found = new Map<string, CellsByDate>();
  for (const [groupId, rules] of groups) {
    const byDate = new Map<LocalDate, StudyCell[]>();
    for (const rule of rules) {
      for (const cell of mismatched.get(studyKey(rule.hospital, rule.study)) ?? []) {
        if (!('rule' in cell.demand.source)) continue;
        const decided = cell.demand.source.rule;
        if (decided.category !== rule.category) continue;
        if (decided.id !== rule.id && decided.scenario !== 'BODY') continue;
        const ofDate = byDate.get(cell.date);
        if (ofDate) ofDate.push(cell);
        else byDate.set(cell.date, [cell]);
      }
    }
    if (byDate.size > 0) found.set(groupId, byDate);
  }
  return found;
}

/** Mismatched readers in the instance's own hours. */
function judgeByReader(
  instance: ShiftInstance,
  mismatches: CellsByDate | undefined,
  place: (instance: ShiftInstance) => Span,
): Judgement {
  const cells = mismatches?.get(instance.date);
  if (!cells) return UNCONTESTED;
  const { from, to } = place(instance);
  const during = cells.filter((cell) => cell.from < to && cell.to > from);
  const mismatched = [...new Set(during.flatMap((cell) => cell.person?.id ?? []))];
  return { mismatched, withoutAdmitted: mismatched.length > 0 };
}
