import { describe, expect, it } from 'vitest';
import { mondayOf, shownSpan, stepSpan, weeksFrom, weeksOf } from './roster-span.ts';

describe('weeks begin on Monday', () => {
  it.each([
    ['a Monday', '2026-12-07', '2026-12-07'],
    ['a Sunday', '2026-12-13', '2026-12-07'],
    ['over the end of a year', '2027-01-01', '2026-12-28'],
    ['the week in which the clocks go back', '2026-11-01', '2026-10-26'],
    ['a leap day', '2028-02-29', '2028-02-28'],
    ['long ago', '1969-12-31', '1969-12-29'],
  ])('%s', (_, date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });
});

describe('what is shown', () => {
  it.each([
    ['nothing asked: the week of today', {}, '2026-12-07 2026-12-13'],
    ['a shift asked: its week', { date: '2026-11-24' }, '2026-11-23 2026-11-29'],
    ['a span asked', { from: '2026-12-01', to: '2026-12-03', date: '2026-11-24' }, '2026-12-01 2026-12-03'],
    ['a beginning only', { from: '2026-12-02' }, '2026-11-30 2026-12-06'],
    ['an end before the beginning', { from: '2026-12-02', to: '2026-12-01' }, '2026-11-30 2026-12-06'],
    ['more than the server shows', { from: '2026-01-01', to: '2026-12-01' }, '2025-12-29 2026-01-04'],
  ])('%s', (_, asked, expected) => {
    const { from, to } = shownSpan(asked, '2026-12-13');
    expect(`${from} ${to}`).toBe(expected);
  });
});

it('steps by as many dates as are shown', () => {
  const four = weeksFrom('2026-12-13', 4);
  expect(four).toEqual({ from: '2026-12-07', to: '2027-01-03' });
  expect(stepSpan(four, -1)).toEqual({ from: '2026-11-09', to: '2026-12-06' });
  expect(stepSpan(weeksFrom('2026-12-13', 1), 1)).toEqual({ from: '2026-12-14', to: '2026-12-20' });
  expect([weeksOf(four), weeksOf(weeksFrom('2026-12-13', 1))]).toEqual([4, 1]);
});
