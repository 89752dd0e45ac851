import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import { addDays, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { zoneMinutes } from './zone-offset.ts';

const newYork = zoneMinutes('America/New_York');
const iso = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);

describe('an hour of the clock in New York', () => {
  it.each([
    ['an evening', '2026-12-12', 17, '2026-12-12T22:00'],
    ['the night after it', '2026-12-12', 26, '2026-12-13T07:00'],
    ['an hour that happens twice is the first', '2026-10-31', 25, '2026-11-01T05:00'],
    ['an hour that does not exist is moved forward', '2026-03-07', 26, '2026-03-08T07:00'],
    ['after the clock is put forward', '2026-03-07', 32, '2026-03-08T12:00'],
  ])('%s', (_, date, hour, instant) => {
    expect(iso(newYork.instantOf(date, hour))).toBe(instant);
  });

  it('is shown again by the clock', () => {
    const night = newYork.instantOf('2026-10-31', 24);
    expect([0, 60, 120, 180].map((later) => newYork.clockAt(night + later) / 60)).toEqual([0, 1, 1, 2]);
  });
});

it('agrees with the clock of the rules, in every zone and hour', () => {
  const zones = fc.constantFrom(
    ...[
      'America/New_York',
      'Europe/Berlin',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
      'Africa/Casablanca',
    ],
  );
  const dates = fc.constantFrom(...eachDate('2026-01-01' as LocalDate, '2026-12-31' as LocalDate));
  fc.assert(
    fc.property(zones, dates, fc.integer({ min: 0, max: 47 }), (timeZone, date, hour) => {
      const time = `${String(hour % 24).padStart(2, '0')}:00` as ClockTime;
      const expected = zoneClock(timeZone).instantOf(addDays(date, Math.floor(hour / 24)), time);
      expect(zoneMinutes(timeZone).instantOf(date, hour)).toBe(expected);
    }),
  );
});
