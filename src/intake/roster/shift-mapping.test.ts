import { describe, expect, it } from 'vitest';
import { shiftMapper } from './shift-mapping.ts';

const map = shiftMapper([
  { assignment: 'Night Call A', shiftType: 'ON1' },
  { assignment: '205', shiftType: 'ON2' },
  { assignment: 'Vacation', shiftType: null },
  { assignment: 'Mid3', shiftType: null },
]);

describe('which shift type an assignment is', () => {
  it.each([
    ['its own name', 'ON1', null, 'ON1'],
    ['without case and spaces', 'mid c', '7', 'MidC'],
    ['Day', 'Day', null, 'DAY'],
    ['mapped by name', 'NIGHT  call a', null, 'ON1'],
    ['mapped by id', 'Renamed', '205', 'ON2'],
    ['the name before the id', 'Vacation', '205', 'ignore'],
    ['listed as ignored, though it is named like a shift type', 'Mid 3', null, 'ignore'],
    ['neither: it must not vanish silently', 'Conference', '9', 'unmapped'],
  ])('%s', (_, name, id, expected) => {
    expect(map(name, id)).toBe(expected);
  });
});
