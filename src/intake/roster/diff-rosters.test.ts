import { describe, expect, it } from 'vitest';
import { READERS, roster } from '#test/support/schedule-facts.ts';
import { diffRosters } from './diff-rosters.ts';

type Holders = Parameters<typeof roster>[1];

const differences = (before: Holders, after: Holders): string[] =>
  diffRosters(
    { entries: roster('2026-04-18', before), readers: READERS },
    { entries: roster('2026-04-18', after), readers: READERS },
  ).map((of) => `${of.shiftType} ${of.kind}: ${of.before.join(', ')} > ${of.after.join(', ')}`);

describe('how two rosters differ', () => {
  it.each<[string, Holders, Holders, string[]]>([
    ['not at all', { ON1: 'Ames 22:00-07:00' }, { ON1: 'Ames 22:00-07:00' }, []],
    ['another person', { ON1: 'Ames' }, { ON1: 'Cole' }, ['ON1 swapped: Ames > Cole']],
    [
      'other hours',
      { ON1: 'Ames 22:00-07:00' },
      { ON1: 'Ames 21:00-07:00' },
      ['ON1 hours: Ames 22:00-07:00 > Ames 21:00-07:00'],
    ],
    ['a shift that is new', {}, { ON1: 'Ames' }, ['ON1 new:  > Ames']],
    ['a vacancy that is filled', { ON1: '---' }, { ON1: 'Ames' }, ['ON1 new: nobody > Ames']],
    ['somebody has gone', { ON1: 'Ames' }, { ON1: '---' }, ['ON1 gone: Ames > nobody']],
    ['a row has gone', { ON1: 'Ames' }, {}, ['ON1 gone: Ames > ']],
    ['a vacancy that is said or not', { ON1: '---' }, {}, []],
    [
      'a part has another person',
      { ON1: 'Ames 19:00-22:00, Cole 22:00-23:00' },
      { ON1: 'Ames 19:00-22:00, Drew 22:00-23:00' },
      ['ON1 swapped: Ames 19:00-22:00, Cole 22:00-23:00 > Ames 19:00-22:00, Drew 22:00-23:00'],
    ],
    [
      'somebody unknown is named by id',
      { ON1: 'Ames' },
      { ON1: 'Stranger' },
      ['ON1 swapped: Ames > Stranger'],
    ],
    [
      'several shifts, by date and shift type',
      { ON2: 'Ames', MidC: 'Cole' },
      { ON2: 'Drew', MidC: 'Drew' },
      ['MidC swapped: Cole > Drew', 'ON2 swapped: Ames > Drew'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  it('the order of rows without hours does not count, their lines do', () => {
    const rows = roster('2026-04-18', { ON1: 'Ames, Cole' }).map((entry, index) => ({
      ...entry,
      line: index + 1,
    }));
    const readers = READERS;
    expect(diffRosters({ entries: rows, readers }, { entries: rows.toReversed(), readers })).toEqual([]);
  });
});
