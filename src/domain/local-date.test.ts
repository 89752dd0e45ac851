import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfWeek,
  eachDate,
  epochDay,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  parseLocalDate,
  toLocalDate,
} from './local-date.ts';

const on = (text: string): LocalDate => text as LocalDate;

describe('a date of the calendar', () => {
  it.each([
    ['2026-04-09', '2026-04-09'],
    [' 2026-04-09 ', '2026-04-09'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-04-00', null],
    ['2026-4-9', null],
    ['4/9/2026', null],
    ['2026-04-09T00:00', null],
    ['', null],
  ])('%j is %s', (text, expected) => {
    expect(parseLocalDate(text)).toBe(expected);
  });

  it.each([
    [2026, 4, 9, '2026-04-09'],
    [2026, 4, 31, null],
    [2026, 0, 1, null],
  ])('of %i, %i and %i', (year, month, day, expected) => {
    expect(toLocalDate(year, month, day)).toBe(expected);
  });
});

it.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-08', 0, '2026-03-08'],
])('%s and %i days are %s', (date, days, expected) => {
  expect(addDays(on(date), days)).toBe(expected);
});

it('a week runs from Monday, 1, to Sunday, 7', () => {
  expect(eachDate(on('2026-04-06'), on('2026-04-12')).map(dayOfWeek)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('every date of two centuries has the day of the week that the calendar gives it', () => {
  const dates = eachDate(on('1899-12-31'), on('2100-03-01'));
  const expected = dates.map((date) => Temporal.PlainDate.from(date).dayOfWeek);
  expect(dates.map(dayOfWeek)).toEqual(expected);
});

it.each([
  ['2026-04-30', '2026-05-01', ['2026-04-30', '2026-05-01']],
  ['2026-04-30', '2026-04-30', ['2026-04-30']],
  ['2026-04-30', '2026-04-29', []],
])('from %s to %s', (from, to, dates) => {
  expect(eachDate(on(from), on(to))).toEqual(dates);
});

it('days are counted from 1970, one by one, over every clock change', () => {
  expect(epochDay(on('1970-01-01'))).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
      expect(epochDay(addDays(on('1970-01-01'), days))).toBe(days);
    }),
  );
});

it.each([
  ['2026-04-09', '2026-04-01', '2026-04-30'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
  ['2026-02-01', '2026-02-01', '2026-02-28'],
  ['2028-02-29', '2028-02-01', '2028-02-29'],
])('the month of %s is from %s to %s', (text, first, last) => {
  expect([firstOfMonth(on(text)), lastOfMonth(on(text))]).toEqual([first, last]);
});
