import { describe, expect, it } from 'vitest';
import type { Import, Version } from '#web/pages/versions/version-queries.ts';
import { alreadyApplied, driftDates, monthsToLookAt } from './drift-dates.ts';
import { latestLooks } from './drift-queries.ts';

const difference = (date: string, shiftType: 'ON1' | 'Mid3', kind: 'swapped' | 'hours') => ({
  ...{ date, shiftType, kind, before: ['Noor Vexley'], after: ['Ambrose Greavesend'] },
});

describe('drift', () => {
  it('stands under its dates: what the roster says, and which studies that touches', () => {
    const dates = driftDates({
      ...{ version: 'v', from: '2026-12-01', to: '2026-12-31', messages: [] },
      differences: [difference('2026-12-15', 'Mid3', 'hours'), difference('2026-12-07', 'ON1', 'swapped')],
      coverage: [
        {
          ...{
            scheduleDate: '2026-12-07',
            hospital: 'HARBOR',
            study: 'US',
            label: 'HARBOR US',
            kind: 'changed',
          },
          ...{ from: '2026-12-08T01:00:00-05:00', to: '2026-12-08T08:00:00-05:00' },
          before: { name: 'Noor Vexley', cause: null },
          after: { name: 'Ambrose Greavesend', cause: null },
        },
      ],
    });
    expect(dates.map(({ date, differences, studies }) => [date, differences.length, studies])).toEqual([
      ['2026-12-07', 1, 1],
      ['2026-12-15', 1, 0],
    ]);
  });
});

it.each([
  ['to the end of what is in force', '2026-11-26', '2026-12-31', 2],
  ['the present month alone', '2026-12-13', '2026-12-31', 1],
  ['over the turn of the year', '2026-11-26', '2027-02-03', 4],
  ['not more than can be asked for', '2026-11-26', '2031-01-01', 24],
  ['the present month where nothing is in force any more', '2026-11-26', '2026-10-31', 1],
  ['the present month where nothing was ever in force', '2026-11-26', undefined, 1],
])('months to look at: %s', (_, today, last, months) => {
  expect(monthsToLookAt(today, last)).toBe(months);
});

const roster = (id: string, over: Partial<Import>) =>
  ({ id, version: null, state: 'COMPLETE', checksum: 'a', ...over }) as Import;

it('the last look is told from rosters of versions, and a failed one from the one before it', () => {
  const seen = roster('2', {});
  expect(latestLooks([roster('3', { version: 'v' }), seen, roster('1', {})])).toEqual({ seen, failed: null });
  const failed = roster('3', { state: 'FAILED' });
  expect(latestLooks([roster('4', { state: 'PENDING' }), failed, seen])).toEqual({ seen, failed });
  expect(latestLooks([])).toEqual({ seen: null, failed: null });
});

it('a staging version that has the roster already is found by its bytes', () => {
  const versions = [
    { id: 'staged', status: 'STAGING' },
    { id: 'promoted', status: 'PRODUCTION' },
    { id: 'other', status: 'STAGING' },
  ] as Version[];
  const rosters = [
    roster('4', { version: 'staged' }),
    roster('3', { version: 'promoted' }),
    roster('2', { version: 'other', checksum: 'b' }),
  ];
  expect(alreadyApplied(roster('5', {}), rosters, versions).map(({ id }) => id)).toEqual(['staged']);
});
