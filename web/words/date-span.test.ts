import { describe, expect, it } from 'vitest';
import { datesText, lengthText, merged, nextSpan, overlaps, without } from './date-span.ts';

const span = (text: string) => {
  const [from = '', to = from] = text.split(' ');
  return { from, to };
};
const spans = (...texts: string[]) => texts.map(span);

describe('dates in words', () => {
  it.each([
    ['2026-10-01 2026-12-31', '1 Oct – 31 Dec 2026', '92 days'],
    ['2026-12-28 2027-01-03', '28 Dec 2026 – 3 Jan 2027', '7 days'],
    ['2026-12-10 2026-12-10', '10 Dec 2026', '1 day'],
  ])('%s', (given, words, length) => {
    expect(datesText(span(given))).toBe(words);
    expect(lengthText(span(given))).toBe(length);
  });
});

describe('dates without others', () => {
  const quarter = span('2026-10-01 2026-12-31');
  it.each<[string, string[], string[]]>([
    ['nothing else', [], ['2026-10-01 2026-12-31']],
    ['a week in the middle', ['2026-11-02 2026-11-08'], ['2026-10-01 2026-11-01', '2026-11-09 2026-12-31']],
    ['the beginning, from earlier on', ['2026-09-01 2026-10-31'], ['2026-11-01 2026-12-31']],
    ['the end, beyond it', ['2026-12-31 2027-02-01'], ['2026-10-01 2026-12-30']],
    ['all of it', ['2026-01-01 2026-12-31'], []],
    ['two that overlap', ['2026-10-01 2026-11-10', '2026-11-01 2026-11-30'], ['2026-12-01 2026-12-31']],
    [
      'a longer one before a shorter one',
      ['2026-10-01 2026-12-01', '2026-10-05 2026-10-06'],
      ['2026-12-02 2026-12-31'],
    ],
    ['dates beside it', ['2026-01-01 2026-09-30', '2027-01-01 2027-01-31'], ['2026-10-01 2026-12-31']],
  ])('%s', (_, others, left) => {
    expect(without(quarter, spans(...others))).toEqual(spans(...left));
  });
});

it('neighbours and overlapping dates are one span', () => {
  expect(
    merged(
      spans(
        '2026-11-09 2026-11-30',
        '2026-10-01 2026-11-01',
        '2026-12-01 2026-12-05',
        '2026-11-10 2026-11-12',
      ),
    ),
  ).toEqual(spans('2026-10-01 2026-11-01', '2026-11-09 2026-12-05'));
});

it('spans overlap from one common date on', () => {
  expect(overlaps(span('2026-10-01 2026-10-31'), span('2026-10-31 2026-11-30'))).toBe(true);
  expect(overlaps(span('2026-10-01 2026-10-31'), span('2026-11-01 2026-11-30'))).toBe(false);
});

describe('schedule dates in words', () => {
  it.each([
    ['2026-12-01', '2026-12-31', '1–31 Dec 2026'],
    ['2026-10-01', '2026-12-31', '1 Oct – 31 Dec 2026'],
    ['2026-12-15', '2027-01-14', '15 Dec 2026 – 14 Jan 2027'],
    ['2026-12-24', '2026-12-24', '24 Dec 2026'],
  ])('%s to %s: %s', (from, to, text) => expect(datesText({ from, to })).toBe(text));
});

describe('what is scheduled next', () => {
  it.each([
    ['2026-12-31', '2027-01-01', '2027-01-31'],
    ['2027-01-31', '2027-02-01', '2027-02-28'],
    ['2028-01-31', '2028-02-01', '2028-02-29'],
    ['2026-12-14', '2026-12-15', '2026-12-31'],
  ])('after %s: %s to %s', (after, from, to) => expect(nextSpan(after)).toEqual({ from, to }));
});
