import { describe, expect, it } from 'vitest';
import { foundRows, isMapped, withoutRow, withRow } from './mapping-rows.ts';

const MAPPING = [
  { assignment: '406', shiftType: 'ON2' as const },
  { assignment: 'Lunch', shiftType: null },
  { assignment: 'Night 1', shiftType: 'ON1' as const },
];
const names = (rows: readonly { assignment: string }[]) => rows.map(({ assignment }) => assignment);

describe('a shift mapping', () => {
  it('takes a row in, by name', () => {
    expect(names(withRow(MAPPING, { assignment: ' Midshift ', to: 'MidC' }, null))).toEqual([
      ...['406', 'Lunch', 'Midshift', 'Night 1'],
    ]);
  });

  it('has each name once, however it is capitalised', () => {
    expect(withRow(MAPPING, { assignment: 'LUNCH', to: 'DAY' }, null)).toContainEqual({
      ...{ assignment: 'LUNCH', shiftType: 'DAY' },
    });
    expect(withRow(MAPPING, { assignment: 'LUNCH', to: 'DAY' }, null)).toHaveLength(3);
    expect(isMapped(MAPPING, 'lunch', null)).toBe(true);
    expect(isMapped(MAPPING, 'lunch', 'Lunch')).toBe(false);
    expect(isMapped(MAPPING, 'lunch', '406')).toBe(true);
  });

  it('a corrected name takes the place of the old one', () => {
    expect(withRow(MAPPING, { assignment: 'Night One', to: 'ignore' }, 'Night 1')).toEqual([
      ...[MAPPING[0], MAPPING[1], { assignment: 'Night One', shiftType: null }],
    ]);
  });

  it('loses a row', () => {
    expect(names(withoutRow(MAPPING, '406'))).toEqual(['Lunch', 'Night 1']);
  });

  it.each([
    ['', ['406', 'Lunch', 'Night 1']],
    ['on', ['406', 'Night 1']],
    ['IGNORE', ['Lunch']],
    ['moon', []],
  ])('is searched for “%s”', (search, expected) => {
    expect(names(foundRows(MAPPING, search))).toEqual(expected);
  });
});
