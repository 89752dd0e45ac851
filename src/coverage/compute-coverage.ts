/**
 * The coverage of a version for a span of schedule dates (R8, R9): counts of its shift instances, hours of its studies, and
 * every gap with its cause.
 *
 * April 2026 of the sample: 1,394 instances; on 9 April nobody is on MidC, so each study marked under MidC from 17:00 to
 * 00:00 is a gap POSITION_EMPTY, one a study and window.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { SHIFT_TYPES, type ShiftType } from '../domain/shift-type.ts';
import type { ValidationMessage } from '../domain/validation.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeGaps } from './compute-gaps.ts';
import { coverageMessages } from './coverage-messages.ts';
import type { Gap } from './gap.ts';
import { computeInstanceCoverage, type InstanceCoverage } from './instance-coverage.ts';
import { rosterMessages } from './roster-messages.ts';
import { shiftHolders } from './shift-holders.ts';
import { computeUnread } from './study-timeline.ts';

export interface Coverage {
  from: LocalDate;
  to: LocalDate;
  shiftInstances: number;
  full: number;
  partial: number;
  uncovered: number;
  mismatched: number;
  /** Assigned (at most desired each) of desired, in per cent with two decimals; 100 where nothing is desired. */
  percentage: number;
  /** Over the instances of a shift type: people desired, and distinct people assigned (a split shift has several). */
  byPosition: Partial<Record<ShiftType, { desired: number; assigned: number }>>;
  /** Elapsed hours of the listed studies. */
  studyHours: { required: number; covered: number };
  gaps: Gap[];
  messages: ValidationMessage[];
}

export function computeCoverage(facts: ScheduleFacts): Coverage {
  const clock = zoneClock(facts.timeZone);
  const holders = shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock);
  const { required, covered, cells } = computeUnread(facts, holders, clock);
  const instances = computeInstanceCoverage(facts, cells, holders, clock);
  const gaps = computeGaps(cells);
  const count = (test: (i: InstanceCoverage) => boolean): number => instances.filter(test).length;
  return {
    from: facts.from,
    to: facts.to,
    shiftInstances: instances.length,
    full: count((i) => i.state === 'FULL'),
    partial: count((i) => i.state === 'PARTIAL'),
    uncovered: count((i) => i.state === 'UNCOVERED'),
    mismatched: count((i) => i.mismatched.length > 0),
    ...positionCounts(instances),
    studyHours: { required: required / 60, covered: covered / 60 },
    gaps,
    messages: [
      ...coverageMessages(instances, gaps, facts, holders),
      ...rosterMessages(facts, holders, clock),
    ],
  };
}

function positionCounts(instances: readonly InstanceCoverage[]): Pick<Coverage, 'byPosition' | 'percentage'> {
  const counts = new Map<ShiftType, { desired: number; assigned: number }>();
  let desired = 0;
  let filled = 0;
  for (const { instance, assigned } of instances) {
    const ofType = counts.get(instance.shiftType) ?? { desired: 0, assigned: 0 };
    ofType.desired += instance.desired;
    ofType.assigned += assigned;
    counts.set(instance.shiftType, ofType);
    desired += instance.desired;
    filled += Math.min(assigned, instance.desired);
  }
  const ordered = SHIFT_TYPES.flatMap((type) => {
    const ofType = counts.get(type);
    return ofType ? [[type, ofType] as const] : [];
  });
  return {
    byPosition: Object.fromEntries(ordered),
    percentage: desired === 0 ? 100 : Math.round((filled / desired) * 10_000) / 100,
  };
}
