import { describe, expect, it } from 'vitest';
import { countKinds, groupByDate, groupChanges, isFound, type ReaderChange } from './diff-groups.ts';

const change = (
  label: string,
  hours: string,
  before: string | null,
  after: string | null,
  scheduleDate = '2026-12-10',
): ReaderChange => {
  const [hospital = '', ...study] = label.split(' ');
  const [from = '', to = ''] = hours.split('-').map((clock) => `2026-12-10T${clock}:00-05:00`);
  const kind = before && after ? 'changed' : before ? 'uncovered' : 'covered';
  const state = (name: string | null) => ({ name, cause: name ? null : ('POSITION_EMPTY' as const) });
  return {
    ...{ scheduleDate, hospital, study: study.join(' '), label, from, to, kind },
    ...{ before: state(before), after: state(after) },
  };
};

const CHANGES = [
  change('HARBOR CT Body', '17:00-18:00', null, 'Marit Ashgrove'),
  change('HARBOR DX Bone', '17:00-18:00', null, 'Marit Ashgrove'),
  change('LAKE Neuro', '17:00-18:00', null, 'Marit Ashgrove'),
  change('HARBOR CT Body', '18:00-23:00', 'Rufus Thackwell', null),
  change('HARBOR CT Body', '01:00-08:00', 'Noor Vexley', 'Ambrose Greavesend', '2026-12-06'),
];

describe('changes of reader', () => {
  it('stand under their schedule date, studies with the same fate together, what is lost first', () => {
    expect(
      groupChanges(CHANGES).map(({ date, studies, blocks }) => [
        date,
        studies,
        ...blocks.map(({ kind, hospitals }) => [
          kind,
          ...hospitals.map(({ hospital, studies: names }) => `${hospital}: ${names.join(', ')}`),
        ]),
      ]),
    ).toEqual([
      ['2026-12-06', 1, ['changed', 'HARBOR: CT Body']],
      [
        '2026-12-10',
        3,
        ['uncovered', 'HARBOR: CT Body'],
        ['covered', 'HARBOR: CT Body, DX Bone', 'LAKE: Neuro'],
      ],
    ]);
  });

  it('are counted by kind', () => {
    expect(countKinds(CHANGES)).toEqual({ uncovered: 1, covered: 3, changed: 1, cause: 0 });
  });

  it.each([
    ['harbor body', 3],
    ['ashgrove', 3],
    ['vexley harbor', 1],
    ['mercy', 0],
  ])('are found by the words "%s"', (search, found) => {
    expect(CHANGES.filter((one) => isFound(one, search))).toHaveLength(found);
  });
});

it('items stand under their dates', () => {
  const items = [{ date: '2026-12-06' }, { date: '2026-12-10' }, { date: '2026-12-06' }];
  expect(groupByDate(items).map(({ date, items: found }) => [date, found.length])).toEqual([
    ['2026-12-06', 2],
    ['2026-12-10', 1],
  ]);
});
