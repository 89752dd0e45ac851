/**
 * Two schedules in coverage terms: which studies at which hospitals in which hours change reader, lose or gain one.
 *
 * ON1 of 18 April goes from Grantham to Dunmore: `Allen CT Neuro`, 01:00-08:00, from Grantham to Dunmore. Hours that only
 * one of the two lists count as a change from or to nobody.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type EpochMinute, zoneClock } from '../domain/zone-clock.ts';
import { shiftHolders } from './shift-holders.ts';
import type { GapCause, StudyCell } from './study-cell.ts';
import { computeTimeline, type StudyTimeline } from './study-timeline.ts';

export interface ReaderState {
  name: string | null;
  /** Null with a name: reads it. Both null: the schedule does not list the study then. */
  cause: GapCause | null;
}

export interface ReaderChange {
  scheduleDate: LocalDate;
  hospital: string;
  study: string;
  label: string;
  from: EpochMinute;
  to: EpochMinute;
  before: ReaderState;
  after: ReaderState;
  kind: 'changed' | 'uncovered' | 'covered' | 'cause';
}

export function timelineOf(facts: ScheduleFacts): StudyTimeline {
  const clock = zoneClock(facts.timeZone);
  return computeTimeline(facts, shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock), clock);
}

/** By time, then hospital and study. Both must be of the same dates. */
export function computeReaderChanges(before: StudyTimeline, after: StudyTimeline): ReaderChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changes = keys.flatMap((key) => studyChanges(before.get(key) ?? [], after.get(key) ?? []));
  const rank = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return changes.sort((a, b) => a.from - b.from || rank(a.hospital, b.hospital) || rank(a.study, b.study));
}

function studyChanges(before: readonly StudyCell[], after: readonly StudyCell[]): ReaderChange[] {
  const cuts = [...new Set([...before, ...after].flatMap((cell) => [cell.from, cell.to]))].sort(
    (a, b) => a - b,
  );
  const changes: ReaderChange[] = [];
  let [i, j] = [0, 0];
  cuts.slice(0, -1).forEach((from, n) => {
    const to = cuts[n + 1] ?? from;
    while ((before[i]?.to ?? Number.POSITIVE_INFINITY) <= from) i++;
    while ((after[j]?.to ?? Number.POSITIVE_INFINITY) <= from) j++;
    const was = holding(before[i], from);
    const is = holding(after[j], from);
    const cell = is ?? was;
    if (!cell || sameAnswer(was, is)) return;
    const change = toChange(cell, was, is, from, to);
    const last = changes.at(-1);
    if (last && last.to === from && sameChange(last, change)) last.to = to;
    else changes.push(change);
  });
  return changes;
}

const holding = (cell: StudyCell | undefined, at: number): StudyCell | null =>
  cell && cell.from <= at ? cell : null;

const sameAnswer = (a: StudyCell | null, b: StudyCell | null): boolean =>
  a?.cause === b?.cause && (a === null) === (b === null) && a?.person?.id === b?.person?.id;

const stateOf = (cell: StudyCell | null): ReaderState => ({
  name: cell && cell.cause === null ? (cell.person?.name ?? null) : null,
  cause: cell?.cause ?? null,
});

const sameChange = (a: ReaderChange, b: ReaderChange): boolean =>
  a.scheduleDate === b.scheduleDate &&
  a.before.name === b.before.name &&
  a.before.cause === b.before.cause &&
  a.after.name === b.after.name &&
  a.after.cause === b.after.cause;

function toChange(
  cell: StudyCell,
  was: StudyCell | null,
  is: StudyCell | null,
  from: EpochMinute,
  to: EpochMinute,
): ReaderChange {
  const [before, after] = [stateOf(was), stateOf(is)];
  const { hospital, study, label } = cell.demand;
  const kind =
    before.name && after.name ? 'changed' : before.name ? 'uncovered' : after.name ? 'covered' : 'cause';
  return { scheduleDate: cell.date, hospital, study, label, from, to, before, after, kind };
}
