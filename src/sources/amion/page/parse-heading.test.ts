import { describe, expect, it } from 'vitest';
import { dateIn, parseGridDate, parseHeading } from './parse-heading.ts';

describe('a date of the grid', () => {
  it.each([
    ['Wed  4/1', { month: 4, day: 1, weekday: 3 }],
    ['Wed\n4-1', { month: 4, day: 1, weekday: 3 }],
    ['Su 12/31', { month: 12, day: 31, weekday: 7 }],
    ['4/1', { month: 4, day: 1, weekday: null }],
    ['4/1/26', { month: 4, day: 1, weekday: null }],
  ])('%j', (text, date) => {
    expect(parseGridDate(text)).toEqual(date);
  });

  it.each(['', 'Day', 'Team 4/1', '8a-5p', 'Wed'])('%j is none', (text) => {
    expect(parseGridDate(text)).toBeNull();
  });
});

describe('a heading', () => {
  it.each([
    ['its year at the end', 'Radiology Schedule, 4/1 to 4/30, 2026', '2026-04-01', '2026-04-30'],
    ['no comma before the year', '4/1 - 4/30 2026', '2026-04-01', '2026-04-30'],
    ['both years', '12/14, 2026 to 1/10, 2027', '2026-12-14', '2027-01-10'],
    ['the year at the beginning', '12/14, 2026 to 1/10', '2026-12-14', '2027-01-10'],
    ['short years', '4/1/26 to 4/30/26', '2026-04-01', '2026-04-30'],
    ['a month by name', 'Radiology Schedule, February 2028', '2028-02-01', '2028-02-29'],
    ['dashes in dates', '4-1 to 4-30, 2026', '2026-04-01', '2026-04-30'],
  ])('with %s', (_, text, from, to) => {
    expect(parseHeading(text, [])).toEqual({ from, to });
  });

  it.each([
    ['no period', 'Radiology Schedule'],
    ['no year', '4/1 to 4/30'],
    ['no month of that name', 'Team Blue 2026'],
    ['a day that does not exist', '4/31 to 5/30, 2026'],
  ])('with %s says nothing', (_, text) => {
    expect(parseHeading(text, [])).toBeNull();
  });

  it.each([
    ['the last (14 December 2026 is a Monday)', 1, '2026-12-14'],
    ['the first (14 December 2027 is a Tuesday)', 2, '2027-12-14'],
    ['the last, as long as no weekday says otherwise', null, '2026-12-14'],
  ])('over a year end names %s year', (_, weekday, from) => {
    const heading = parseHeading('12/14 to 1/10, 2027', [{ month: 12, day: 14, weekday }]);
    expect(heading?.from).toBe(from);
  });
});

describe('the year of a date', () => {
  const winter = parseHeading('12/14, 2026 to 1/10, 2027', []) ?? { from: '' as never, to: '' as never };

  it.each([
    [12, 20, '2026-12-20'],
    [1, 3, '2027-01-03'],
    [12, 12, '2026-12-12'],
    [1, 12, '2027-01-12'],
    [2, 30, null],
  ])('%i/%i lies in the period or nearest to it', (month, day, date) => {
    expect(dateIn(winter, { month, day, weekday: null })).toBe(date);
  });
});
