import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySchedules } from '#test/support/arbitrary-schedules.ts';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeCoverage } from './compute-coverage.ts';

const clock = zoneClock('America/New_York');

describe('a weekday evening of two hospitals', () => {
  const sheets = [
    sheet('Mid Weekday 17:00-00:00', {
      'Ashby CT Neuro': 'MidC',
      'Ashby US': 'MidL',
      'Brook CT Body': 'MidL',
      'Brook US': null,
    }),
  ];
  const coverage = computeCoverage(
    scheduleFacts({
      ...{ from: '2026-04-09', to: '2026-04-11', sheets },
      entries: [
        ...roster('2026-04-09', { MidC: '---', MidL: 'Nash' }),
        ...roster('2026-04-10', {
          MidC: 'Ames 17:00-20:00, --- 20:00-00:00',
          MidL: 'Cole 17:00-20:00, Drew 20:00-22:00, Ellis 22:00-00:00',
        }),
      ],
    }),
  );

  it('counts its shifts', () => {
    const { shiftInstances, full, partial, uncovered, mismatched, percentage, byPosition } = coverage;
    expect({ shiftInstances, full, partial, uncovered, mismatched, percentage, byPosition }).toEqual({
      ...{ shiftInstances: 6, full: 4, partial: 1, uncovered: 1, mismatched: 1 },
      // Five of six shifts have at least their one person.
      percentage: 83.33,
      byPosition: { MidC: { desired: 2, assigned: 1 }, MidL: { desired: 4, assigned: 8 } },
    });
  });

  it('counts its hours: 4 studies, 7 hours, 2 dates', () => {
    expect(coverage.studyHours).toEqual({ required: 56, covered: 3 + 7 + 7 + 7 });
  });

  it('names every gap once, by time, hospital and study', () => {
    const shown = coverage.gaps.map((gap) => {
      const hours = `${gap.scheduleDate} ${clock.timeAt(gap.from)}-${clock.timeAt(gap.to)}`;
      return `${hours} ${gap.label}: ${gap.cause} ${gap.position} ${gap.person}`;
    });
    expect(shown).toEqual([
      '2026-04-09 17:00-00:00 Ashby CT Neuro: POSITION_EMPTY MidC null',
      '2026-04-09 17:00-00:00 Brook CT Body: SPECIALTY_MISMATCH MidL Nash',
      '2026-04-09 17:00-00:00 Brook US: NO_RULE null null',
      '2026-04-10 17:00-00:00 Brook US: NO_RULE null null',
      '2026-04-10 20:00-00:00 Ashby CT Neuro: POSITION_EMPTY MidC null',
    ]);
  });
});

it('a gap goes on while window, cause, position and person stay', () => {
  const sheets = [
    sheet('ON 22:00-01:00', { 'Ashby CT Neuro': 'ON1' }),
    sheet('ON 01:00-08:00', { 'Ashby CT Neuro': 'ON1' }),
  ];
  const entries = roster('2026-04-09', {
    ON1: '--- 22:00-00:00, --- 00:00-03:00, Ames 03:00-05:00, Bell 05:00-06:00, Birch 06:00-08:00',
  });
  const { gaps } = computeCoverage(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries }));
  expect(
    gaps.map(
      (gap) => `${clock.timeAt(gap.from)}-${clock.timeAt(gap.to)} ${gap.window} ${gap.person ?? '---'}`,
    ),
  ).toEqual([
    '22:00-01:00 22:00-01:00 ---',
    '01:00-03:00 01:00-08:00 ---',
    '05:00-06:00 01:00-08:00 Bell',
    '06:00-08:00 01:00-08:00 Birch',
  ]);
});

describe('a flat list', () => {
  it('counts desired people, at most those wanted, in the order of shift types', () => {
    const list = [
      listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO', { coverage: 2 }),
      listRow('2026-04-09 DAY 07:00-17:00 Ashby NEURO', { coverage: 1, mandatory: false }),
      listRow('2026-04-09 DAY 07:00-19:00 Brook NEURO', { coverage: 0 }),
    ];
    const entries = roster('2026-04-09', {
      ON1: 'Ames 19:00-07:00',
      DAY: 'Cole 07:00-12:00, Drew 12:00-17:00',
    });
    const coverage = computeCoverage(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', list, entries }));
    expect(coverage.percentage).toBe(66.67);
    expect(Object.entries(coverage.byPosition)).toEqual([
      ['DAY', { desired: 1, assigned: 4 }],
      ['ON1', { desired: 2, assigned: 1 }],
    ]);
    expect(coverage.gaps).toEqual([]);
  });

  it('keeps the gaps of two rows apart', () => {
    const list = [
      listRow('2026-04-09 ON1 19:00-22:00 Ashby BODY'),
      listRow('2026-04-09 ON1 22:00-07:00 Ashby BODY'),
    ];
    const { gaps } = computeCoverage(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', list }));
    expect(gaps.map((gap) => [gap.label, gap.window, gap.cause])).toEqual([
      ['Ashby BODY', '19:00-22:00', 'POSITION_EMPTY'],
      ['Ashby BODY', '22:00-07:00', 'POSITION_EMPTY'],
    ]);
  });

  it('of nothing is covered in full', () => {
    const coverage = computeCoverage(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', list: [] }));
    expect([coverage.percentage, coverage.byPosition, coverage.studyHours]).toEqual([
      100,
      {},
      { required: 0, covered: 0 },
    ]);
  });
});

it('the hours of a night follow the clock change', () => {
  const sheets = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })];
  const hours = (on: string): number =>
    computeCoverage(scheduleFacts({ from: on, to: on, sheets, entries: roster(on, { ON1: 'Ames' }) }))
      .studyHours.covered;
  expect(['2026-03-06', '2026-03-07', '2026-10-31'].map(hours)).toEqual([7, 6, 8]);
});

it('gaps are exactly the hours that are not covered, and the counts add up', () => {
  for (const layout of ['matrix', 'list'] as const) {
    fc.assert(
      fc.property(arbitrarySchedules(layout, 15, 2), (facts) => {
        const coverage = computeCoverage(facts);
        const missing = coverage.gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0) / 60;
        expect(coverage.studyHours.required - coverage.studyHours.covered).toBeCloseTo(missing, 6);
        expect(coverage.full + coverage.partial + coverage.uncovered).toBe(coverage.shiftInstances);
        expect(coverage.percentage).toBeLessThanOrEqual(100);
      }),
      { numRuns: 40 },
    );
  }
});
