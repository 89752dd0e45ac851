import { describe, expect, it } from 'vitest';
import {
  categoryOf,
  EFFECTIVE_POSITIONS,
  isShiftType,
  parsePosition,
  parseShiftType,
  SHIFT_TYPES,
  scenarioPair,
} from './shift-type.ts';

describe('names of shift types and positions', () => {
  it.each([
    ['Day', 'DAY', 'DAY'],
    ['mid c', 'MidC', 'MidC'],
    ['Mid 3', 'Mid3', 'Mid3'],
    ['MID_L', 'MidL', 'MidL'],
    [' on-1\u00a0', 'ON1', 'ON1'],
    ['ON Body', null, 'ON Body'],
    ['mid neuro', null, 'Mid Neuro'],
    ['ONBODY', null, 'ON Body'],
    ['ON3', null, null],
    ['CHONY', null, null],
    ['', null, null],
  ])('%j is shift type %s and position %s', (text, shiftType, position) => {
    expect([parseShiftType(text), parsePosition(text)]).toEqual([shiftType, position]);
  });

  it('every name is read as itself', () => {
    for (const type of SHIFT_TYPES) expect([parseShiftType(type), isShiftType(type)]).toEqual([type, true]);
    for (const position of EFFECTIVE_POSITIONS) {
      expect([parsePosition(position), isShiftType(position)]).toEqual([position, false]);
    }
  });
});

it('shift types have their category', () => {
  expect(SHIFT_TYPES.map(categoryOf)).toEqual(['DAY', 'MID', 'MID', 'MID', 'ON', 'ON']);
});

it.each([
  ['ON', ['ON1', 'ON2']],
  ['MID', ['MidC', 'MidL']],
  ['DAY', null],
] as const)('%s is re-cut among %j', (category, pair) => {
  expect(scenarioPair(category)).toEqual(pair);
});
