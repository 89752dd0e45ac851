import { type DateSpan, lengthOf, overlaps, without } from '#web/words/date-span.ts';
import { addDays, daysBetween } from '#web/words/moments.ts';
import type { Period, Version } from './version-queries.ts';

/** A stretch of the timeline, in per cent of its width. */
export interface Stretch extends DateSpan {
  left: number;
  width: number;
}

export interface Bar extends Stretch {
  version: Version;
}

export interface TimelineLayout {
  months: Stretch[];
  /** Middle of the present date, in per cent. */
  today: number;
  /** What is really in force, and the dates in between and after that no version is in force for. */
  inForce: Bar[];
  withoutSchedule: Stretch[];
  /** In as few lanes as they need without overlap. */
  staging: Bar[][];
  archived: Bar[][];
}

interface Given {
  versions: readonly Version[];
  periods: readonly Period[];
  today: string;
}

/** Whole months from the earliest date of a version to the month after the latest; the present one is always there. */
export function layTimeline({ versions, periods, today }: Given): TimelineLayout {
  const axis = axisOf(versions, today);
  const place = <T extends DateSpan>(span: T): T & Stretch => ({ ...span, ...stretchOf(axis, span) });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const barOf = (version: Version): Bar => ({ ...place({ from: version.from, to: version.to }), version });
  const lanes = (status: Version['status']) =>
    packLanes(versions.filter((version) => version.status === status).map(barOf));
  return {
    months: monthsOf(axis).map(place),
    today: ((daysBetween(axis.from, today) + 0.5) / lengthOf(axis)) * 100,
    inForce: periods.flatMap(({ version: id, from, to }) => {
      const version = byId.get(id);
      return version ? [{ ...place({ from, to }), version }] : [];
    }),
    withoutSchedule: datesWithoutSchedule(axis.to, periods, today).map(place),
    staging: lanes('STAGING'),
    archived: lanes('ARCHIVED'),
  };
}

/** From the first date in force, or the present one where that is earlier, to `to`. */
export function datesWithoutSchedule(to: string, periods: readonly DateSpan[], today: string): DateSpan[] {
  const first = periods.map(({ from }) => from).toSorted()[0] ?? today;
  const from = first < today ? first : today;
  return from <= to ? without({ from, to }, periods) : [];
}

function axisOf(versions: readonly DateSpan[], today: string): DateSpan {
  const dates = [today, ...versions.flatMap(({ from, to }) => [from, to])].toSorted();
  const last = nextMonth(dates.at(-1) ?? today);
  return { from: firstOfMonth(dates[0] ?? today), to: addDays(nextMonth(last), -1) };
}

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
const nextMonth = (date: string): string => firstOfMonth(addDays(firstOfMonth(date), 31));

function monthsOf(axis: DateSpan): DateSpan[] {
  const months: DateSpan[] = [];
  for (let from = axis.from; from <= axis.to; from = nextMonth(from))
    months.push({ from, to: addDays(nextMonth(from), -1) });
  return months;
}

function stretchOf(axis: DateSpan, span: DateSpan): { left: number; width: number } {
  const share = 100 / lengthOf(axis);
  return { left: daysBetween(axis.from, span.from) * share, width: lengthOf(span) * share };
}

/** Each bar goes into the first lane that has room. */
function packLanes(bars: readonly Bar[]): Bar[][] {
  const lanes: Bar[][] = [];
  for (const bar of bars.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const lane = lanes.find((taken) => !taken.some((other) => overlaps(other, bar)));
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}
