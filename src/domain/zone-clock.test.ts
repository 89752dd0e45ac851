import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { toClockTime } from './clock-time.ts';
import type { LocalDate } from './local-date.ts';
import { addDays } from './local-date.ts';
import { type EpochMinute, instantsOfLocal, isTimeZone, zoneClock } from './zone-clock.ts';

const newYork = zoneClock('America/New_York');
const on = (date: string): LocalDate => date as LocalDate;

describe('a clock time of a hospital becomes an instant', () => {
  it.each([
    ['a summer evening', '2026-07-01', '17:00', '2026-07-01T17:00:00-04:00'],
    ['a winter evening', '2026-12-01', '17:00', '2026-12-01T17:00:00-05:00'],
    ['the first 01:30 of the night that has two', '2026-11-01', '01:30', '2026-11-01T01:30:00-04:00'],
    ['02:00 after the hour that happens twice', '2026-11-01', '02:00', '2026-11-01T02:00:00-05:00'],
    ['02:30, which does not exist, moves forward', '2026-03-08', '02:30', '2026-03-08T03:30:00-04:00'],
    ['midnight of the day before the change', '2026-10-31', '00:00', '2026-10-31T00:00:00-04:00'],
  ])('%s', (_, date, time, expected) => {
    expect(newYork.present(newYork.instantOf(on(date), time as never))).toBe(expected);
  });

  it('counts days from the date', () => {
    const night = newYork.instantOf(on('2026-10-31'), '01:00' as never, 1);
    expect(newYork.present(night)).toBe('2026-11-01T01:00:00-04:00');
    expect(newYork.dateAt(night)).toBe('2026-11-01');
    expect(newYork.timeAt(night)).toBe('01:00');
  });

  it('is what Temporal says, in any zone, on any day', () => {
    const zones = [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/St_Johns',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, days, minute) => {
          const date = addDays(on('2025-01-01'), days);
          const time = toClockTime(minute);
          const temporal = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
          expect(zoneClock(zone).instantOf(date, time)).toBe(temporal.epochMilliseconds / 60_000);
        },
      ),
    );
  });
});

describe('a local time that somebody types', () => {
  it.each([
    ['2026-11-23T02:30', ['2026-11-23T02:30:00-05:00']],
    ['2026-11-01T01:30', ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00']],
    ['2026-03-08T02:30', []],
  ])('%s names %j', (local, expected) => {
    const instants = instantsOfLocal(Temporal.PlainDateTime.from(local), 'America/New_York');
    expect(instants.map((i: EpochMinute) => newYork.present(i))).toEqual(expected);
  });
});

it('knows which time zones exist', () => {
  for (const zone of ['America/New_York', 'US/Eastern', 'UTC']) expect(isTimeZone(zone), zone).toBe(true);
  for (const zone of ['America/Gotham', 'america/new_york', 'utc', '+05:00', ''])
    expect(isTimeZone(zone), zone).toBe(false);
});

describe('an instant on the wall', () => {
  const zones = [
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'UTC',
  ];

  it('is what the calendar of the zone says, also around clock changes', () => {
    const years = fc.integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 });
    const changes = ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-04-04T15:00Z'];
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -1500, max: 1500 }))
      .map(([text, minutes]) => Temporal.Instant.from(text).epochMilliseconds / 60_000 + minutes);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(years, near), (zone, minute) => {
        const clock = zoneClock(zone);
        const instant = minute as EpochMinute;
        const zoned = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
        expect(clock.present(instant)).toBe(
          zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        );
        expect(clock.dateAt(instant)).toBe(zoned.toPlainDate().toString());
        expect(clock.timeAt(instant)).toBe(zoned.toPlainTime().toString({ smallestUnit: 'minute' }));
      }),
      { numRuns: 500 },
    );
  });
});
