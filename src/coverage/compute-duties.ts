/**
 * The roster as people live it: who is on duty from when to when, and what they read there.
 *
 * ON1 of 17 April, Grantham 22:00-08:00: on duty from Friday 22:00 to Saturday 08:00; of the window 1 am - 8 am she reads
 * `Allen CT Body` and `CPMC US`. A row without hours lasts as long as the windows of its shift type.
 */
import { type ClockSpan, minuteOfDay } from '../domain/clock-time.ts';
import type { Reader, RosterEntry, ScheduleFacts } from '../domain/coverage-facts.ts';
import { categoryOf, type Position } from '../domain/shift-type.ts';
import { type EpochMinute, type ZoneClock, zoneClock } from '../domain/zone-clock.ts';
import { placePart, shiftHolders } from './shift-holders.ts';
import type { StudyCell } from './study-cell.ts';
import { computeTimeline, placeListRow } from './study-timeline.ts';

/** A row of the roster in force, whole shift or a part of it; `person` null: nobody is on. */
export interface Duty {
  entry: RosterEntry;
  person: Reader | null;
  from: EpochMinute;
  to: EpochMinute;
  /** Codes of the hospitals for which the person reads something; where nobody is on, of those that go without. */
  hospitals: string[];
  /** What the person reads, under the scenario in force, as the matrix writes it. */
  reads: string[];
  /** The positions that the row holds in the windows of the matrix: its shift type, or what R4 makes of it. */
  positions: Position[];
}

/** By time, then shift type. A row whose shift the schedule does not ask for, and that has no hours, is no duty. */
export function computeDuties(facts: ScheduleFacts): Duty[] {
  const clock = zoneClock(facts.timeZone);
  const rollover = minuteOfDay(facts.rolloverHour);
  const cells = cellsByEntry(facts, clock);
  const asked = Map.groupBy(facts.instances, (instance) => instance.date + instance.shiftType);
  const duties = facts.entries.flatMap((entry): Duty[] => {
    const instances = asked.get(entry.date + entry.shiftType) ?? [];
    const part = placePart(entry, rollover, clock);
    const whole = instances.map((instance) => placeShift(instance, facts, clock));
    const from = Number.isFinite(part.from) ? part.from : Math.min(...whole.map((span) => span.from));
    const to = Number.isFinite(part.to) ? part.to : Math.max(...whole.map((span) => span.to));
    if (!Number.isFinite(from) || !Number.isFinite(to) || from >= to) return [];
    const held = cells.get(entry) ?? [];
    const read = held.filter((cell) => cell.cause === null);
    const hospitals = (entry.personId ? read : held).map(({ demand }) => demand.hospital);
    return [
      {
        entry,
        person: entry.personId ? (facts.readers.get(entry.personId) ?? null) : null,
        ...{ from: from as EpochMinute, to: to as EpochMinute },
        hospitals: [...new Set(hospitals)].sort(),
        reads: [...new Set(read.map((cell) => cell.demand.label))].sort(),
        positions: [...new Set(held.flatMap(({ demand }) => demand.position ?? []))],
      },
    ];
  });
  return duties.sort((a, b) => a.from - b.from || (a.entry.shiftType < b.entry.shiftType ? -1 : 1));
}

function cellsByEntry(facts: ScheduleFacts, clock: ZoneClock): Map<RosterEntry, StudyCell[]> {
  const holders = shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock);
  const byEntry = new Map<RosterEntry, StudyCell[]>();
  for (const cells of computeTimeline(facts, holders, clock).values()) {
    for (const cell of cells) {
      if (!cell.entry) continue;
      const present = byEntry.get(cell.entry);
      if (present) present.push(cell);
      else byEntry.set(cell.entry, [cell]);
    }
  }
  return byEntry;
}

/** R5: a night's window that begins before the rollover hour lies on the next day; dates of a flat list are taken as they stand. */
export function placeShift(
  instance: ScheduleFacts['instances'][number],
  { layout, rolloverHour }: ScheduleFacts,
  clock: ZoneClock,
): { from: EpochMinute; to: EpochMinute } {
  if (layout === 'list') return placeListRow(instance, clock);
  const { start, end }: ClockSpan = instance;
  const day = categoryOf(instance.shiftType) !== 'DAY' && start < rolloverHour ? 1 : 0;
  const endDay = end > start ? day : day + 1;
  return {
    from: clock.instantOf(instance.date, start, day),
    to: clock.instantOf(instance.date, end, endDay),
  };
}
