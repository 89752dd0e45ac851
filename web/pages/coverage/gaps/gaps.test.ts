import { describe, expect, it } from 'vitest';
import type { Gap } from '../coverage-queries.ts';
import { filterGaps, positionsOf } from './filter-gaps.ts';
import { gapAddress } from './gap-address.ts';
import { gapsFileName, presentGapsCsv } from './gaps-csv.ts';
import { groupGaps } from './group-gaps.ts';

const gap = (change: Partial<Gap> = {}): Gap => ({
  ...{ scheduleDate: '2026-12-10', hospital: 'MERCY', study: 'CT Neuro', label: 'MERCY CT Head' },
  window: '17:00-00:00',
  ...{ from: '2026-12-10T17:00:00-05:00', to: '2026-12-11T00:00:00-05:00' },
  ...{ cause: 'POSITION_EMPTY', position: 'MidC', person: null },
  ...change,
});
const noMark = gap({
  scheduleDate: '2026-11-14',
  study: 'US',
  label: 'MERCY US',
  cause: 'NO_RULE',
  position: null,
});
const mismatch = gap({ hospital: 'LAKE', cause: 'SPECIALTY_MISMATCH', person: 'Kit Ames' });

describe('gaps of one cause', () => {
  it('are one group through hospitals and studies', () => {
    const [group, ...others] = groupGaps([
      gap(),
      gap({ study: 'US', label: 'MERCY Ultrasound' }),
      gap({ hospital: 'LAKE', study: 'US', label: 'LAKE US' }),
    ]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ size: 3, cause: 'POSITION_EMPTY', position: 'MidC' });
    expect(group?.hospitals).toEqual([
      {
        hospital: 'MERCY',
        studies: [
          { study: 'CT Neuro', name: 'CT Head' },
          { study: 'US', name: 'Ultrasound' },
        ],
      },
      { hospital: 'LAKE', studies: [{ study: 'US', name: 'US' }] },
    ]);
  });

  it.each([
    ['another cause', mismatch],
    ['another position', gap({ position: 'ON2' })],
    ['other hours', gap({ from: '2026-12-10T18:00:00-05:00' })],
    ['another date', gap({ scheduleDate: '2026-12-11' })],
  ])('are two with %s', (_, other) => {
    expect(groupGaps([gap(), other])).toHaveLength(2);
  });

  it('come by schedule date, then time', () => {
    const late = gap({ from: '2026-12-10T22:00:00-05:00' });
    const dates = groupGaps([late, gap(), noMark]).map(({ from }) => from);
    expect(dates).toEqual([noMark.from, gap().from, late.from]);
  });
});

describe('gaps that are looked for', () => {
  const gaps = [gap(), noMark, mismatch];
  it.each([
    ['all', {}, [0, 1, 2]],
    ['by cause', { cause: 'NO_RULE' }, [1]],
    ['by hospital', { hospital: 'LAKE' }, [2]],
    ['by position', { position: 'MidC' }, [0, 2]],
    ['by the lack of one', { position: 'none' }, [1]],
    ['from a date', { gapsFrom: '2026-12-01' }, [0, 2]],
    ['to a date', { gapsTo: '2026-12-01' }, [1]],
    ['by words', { find: 'mercy us' }, [1]],
    ['by the word of the label', { find: 'head', hospital: 'MERCY' }, [0]],
  ] as const)('%s', (_, filter, places) => {
    expect(filterGaps(gaps, filter)).toEqual(places.map((place) => gaps[place]));
  });

  it('can be chosen by the positions that they have', () => {
    expect(positionsOf([noMark, gap({ position: 'ON2' }), gap()])).toEqual(['MidC', 'ON2', 'none']);
  });
});

describe('the file of gaps', () => {
  it('is a table of RFC 4180', () => {
    const odd = gap({ hospital: '=ST "ANNE"', study: 'DX Chest, Abd', position: null });
    expect(presentGapsCsv([mismatch, odd])).toBe(
      [
        'schedule_date,hospital,study,from,to,hours,cause,position,person',
        '2026-12-10,LAKE,CT Neuro,2026-12-10T17:00:00-05:00,2026-12-11T00:00:00-05:00,7,SPECIALTY_MISMATCH,MidC,Kit Ames',
        '2026-12-10,"\'=ST ""ANNE""","DX Chest, Abd",2026-12-10T17:00:00-05:00,2026-12-11T00:00:00-05:00,7,POSITION_EMPTY,,',
        '',
      ].join('\r\n'),
    );
  });

  it('counts elapsed hours where the clock is put back', () => {
    const night = gap({ from: '2026-11-01T00:00:00-04:00', to: '2026-11-01T08:00:00-05:00' });
    expect(presentGapsCsv([night])).toContain(',9,POSITION_EMPTY');
  });

  it('says version and dates by its name', () => {
    const name = gapsFileName('St Anne', '01a219e5-7109-73ea-83d0-44800c317600', '2026-10-01', '2026-12-31');
    expect(name).toBe('gaps-St-Anne-317600-2026-10-01-to-2026-12-31.csv');
  });
});

it('a gap has an address that names its version', () => {
  const [group] = groupGaps([gap()]);
  expect(group && gapAddress('HARBOR', '01a2', group, { hospital: 'MERCY', study: 'CT Neuro' })).toBe(
    '/coverage?department=HARBOR&version=01a2&from=2026-12-10&open=MERCY%7CCT+Neuro%7C2026-12-10T17%3A00%3A00-05%3A00',
  );
});
