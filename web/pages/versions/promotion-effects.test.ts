import { expect, it } from 'vitest';
import { datesLostWith, versionsThatLoseDates } from './promotion-effects.ts';

const periods = [
  { version: 'autumn', from: '2026-10-01', to: '2026-11-01' },
  { version: 'week', from: '2026-11-02', to: '2026-11-08' },
  { version: 'autumn', from: '2026-11-09', to: '2026-12-31' },
];

it.each([
  [
    'a month in the middle trims one version on both sides and ends another',
    { from: '2026-11-01', to: '2026-11-30' },
    [
      { version: 'autumn', remaining: ['2026-10-01 2026-10-31', '2026-12-01 2026-12-31'] },
      { version: 'week', remaining: [] },
    ],
  ],
  [
    'dates of one period only leave the others alone',
    { from: '2026-12-24', to: '2027-01-03' },
    [{ version: 'autumn', remaining: ['2026-10-01 2026-11-01', '2026-11-09 2026-12-23'] }],
  ],
  ['dates that nobody has take nothing', { from: '2027-01-01', to: '2027-01-31' }, []],
])('%s', (_, span, losers) => {
  const found = versionsThatLoseDates({ id: 'new', ...span }, periods);
  expect(
    found.map(({ version, remaining }) => ({
      version,
      remaining: remaining.map(({ from, to }) => `${from} ${to}`),
    })),
  ).toEqual(losers);
});

it('archiving a version leaves its dates in force without a schedule', () => {
  expect(datesLostWith('autumn', periods)).toEqual([
    { from: '2026-10-01', to: '2026-11-01' },
    { from: '2026-11-09', to: '2026-12-31' },
  ]);
  expect(datesLostWith('unknown', periods)).toEqual([]);
});
