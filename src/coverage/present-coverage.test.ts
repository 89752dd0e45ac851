import { expect, it } from 'vitest';
import { scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeCoverage } from './compute-coverage.ts';
import { presentCoverage } from './present-coverage.ts';

it('shows instants with the offset in force, and no messages', () => {
  const sheets = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1', 'Brook US': 'ON1' })];
  const coverage = computeCoverage(scheduleFacts({ from: '2026-10-31', to: '2026-10-31', sheets }));
  const shown = presentCoverage(coverage, zoneClock('America/New_York'), 3);
  expect(shown.gaps.map(({ label, from, to }) => [label, from, to])).toEqual(
    ['Ashby US', 'Brook US'].map((label) => [
      label,
      '2026-11-01T01:00:00-04:00',
      '2026-11-01T08:00:00-05:00',
    ]),
  );
  expect(shown).toMatchObject({
    queryCount: 3,
    shiftInstances: 2,
    uncovered: 2,
    studyHours: { required: 16, covered: 0 },
  });
  expect(shown).not.toHaveProperty('messages');
});
