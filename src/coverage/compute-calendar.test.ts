import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySchedules } from '#test/support/arbitrary-schedules.ts';
import { date, listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { computeCalendar } from './compute-calendar.ts';
import { computeCoverage } from './compute-coverage.ts';

const NOTHING = { NO_RULE: 0, POSITION_EMPTY: 0, SPECIALTY_MISMATCH: 0 };

describe('a weekday evening, a weekend without one, and a night', () => {
  const sheets = [
    sheet('Mid Weekday 17:00-00:00', {
      'Ashby CT Neuro': 'MidC',
      'Ashby US': 'MidL',
      'Brook CT Body': 'MidL',
      'Brook US': null,
    }),
    sheet('ON 01:00-08:00', { 'Brook US': 'ON1' }),
  ];
  const facts = scheduleFacts({
    ...{ from: '2026-04-09', to: '2026-04-11', sheets },
    entries: [
      ...roster('2026-04-09', { MidC: '---', MidL: 'Nash', ON1: 'Ames' }),
      ...roster('2026-04-10', { MidC: 'Ames 17:00-20:00, --- 20:00-00:00', MidL: 'Cole' }),
      ...roster('2026-04-11', { ON1: 'Ames' }),
    ],
  });

  it.each([
    [
      'a Thursday with nobody on MidC and a neuro-only reader on MidL',
      {
        ...{ date: '2026-04-09', requiredHours: 35, coveredHours: 7 + 7, gaps: 3 },
        causes: { NO_RULE: 7, POSITION_EMPTY: 7, SPECIALTY_MISMATCH: 7 },
      },
    ],
    [
      'a Friday on which MidC leaves at eight and nobody has the night',
      {
        ...{ date: '2026-04-10', requiredHours: 35, coveredHours: 3 + 7 + 7, gaps: 3 },
        causes: { NO_RULE: 7, POSITION_EMPTY: 4 + 7, SPECIALTY_MISMATCH: 0 },
      },
    ],
    [
      'a Saturday, on which only the night is asked for',
      { date: '2026-04-11', requiredHours: 7, coveredHours: 7, gaps: 0, causes: NOTHING },
    ],
  ])('%s', (_, expected) => {
    const days = computeCalendar(facts, facts.from, facts.to);
    expect(days.find((day) => day.date === expected.date)).toEqual(expected);
  });
});

it('a date for which nothing is asked has a day too', () => {
  const list = [listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO')];
  const facts = scheduleFacts({ from: '2026-04-08', to: '2026-04-09', list });
  expect(computeCalendar(facts, facts.from, facts.to)).toEqual([
    { date: '2026-04-08', requiredHours: 0, coveredHours: 0, gaps: 0, causes: NOTHING },
    {
      ...{ date: '2026-04-09', requiredHours: 12, coveredHours: 0, gaps: 1 },
      causes: { ...NOTHING, POSITION_EMPTY: 12 },
    },
  ]);
});

it('the hours of a night follow the clock change', () => {
  const sheets = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })];
  const hours = (on: string): number | undefined =>
    computeCalendar(scheduleFacts({ from: on, to: on, sheets }), date(on), date(on))[0]?.requiredHours;
  expect(['2026-03-06', '2026-03-07', '2026-10-31'].map(hours)).toEqual([7, 6, 8]);
});

it('its days add up to the coverage', () => {
  for (const layout of ['matrix', 'list'] as const) {
    fc.assert(
      fc.property(arbitrarySchedules(layout, 15, 2), (facts) => {
        const { studyHours, gaps } = computeCoverage(facts);
        const days = computeCalendar(facts, facts.from, facts.to);
        const sum = (of: (day: (typeof days)[number]) => number): number =>
          days.reduce((total, day) => total + of(day), 0);
        expect(sum((day) => day.requiredHours)).toBeCloseTo(studyHours.required, 6);
        expect(sum((day) => day.coveredHours)).toBeCloseTo(studyHours.covered, 6);
        expect(sum((day) => day.gaps)).toBe(gaps.length);
        for (const { requiredHours, coveredHours, causes } of days) {
          const open = causes.NO_RULE + causes.POSITION_EMPTY + causes.SPECIALTY_MISMATCH;
          expect(requiredHours - coveredHours).toBeCloseTo(open, 6);
        }
      }),
      { numRuns: 40 },
    );
  }
});
