import { describe, expect, it } from 'vitest';
import { type CalendarDay, levelOf, toMonths } from './calendar-months.ts';

const day = (date: string, requiredHours = 100, coveredHours = 100): CalendarDay => ({
  ...{ date, requiredHours, coveredHours, gaps: 0 },
  causes: { NO_RULE: 0, POSITION_EMPTY: 0, SPECIALTY_MISMATCH: 0 },
});

describe('the months of a version', () => {
  const months = toMonths(
    ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-06', '2026-12-07'].map((date) =>
      day(date),
    ),
  );
  const dates = (month: number) =>
    months[month]?.weeks.map((week) => week.map((each) => each?.date.slice(8) ?? ''));

  it('are rows from Monday to Sunday', () => {
    expect(months.map(({ key }) => key)).toEqual(['2026-11', '2026-12']);
    expect(dates(1)).toEqual([
      ['', '01', '', '', '', '', '06'],
      ['07', '', '', '', '', '', ''],
    ]);
  });

  it('leave out weeks before the version begins', () => {
    expect(dates(0)).toEqual([
      ['', '', '', '', '', '28', '29'],
      ['30', '', '', '', '', '', ''],
    ]);
  });
});

it.each([
  ['full', 100, 100],
  ['few', 100, 99],
  ['some', 100, 98],
  ['many', 100, 90],
  ['none', 0, 0],
])('is %s of %d hours with %d', (level, required, covered) => {
  expect(levelOf(day('2026-12-01', required, covered))).toBe(level);
});
