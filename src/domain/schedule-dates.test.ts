import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from './local-date.ts';
import {
  countDates,
  EARLIEST_DATE,
  LATEST_DATE,
  MOST_VERSION_DATES,
  parseScheduleDate,
  periodFault,
  scheduleDateFault,
} from './schedule-dates.ts';

const on = (text: string): LocalDate => text as LocalDate;

describe('a date that a schedule may have', () => {
  it.each(['1900-01-01', '2026-04-18', ' 2028-02-29 ', '2999-12-31'])('%j', (text) => {
    expect(scheduleDateFault(text)).toBeNull();
    expect(parseScheduleDate(text)).toBe(text.trim());
  });

  it.each(['1899-12-31', '3000-01-01', '0000-01-01', '0001-01-01', '9999-12-31'])('not %s', (text) => {
    expect(parseScheduleDate(text)).toBeNull();
    expect(scheduleDateFault(text)).toBe(
      `"${text}" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.`,
    );
  });

  it.each(['2027-02-30', 'abc', ''])('not %j, which is no date', (text) => {
    expect(scheduleDateFault(text)).toBe(`"${text}" is no date. Write it as 2026-04-18.`);
  });
});

it('of a long text that is no date only the beginning is repeated', () => {
  expect(scheduleDateFault('x'.repeat(10_000))).toBe(
    `"${'x'.repeat(40)}" is no date. Write it as 2026-04-18.`,
  );
});

describe('the period of a version', () => {
  it.each([
    ['a single date', '2026-04-18', '2026-04-18'],
    ['two years, one of them a leap year, and a day', '2027-01-01', '2029-01-01'],
    ['the first dates of all', '1900-01-01', '1902-01-02'],
    ['the last dates of all', '2999-12-31', '2999-12-31'],
  ])('may be %s', (_, from, to) => {
    expect(periodFault({ from: on(from), to: on(to) })).toBeNull();
  });

  it.each([
    [
      ...(['a date more than two years', '2027-01-01', '2029-01-02', 'to'] as const),
      'A schedule from 2027-01-01 to 2029-01-02 has 733 dates; 732 (two years) are the most. Let it end (to) on 2029-01-01 or before.',
    ],
    [
      ...(['the years without end', '2028-01-01', '2900-01-01', 'to'] as const),
      'A schedule from 2028-01-01 to 2900-01-01 has 318493 dates; 732 (two years) are the most. Let it end (to) on 2030-01-01 or before.',
    ],
    [
      ...(['an end before the start', '2027-01-02', '2027-01-01', 'to'] as const),
      'A schedule cannot end (2027-01-01) before it begins (2027-01-02).',
    ],
    [
      ...(['a start that is too early', '0001-01-01', '2027-01-01', 'from'] as const),
      'from: "0001-01-01" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.',
    ],
    [
      ...(['an end that is too late', '2999-12-31', '3000-01-01', 'to'] as const),
      'to: "3000-01-01" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.',
    ],
  ])('may not be %s', (_, from, to, field, says) => {
    expect(periodFault({ from: on(from), to: on(to) })).toEqual({ field, says });
  });

  it('is as long as allowed, or refused', () => {
    const days = fc.integer({ min: 0, max: 400_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 2000 }), (after, count) => {
        const from = addDays(EARLIEST_DATE, after);
        const to = addDays(from, count - 1);
        expect(countDates({ from, to })).toBe(count);
        expect(periodFault({ from, to }) === null).toBe(
          from <= LATEST_DATE && to <= LATEST_DATE && count <= MOST_VERSION_DATES,
        );
      }),
    );
  });
});
