import { expect, it } from 'vitest';
import { parseMonthName, parseStamp } from './parse-stamp.ts';

it.each([
  ['summer time', '(as of Apr 28 19:06 2026 US ET)', '2026-04-28T19:06:00-04:00'],
  ['winter time', '(as of Jan 5 7:06 2026 US ET)', '2026-01-05T07:06:00-05:00'],
  ['a page', 'Schedule last updated May 27 9:41 2026', '2026-05-27T09:41:00-04:00'],
  ['twelve-hour clock', 'as of May 27 9:41pm 2026', '2026-05-27T21:41:00-04:00'],
  ['midnight in twelve hours', 'as of May 27 12:41am 2026', '2026-05-27T00:41:00-04:00'],
  ['the hour that happens twice (its first)', 'Nov 1 01:30 2026', '2026-11-01T01:30:00-04:00'],
  ['non-breaking spaces', 'as of Apr\u00a028 19:06\u00a02026', '2026-04-28T19:06:00-04:00'],
])('reads the stamp of %s', (_, text, instant) => {
  expect(parseStamp(text)).toBe(instant);
});

it.each([
  '',
  'as of today',
  'Foo 28 19:06 2026',
  'Apr 31 19:06 2026',
  'Apr 28 25:06 2026',
  'Apr 28 19:66 2026',
])('finds none in "%s"', (text) => {
  expect(parseStamp(text)).toBeNull();
});

it('knows the months', () => {
  expect(['Jan', 'december', 'Sept', 'Foo'].map(parseMonthName)).toEqual([1, 12, 9, null]);
});
