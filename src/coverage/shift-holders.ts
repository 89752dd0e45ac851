/**
 * R15, split shifts: several people may hold one shift type on one date, each for a part of its hours.
 *
 * ON1 on 18 April: Grantham 22:00-01:00, Dunmore 01:00-04:00, Eskildsen 04:00-07:00. The window 1 am - 8 am of that night
 * is read by Dunmore until 04:00, then by Eskildsen until 08:00: hours outside all parts belong to the nearest part. Were
 * the middle row `---`, nobody would hold 01:00-04:00. A single row holds every window whole, whatever its hours.
 */
import { minuteOfDay } from '../domain/clock-time.ts';
import type { RosterEntry } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { categoryOf, SHIFT_TYPES, type ShiftType } from '../domain/shift-type.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';

/** Who holds a shift type from one instant to another; `entry` null where the roster has no row at all. */
export interface Holding {
  from: EpochMinute;
  to: EpochMinute;
  entry: RosterEntry | null;
}

/** A part of a split shift, placed on the time line; unbounded where the entry has no hours. */
export interface Part {
  from: number;
  to: number;
  entry: RosterEntry;
}

/** The hours of an entry as instants: a part of a night that begins before the rollover hour lies on the next day (R5). */
export function placePart(entry: RosterEntry, rollover: number, clock: ZoneClock): Part {
  if (entry.start === null || entry.end === null) {
    return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, entry };
  }
  const rolls = categoryOf(entry.shiftType) !== 'DAY' && minuteOfDay(entry.start) < rollover;
  const day = rolls ? 1 : 0;
  const endDay = entry.end > entry.start ? day : day + 1;
  return {
    from: clock.instantOf(entry.date, entry.start, day),
    to: clock.instantOf(entry.date, entry.end, endDay),
    entry,
  };
}

/** By start, then by line: the order in which overlapping parts win. */
function placeParts(entries: readonly RosterEntry[], rollover: number, clock: ZoneClock): Part[] {
  return entries
    .map((entry) => placePart(entry, rollover, clock))
    .sort((a, b) => a.from - b.from || (a.entry.line ?? 0) - (b.entry.line ?? 0));
}

/** The part that holds a minute: the first that contains it, else the nearest, on a tie the earlier. */
function partAt(parts: readonly Part[], minute: number): Part | null {
  let best: Part | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const distance = minute < part.from ? part.from - minute : minute >= part.to ? minute - part.to : -1;
    if (distance < 0) return part;
    if (distance < bestDistance) {
      best = part;
      bestDistance = distance;
    }
  }
  return best;
}

/** Where the holder can change: part ends, and in the hours between two parts the first minute nearer to the later one. */
function boundaries(parts: readonly Part[], from: number, to: number): number[] {
  const found = new Set<number>([from]);
  const add = (minute: number): void => {
    if (minute > from && minute < to) found.add(minute);
  };
  for (const part of parts) {
    add(part.from);
    add(part.to);
    for (const other of parts) {
      if (other.from > part.to) add(Math.floor((part.to + other.from) / 2) + 1);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Answers who holds a shift type of a date, from its roster entries. */
export interface ShiftHolders {
  /** Holdings that cover `from`..`to` without a hole, in order, neighbours differing. */
  during(date: LocalDate, shiftType: ShiftType, from: EpochMinute, to: EpochMinute): Holding[];
  entriesOf(date: LocalDate, shiftType: ShiftType): readonly RosterEntry[];
  isSplit(date: LocalDate): boolean;
  /** Who holds each shift type of a date that has no split shift. */
  wholeShifts(date: LocalDate): ReadonlyMap<ShiftType, RosterEntry | null>;
}

export function shiftHolders(
  entries: readonly RosterEntry[],
  rolloverMinute: number,
  clock: ZoneClock,
): ShiftHolders {
  const byDate = new Map<LocalDate, Map<ShiftType, RosterEntry[]>>();
  const splitDates = new Set<LocalDate>();
  for (const entry of entries) {
    const ofDate = byDate.get(entry.date) ?? new Map<ShiftType, RosterEntry[]>();
    byDate.set(entry.date, ofDate);
    const present = ofDate.get(entry.shiftType);
    if (present) {
      present.push(entry);
      splitDates.add(entry.date);
    } else ofDate.set(entry.shiftType, [entry]);
  }
  const placed = new Map<readonly RosterEntry[], Part[]>();
  const none: readonly RosterEntry[] = [];
  const entriesOf = (date: LocalDate, type: ShiftType): readonly RosterEntry[] =>
    byDate.get(date)?.get(type) ?? none;

  return {
    entriesOf,
    isSplit: (date) => splitDates.has(date),
    wholeShifts: (date) => new Map(SHIFT_TYPES.map((type) => [type, entriesOf(date, type)[0] ?? null])),
    during(date, shiftType, from, to) {
      const rows = entriesOf(date, shiftType);
      if (rows.length < 2) return [{ from, to, entry: rows[0] ?? null }];
      let parts = placed.get(rows);
      if (!parts) {
        parts = placeParts(rows, rolloverMinute, clock);
        placed.set(rows, parts);
      }
      return splitAmong(parts, from, to);
    },
  };
}

function splitAmong(parts: readonly Part[], from: EpochMinute, to: EpochMinute): Holding[] {
  const holdings: Holding[] = [];
  for (const start of boundaries(parts, from, to)) {
    const entry = partAt(parts, start)?.entry ?? null;
    const last = holdings.at(-1);
    if (last?.entry === entry) continue;
    if (last) last.to = start as EpochMinute;
    holdings.push({ from: start as EpochMinute, to, entry });
  }
  return holdings;
}
