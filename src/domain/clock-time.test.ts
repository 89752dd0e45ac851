import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockTime,
  clockMinutes,
  minuteOfDay,
  parseClockTime,
  spanText,
  toClockTime,
} from './clock-time.ts';

describe('a time on the clock', () => {
  it.each([
    ['7:05', '07:05'],
    ['07:05', '07:05'],
    ['1900', '19:00'],
    ['930', '09:30'],
    ['0000', '00:00'],
    ['24:00', '00:00'],
    ['2400', '00:00'],
    ['19:00:00', '19:00'],
    ['19:00:00.5', '19:00'],
    [' 23:59 ', '23:59'],
    ['24:01', null],
    ['25:00', null],
    ['12:60', null],
    ['7', null],
    ['12', null],
    ['7 pm', null],
    ['-1:00', null],
    ['', null],
  ])('%j is %s', (text, expected) => {
    expect(parseClockTime(text)).toBe(expected);
  });

  it('of every minute of a day, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(minuteOfDay(toClockTime(minute))).toBe(minute);
        expect(parseClockTime(toClockTime(minute))).toBe(toClockTime(minute));
      }),
    );
    expect(toClockTime(1440)).toBe('00:00');
  });
});

it.each([
  ['17:00', '18:00', 60],
  ['17:00', '00:00', 420],
  ['22:00', '07:00', 540],
  ['08:00', '08:00', 1440],
  ['00:00', '23:59', 1439],
] as [ClockTime, ClockTime, number][])('%s to %s are %i minutes', (start, end, minutes) => {
  expect(clockMinutes({ start, end })).toBe(minutes);
  expect(spanText({ start, end })).toBe(`${start}-${end}`);
});
