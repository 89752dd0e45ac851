import { describe, expect, it } from 'vitest';
import { hoursOfRow, parseHours, restOf } from './lost-hours.ts';
import type { Duty } from './roster-queries.ts';

const NIGHT = { from: '2026-12-12T23:00:00-05:00', to: '2026-12-13T08:00:00-05:00' };

describe('what is left of a night', () => {
  it.each([
    ['in the middle of it', '2026-12-13T02:30', { start: '02:30', end: '08:00' }],
    ['before midnight', '2026-12-12T23:30', { start: '23:30', end: '08:00' }],
    ['before it begins', '2026-12-12T20:00', null],
    ['as it begins', '2026-12-12T23:00', null],
    ['as it ends', '2026-12-13T08:00', null],
  ])('%s', (_, at, rest) => {
    expect(restOf(NIGHT, at)).toEqual(rest);
  });
});

it.each([
  ['as the roster gives them', '22:00', '07:00', { start: '22:00', end: '07:00' }],
  ['of a day of 24 hours: the whole shift', '07:00', '07:00', null],
  ['of a row without hours: the whole shift', null, null, null],
])('the hours of a row, %s', (_, start, end, expected) => {
  expect(hoursOfRow({ duty: { start, end } as Duty })).toEqual(expected);
  expect(hoursOfRow({ duty: null })).toBeNull();
});

it.each([
  ['02:30-08:00', { start: '02:30', end: '08:00' }],
  ['2:30-8:00', null],
  ['25:00-08:00', null],
  [undefined, null],
])('%s in the address', (text, expected) => {
  expect(parseHours(text)).toEqual(expected);
});
