import { Temporal } from 'temporal-polyfill';
import { type ClockTime, minuteOfDay, toClockTime } from './clock-time.ts';
import type { LocalDate } from './local-date.ts';

declare const brand: unique symbol;
/** An instant: whole minutes since 1970-01-01T00:00Z. Differences of two are elapsed minutes. */
export type EpochMinute = number & { readonly [brand]: 'epoch-minute' };

const DAY = 24 * 60;
const MINUTE_MS = 60_000;

/** Turns local dates and clock times of one IANA time zone into instants and back (R6). */
export interface ZoneClock {
  readonly timeZone: string;
  /**
   * The instant of a clock time on `date` (`dayOffset` days later). Of a time that happens twice it is the first, a time
   * that does not exist is moved forward by the gap (Temporal's "compatible").
   */
  instantOf(date: LocalDate, time: ClockTime, dayOffset?: number): EpochMinute;
  /** The calendar date at an instant. */
  dateAt(instant: EpochMinute): LocalDate;
  /** `HH:MM` on the wall clock at an instant. */
  timeAt(instant: EpochMinute): ClockTime;
  /** ISO 8601 with the offset in force, e.g. `2026-11-01T01:30:00-04:00`. */
  present(instant: EpochMinute): string;
}

/** An IANA zone as it is written there: neither `utc` nor an offset like `+05:00`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return timeZoneId === timeZone && !/^[+-]/.test(timeZone);
  } catch {
    return false;
  }
}

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an existing zone; throws RangeError for one that `isTimeZone` refuses. There is one a zone, as what it has
 * found out about its days stays true.
 */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = makeClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}

function makeClock(timeZone: string): ZoneClock {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  const dayNumbers = new Map<string, number>();
  const offsets = new Map<number, number>();

  const dayNumber = (date: LocalDate): number => {
    let day = dayNumbers.get(date);
    if (day === undefined) {
      day = epoch.until(date, { largestUnit: 'days' }).days;
      dayNumbers.set(date, day);
    }
    return day;
  };
  const compatible = (localMinute: number): number => {
    const local = epoch
      .add({ days: Math.floor(localMinute / DAY) })
      .toPlainDateTime()
      .add({ minutes: localMinute - Math.floor(localMinute / DAY) * DAY });
    return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds / MINUTE_MS;
  };
  /** Local minus UTC minutes at the start of a local day. */
  const offsetAt = (day: number): number => {
    let offset = offsets.get(day);
    if (offset === undefined) {
      offset = day * DAY - compatible(day * DAY);
      offsets.set(day, offset);
    }
    return offset;
  };
  const zoned = (instant: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(instant * MINUTE_MS).toZonedDateTimeISO(timeZone);
  /** Local minus UTC minutes at the start of a UTC day. */
  const utcOffsets = new Map<number, number>();
  const utcOffsetAt = (day: number): number => {
    let offset = utcOffsets.get(day);
    if (offset === undefined) {
      offset = zoned(day * DAY).offsetNanoseconds / 60e9;
      utcOffsets.set(day, offset);
    }
    return offset;
  };
  const dates = new Map<number, LocalDate>();
  const dateOf = (day: number): LocalDate => {
    let date = dates.get(day);
    if (date === undefined) {
      date = epoch.add({ days: day }).toString() as LocalDate;
      dates.set(day, date);
    }
    return date;
  };
  /** What the calendar and the clock on the wall show at an instant, with the offset in force. */
  const wallAt = (instant: number): { date: LocalDate; time: ClockTime; offset: number } => {
    const day = Math.floor(instant / DAY);
    const start = utcOffsetAt(day);
    // On a day without a clock change the offset of its start holds throughout.
    const offset = start === utcOffsetAt(day + 1) ? start : zoned(instant).offsetNanoseconds / 60e9;
    const localDay = Math.floor((instant + offset) / DAY);
    return {
      date: dateOf(localDay),
      time: toClockTime(Math.floor(instant + offset - localDay * DAY)),
      offset,
    };
  };

  return {
    timeZone,
    instantOf(date, time, dayOffset = 0) {
      const day = dayNumber(date) + dayOffset;
      const localMinute = day * DAY + minuteOfDay(time);
      const offset = offsetAt(day);
      // On a day without a clock change the offset of its start holds throughout.
      const instant = offset === offsetAt(day + 1) ? localMinute - offset : compatible(localMinute);
      return instant as EpochMinute;
    },
    dateAt: (instant) => wallAt(instant).date,
    timeAt: (instant) => wallAt(instant).time,
    present(instant) {
      const { date, time, offset } = wallAt(instant);
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.round(Math.abs(offset) % 60)];
      return `${date}T${time}:00${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
    },
  };
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The instants that a local date and time names: one, two (the hour that happens twice), or none (the one that is skipped). */
export function instantsOfLocal(local: Temporal.PlainDateTime, timeZone: string): EpochMinute[] {
  const candidates = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  );
  const real = candidates.filter((zoned) => zoned.toPlainDateTime().equals(local));
  const minutes = real.map((zoned) => Math.floor(zoned.epochMilliseconds / MINUTE_MS) as EpochMinute);
  return [...new Set(minutes)];
}
