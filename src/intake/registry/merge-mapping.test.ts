import { expect, it } from 'vitest';
import { contradictionText, mergeMapping } from './merge-mapping.ts';

it('an assignment stands once, as it was written first, whatever its case and spaces', () => {
  const night = { assignment: 'Night 1', shiftType: 'ON1' as const };
  const again = { assignment: 'NIGHT\u00a01', shiftType: 'ON1' as const };
  const other = { assignment: 'night1', shiftType: null };
  const { mapping, repeated } = mergeMapping([night, again, { assignment: 'Day', shiftType: 'DAY' }, other]);
  expect(mapping.map(({ assignment }) => assignment)).toEqual(['Night 1', 'Day']);
  expect(repeated).toEqual([
    { row: again, first: night },
    { row: other, first: night },
  ]);
  expect(repeated.map(contradictionText)).toEqual([
    null,
    '"Night 1" is mapped to ON1, and as "night1" to ignore',
  ]);
});
