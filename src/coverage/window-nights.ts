/**
 * R5 with R3: the windows of a schedule date as stretches of time in which every position has one holder.
 *
 * Friday's `1 am - 8 am` window of sheet `ON Weekday Body` lies on Saturday 01:00-08:00. It applies where the scenario of
 * the ON shift types is BODY; were ON1 split at 04:00 between a body-only reader and another, it would apply until 04:00.
 */
import { type ClockSpan, clockMinutes, minuteOfDay, spanText } from '../domain/clock-time.ts';
import type { CoverageRule, ScheduleFacts } from '../domain/coverage-facts.ts';
import { dayTypeOf } from '../domain/day-type.ts';
import type { LocalDate } from '../domain/local-date.ts';
import {
  type Category,
  type DayType,
  type Position,
  type Scenario,
  type ShiftType,
  scenarioPair,
} from '../domain/shift-type.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';
import {
  computeHolder,
  computeScenario,
  type HoldersNow,
  type PositionHolder,
  shiftTypesOf,
} from './scenario.ts';
import type { ShiftHolders } from './shift-holders.ts';

/** A sheet of the matrix with the studies that it lists. */
export interface Window extends ClockSpan {
  sheet: string;
  sheetIndex: number;
  category: Category;
  dayType: DayType | null;
  scenario: Scenario | null;
  text: string;
  /** Length by the clock, in minutes: the narrowest decides (R7). */
  width: number;
  rules: CoverageRule[];
  positions: Position[];
  /** Shift types whose holders decide the scenario and the positions. */
  deciding: ShiftType[];
}

/** A stretch of a window on a date with one scenario and one holder a position. */
export interface WindowSlice {
  window: Window;
  date: LocalDate;
  from: EpochMinute;
  to: EpochMinute;
  scenario: Scenario;
  holders: ReadonlyMap<Position, PositionHolder>;
}

export function buildWindows(rules: readonly CoverageRule[]): Window[] {
  const windows = new Map<number, Window>();
  for (const rule of rules) {
    let window = windows.get(rule.sheetIndex);
    if (!window) {
      const { sheet, sheetIndex, category, dayType, scenario, start, end } = rule;
      window = {
        ...{ sheet, sheetIndex, category, dayType, scenario, start, end },
        ...{
          text: spanText(rule),
          width: clockMinutes(rule),
          rules: [],
          positions: [],
          deciding: [...(scenarioPair(category) ?? [])],
        },
      };
      windows.set(sheetIndex, window);
    }
    window.rules.push(rule);
    if (rule.position && !window.positions.includes(rule.position)) {
      window.positions.push(rule.position);
      for (const type of shiftTypesOf(rule.position)) {
        if (!window.deciding.includes(type)) window.deciding.push(type);
      }
    }
  }
  return [...windows.values()].sort((a, b) => a.sheetIndex - b.sheetIndex);
}

/** When a window of a schedule date lies: a night's window that begins before the rollover hour is on the next day. */
export function placeWindow(
  span: ClockSpan,
  category: Category,
  date: LocalDate,
  rolloverMinute: number,
  clock: ZoneClock,
): { from: EpochMinute; to: EpochMinute } {
  const day = category !== 'DAY' && minuteOfDay(span.start) < rolloverMinute ? 1 : 0;
  const endDay = span.end > span.start ? day : day + 1;
  return { from: clock.instantOf(date, span.start, day), to: clock.instantOf(date, span.end, endDay) };
}

/** Every applicable stretch of every window of one schedule date, in sheet order. */
export function computeWindowSlices(
  windows: readonly Window[],
  date: LocalDate,
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
): WindowSlice[] {
  const dayType = dayTypeOf(date, facts.holidays);
  const rollover = minuteOfDay(facts.rolloverHour);
  const allNight = holders.isSplit(date) ? null : holders.wholeShifts(date);
  const slices: WindowSlice[] = [];
  for (const window of windows) {
    if (window.dayType !== null && window.dayType !== dayType) continue;
    const { from, to } = placeWindow(window, window.category, date, rollover, clock);
    if (from >= to) continue;
    const stretches = allNight
      ? [{ from, to, now: allNight }]
      : cutStretches(window, date, from, to, holders);
    for (const stretch of stretches) {
      const scenario = computeScenario(window.category, stretch.now, facts.readers);
      if (window.scenario !== null && window.scenario !== scenario) continue;
      const positions = new Map<Position, PositionHolder>();
      for (const p of window.positions) positions.set(p, computeHolder(p, stretch.now, facts.readers));
      const { from: start, to: end } = stretch;
      slices.push({ window, date, from: start, to: end, scenario, holders: positions });
    }
  }
  return slices;
}

interface Stretch {
  from: EpochMinute;
  to: EpochMinute;
  now: HoldersNow;
}

/** On a date with split shifts: a new stretch begins wherever one of the deciding shift types changes hands. */
function cutStretches(
  window: Window,
  date: LocalDate,
  from: EpochMinute,
  to: EpochMinute,
  holders: ShiftHolders,
): Stretch[] {
  const holdings = window.deciding.map((type) => ({ type, runs: holders.during(date, type, from, to) }));
  const starts = new Set(holdings.flatMap(({ runs }) => runs.map((run) => run.from)).concat(from));
  const ordered = [...starts].sort((a, b) => a - b);
  return ordered.map((start, i) => {
    const now = new Map(
      holdings.map(({ type, runs }) => [type, runs.findLast((run) => run.from <= start)?.entry ?? null]),
    );
    return { from: start, to: ordered[i + 1] ?? to, now };
  });
}
