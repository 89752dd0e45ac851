import { expect, it } from 'vitest';
import { looksLikeDate, parseAmionDate } from './parse-amion-date.ts';

it.each([
  ['4-1-26', '2026-04-01'],
  ['12-31-26', '2026-12-31'],
  ['04-01-26', '2026-04-01'],
  ['4/1/2026', '2026-04-01'],
  ['2-29-28', '2028-02-29'],
])('%s is %s', (text, date) => {
  expect(parseAmionDate(text)).toBe(date);
});

it.each(['4-31-26', '13-1-26', '2-29-26', '0-1-26', '2026-04-01', '4-1', 'Apr 1', ''])(
  '%s is no date',
  (text) => {
    expect(parseAmionDate(text)).toBeNull();
  },
);

it.each([
  ['13-45-26', true],
  ['2026-04-01', true],
  ['0800', false],
  ['Date', false],
])('%s was meant as a date: %s', (text, meant) => {
  expect(looksLikeDate(text)).toBe(meant);
});
