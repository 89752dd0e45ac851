import { describe, expect, it } from 'vitest';
import { datesText, nextSpan } from './date-spans.ts';

describe('schedule dates in words', () => {
  it.each([
    ['2026-12-01', '2026-12-31', '1–31 Dec 2026'],
    ['2026-10-01', '2026-12-31', '1 Oct – 31 Dec 2026'],
    ['2026-12-15', '2027-01-14', '15 Dec 2026 – 14 Jan 2027'],
    ['2026-12-24', '2026-12-24', '24 Dec 2026'],
  ])('%s to %s: %s', (from, to, text) => expect(datesText(from, to)).toBe(text));
});

describe('what is scheduled next', () => {
  it.each([
    ['2026-12-31', '2027-01-01', '2027-01-31'],
    ['2027-01-31', '2027-02-01', '2027-02-28'],
    ['2028-01-31', '2028-02-01', '2028-02-29'],
    ['2026-12-14', '2026-12-15', '2026-12-31'],
  ])('after %s: %s to %s', (after, from, to) => expect(nextSpan(after)).toEqual({ from, to }));
});
