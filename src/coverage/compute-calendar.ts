/**
 * A version date by date: how many hours of its studies are required and read, and what the others lack.
 *
 * Thursday 9 April, four studies from 17:00 to 00:00, nobody on MidC, who reads one of them: 28 hours required, 21 covered,
 * one gap, 7 hours POSITION_EMPTY.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import { eachDate, type LocalDate } from '../domain/local-date.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeGaps } from './compute-gaps.ts';
import type { Gap } from './gap.ts';
import { shiftHolders } from './shift-holders.ts';
import type { HoleCause } from './study-cell.ts';
import { computeUnread } from './study-timeline.ts';

/** Hours are elapsed hours, over all studies that the windows of the schedule date list. */
export interface CalendarDay {
  date: LocalDate;
  requiredHours: number;
  coveredHours: number;
  gaps: number;
  causes: Record<HoleCause, number>;
}

/** Each schedule date from `from` to `to`; `facts` may reach further, so that a window beside them can be the narrower one. */
export function computeCalendar(facts: ScheduleFacts, from: LocalDate, to: LocalDate): CalendarDay[] {
  const clock = zoneClock(facts.timeZone);
  const holders = shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock);
  const { byDate, cells } = computeUnread(facts, holders, clock);
  const gaps = Map.groupBy(computeGaps(cells), (gap) => gap.scheduleDate);
  return eachDate(from, to).map((date) => {
    const { required = 0, covered = 0 } = byDate.get(date) ?? {};
    const open = gaps.get(date) ?? [];
    const hours = { requiredHours: required / 60, coveredHours: covered / 60 };
    return { date, ...hours, gaps: open.length, causes: hoursByCause(open) };
  });
}

function hoursByCause(gaps: readonly Gap[]): CalendarDay['causes'] {
  const hoursOf = (cause: HoleCause): number => {
    const minutes = gaps.map((gap) => (gap.cause === cause ? gap.to - gap.from : 0));
    return minutes.reduce((total, each) => total + each, 0) / 60;
  };
  return {
    NO_RULE: hoursOf('NO_RULE'),
    POSITION_EMPTY: hoursOf('POSITION_EMPTY'),
    SPECIALTY_MISMATCH: hoursOf('SPECIALTY_MISMATCH'),
  };
}
