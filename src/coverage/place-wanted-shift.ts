/**
 * When a shift lies that somebody is looked for (R16): by the hours of the roster where it has rows, else by its windows.
 *
 * ON1 of 9 April, on the roster from 22:00 to 08:00: from Thursday 22:00, though its first window opens at 01:00. Without a
 * row: from Friday 01:00. Of its part 02:00-04:00: Friday 02:00 to 04:00.
 */
import { type ClockSpan, minuteOfDay } from '../domain/clock-time.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import { categoryOf } from '../domain/shift-type.ts';
import { type EpochMinute, zoneClock } from '../domain/zone-clock.ts';
import type { WantedShift } from './candidate-reasons.ts';
import { type Duty, placeShift } from './compute-duties.ts';
import { placeWindow } from './window-nights.ts';

/** `hours` null: the whole shift, of which `duties` are the rows. The schedule must ask for the shift. */
export function placeWantedShift(
  facts: ScheduleFacts,
  shift: Pick<WantedShift, 'date' | 'shiftType'>,
  hours: ClockSpan | null,
  duties: readonly Duty[],
): WantedShift {
  const { date, shiftType } = shift;
  const clock = zoneClock(facts.timeZone);
  if (hours) {
    const rollover = minuteOfDay(facts.rolloverHour);
    return { date, shiftType, ...placeWindow(hours, categoryOf(shiftType), date, rollover, clock) };
  }
  const rows = duties.filter(({ entry }) => entry.date === date && entry.shiftType === shiftType);
  const asked = facts.instances.filter((each) => each.date === date && each.shiftType === shiftType);
  const spans = rows.length > 0 ? rows : asked.map((instance) => placeShift(instance, facts, clock));
  return {
    ...{ date, shiftType },
    from: Math.min(...spans.map(({ from }) => from)) as EpochMinute,
    to: Math.max(...spans.map(({ to }) => to)) as EpochMinute,
  };
}
