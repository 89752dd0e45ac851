import { describe, expect, it } from 'vitest';
import { clampDate, scheduleDateNow } from './schedule-date.ts';

it('keeps a date within the version', () => {
  const span = { from: '2026-10-01', to: '2026-12-31' };
  expect(['2026-09-30', '2026-11-01', '2027-01-01'].map((date) => clampDate(date, span))).toEqual([
    ...['2026-10-01', '2026-11-01', '2026-12-31'],
  ]);
});

describe('the schedule date of now', () => {
  it.each([
    ['02:30 of Sunday is the night of Saturday', '2026-12-13T07:30:00Z', '2026-12-12'],
    ['09:00 of Sunday is Sunday', '2026-12-13T14:00:00Z', '2026-12-13'],
    ['23:30 of Saturday, already Sunday in Greenwich', '2026-12-13T04:30:00Z', '2026-12-12'],
  ])('%s', (_, now, date) => {
    expect(scheduleDateNow('America/New_York', new Date(now))).toBe(date);
  });
});
