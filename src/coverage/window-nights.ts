/**
 * R5 with R3: the windows of a schedule date as stretches of time in which every position has one holder.
 *
 * Friday's `1 am - 8 am` window of sheet `ON Weekday Body` lies on Saturday 01:00-08:00. It applies where the scenario of
 * the ON shift types is BODY; were ON1 split at 04:00 between a body-only reader and another, it would apply until 04:00.
 */
import { type ClockSpan, clockMinutes, minuteOfDay, spanText } from '../domain/clock-time.ts';
import type { CoverageRule, Reader, ScheduleFacts } from '../domain/coverage-facts.ts';
import { dayTypeOf } from '../domain/day-type.ts';
import type { PersonId } from '../domain/ids.ts';
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
import { computeHolder, computeScenario, type PositionHolder, shiftTypesOf } from './scenario.ts';
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
        ...{ text: spanText(rule), width: clockMinutes(rule), rules: [], positions: [] },
      };
      windows.set(sheetIndex, window);
    }
    window.rules.push(rule);
    if (rule.position && !window.positions.includes(rule.position)) window.positions.push(rule.position);
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
  return windows
    .filter((window) => window.dayType === null || window.dayType === dayType)
    .flatMap((window) => {
      const { from, to } = placeWindow(window, window.category, date, rollover, clock);
      if (from >= to) return [];
      return slice(window, date, from, to, holders, facts.readers);
    });
}

function slice(
  window: Window,
  date: LocalDate,
  from: EpochMinute,
  to: EpochMinute,
  holders: ShiftHolders,
  readers: ReadonlyMap<PersonId, Reader>,
): WindowSlice[] {
  const deciding = new Set<ShiftType>(scenarioPair(window.category) ?? []);
  for (const position of window.positions) for (const type of shiftTypesOf(position)) deciding.add(type);
  const holdings = [...deciding].map((type) => ({ type, runs: holders.during(date, type, from, to) }));
  const starts = new Set(holdings.flatMap(({ runs }) => runs.map((run) => run.from)).concat(from));
  const ordered = [...starts].sort((a, b) => a - b);

  return ordered.flatMap((start, i) => {
    const now = new Map(
      holdings.map(({ type, runs }) => [type, runs.findLast((run) => run.from <= start)?.entry ?? null]),
    );
    const scenario = computeScenario(window.category, now, readers);
    if (window.scenario !== null && window.scenario !== scenario) return [];
    const positions = new Map(window.positions.map((p) => [p, computeHolder(p, now, readers)]));
    return [{ window, date, from: start, to: ordered[i + 1] ?? to, scenario, holders: positions }];
  });
}
