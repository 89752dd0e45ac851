import { describe, expect, it } from 'vitest';
import { chunkOf, chunksBetween } from './date-chunks.ts';

const version = { from: '2026-10-05', to: '2027-02-27' };

describe('the stretch that a date is asked for with', () => {
  it.each([
    ['2026-11-01', '2026-11-01', '2026-11-10'],
    ['2026-11-10', '2026-11-01', '2026-11-10'],
    ['2026-11-11', '2026-11-11', '2026-11-20'],
    ['2026-11-20', '2026-11-11', '2026-11-20'],
    ['2026-12-31', '2026-12-21', '2026-12-31'],
    ['2026-10-07', '2026-10-05', '2026-10-10'],
    ['2027-02-25', '2027-02-21', '2027-02-27'],
  ])('%s: %s to %s', (date, from, to) => {
    expect(chunkOf(date, version)).toEqual({ from, to });
  });
});

it('covers a month around the turn of the year without a hole', () => {
  expect(chunksBetween('2026-12-18', '2027-01-12', version)).toEqual([
    { from: '2026-12-11', to: '2026-12-20' },
    { from: '2026-12-21', to: '2026-12-31' },
    { from: '2027-01-01', to: '2027-01-10' },
    { from: '2027-01-11', to: '2027-01-20' },
  ]);
});

it('is none where the dates are none', () => {
  expect(chunksBetween('2026-12-18', '2026-12-17', version)).toEqual([]);
});
