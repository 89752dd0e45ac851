import { describe, expect, it } from 'vitest';
import { READERS, roster } from '#test/support/schedule-facts.ts';
import type { Position, ShiftType } from '../domain/shift-type.ts';
import { computeHolder, computeScenario, type HoldersNow, shiftTypesOf } from './scenario.ts';

/** Ames, Cole and Drew read everything, Bell and Birch body only, Nash neuro only. */
const held = (holders: Partial<Record<ShiftType, string>>): HoldersNow =>
  new Map(roster('2026-04-09', holders).map((entry) => [entry.shiftType, entry]));

describe('which cut is in force', () => {
  it.each([
    ['everybody reads everything', { ON1: 'Ames', ON2: 'Cole', MidC: 'Bell' }, 'ON', 'NEURO'],
    ['a body-only reader is on the first', { ON1: 'Bell', ON2: 'Cole' }, 'ON', 'BODY'],
    ['a body-only reader is on the second', { ON1: 'Ames', ON2: 'Birch' }, 'ON', 'BODY'],
    ['both are body only', { ON1: 'Bell', ON2: 'Birch' }, 'ON', 'BODY'],
    ['a neuro-only reader re-cuts nothing', { ON1: 'Nash', ON2: 'Cole' }, 'ON', 'NEURO'],
    ['one is vacant', { ON1: '---', ON2: 'Bell' }, 'ON', 'BODY'],
    ['nobody is on the roster', {}, 'ON', 'NEURO'],
    ['a body-only Mid3 re-cuts nothing', { MidC: 'Ames', MidL: 'Cole', Mid3: 'Bell' }, 'MID', 'NEURO'],
    ['a body-only MidL', { MidC: 'Ames', MidL: 'Bell' }, 'MID', 'BODY'],
    ['the day has no scenario of its own', { DAY: 'Bell', ON1: 'Bell', MidC: 'Bell' }, 'DAY', 'NEURO'],
  ] as const)('%s', (_, holders, category, scenario) => {
    expect(computeScenario(category, held(holders), READERS)).toBe(scenario);
  });
});

describe('who holds a position', () => {
  it.each<[string, Partial<Record<ShiftType, string>>, Position, string | null, ShiftType | null]>([
    [
      'a shift type is its holder, also on a re-cut night',
      { ON1: 'Bell', ON2: 'Ames' },
      'ON2',
      'Ames',
      'ON2',
    ],
    ['a shift type that the roster leaves out', { ON1: 'Bell' }, 'ON2', null, 'ON2'],
    ['the body-only reader on ON2 holds ON Body', { ON1: 'Ames', ON2: 'Bell' }, 'ON Body', 'Bell', 'ON2'],
    ['the other one then holds ON Neuro', { ON1: 'Ames', ON2: 'Bell' }, 'ON Neuro', 'Ames', 'ON1'],
    [
      'the body-only reader on MidC holds Mid Body',
      { MidC: 'Bell', MidL: 'Nash' },
      'Mid Body',
      'Bell',
      'MidC',
    ],
    [
      'the neuro-only one beside holds Mid Neuro',
      { MidC: 'Bell', MidL: 'Nash' },
      'Mid Neuro',
      'Nash',
      'MidL',
    ],
    [
      'of two body-only readers the first holds Body',
      { MidC: 'Birch', MidL: 'Bell' },
      'Mid Body',
      'Birch',
      'MidC',
    ],
    ['and nobody holds Neuro', { MidC: 'Birch', MidL: 'Bell' }, 'Mid Neuro', null, null],
    ['one body-only reader on both holds Body', { ON1: 'Bell', ON2: 'Bell' }, 'ON Body', 'Bell', 'ON1'],
    ['and not Neuro too', { ON1: 'Bell', ON2: 'Bell' }, 'ON Neuro', null, null],
    ['beside a vacancy nobody holds Neuro', { ON1: 'Bell', ON2: '---' }, 'ON Neuro', null, 'ON2'],
    ['without a body-only reader nobody holds Body', { ON1: 'Ames', ON2: 'Nash' }, 'ON Body', null, null],
    ['nor Neuro', { ON1: 'Ames', ON2: 'Nash' }, 'ON Neuro', null, null],
    [
      'the evening does not re-cut the night',
      { MidC: 'Bell', ON1: 'Ames', ON2: 'Cole' },
      'ON Body',
      null,
      null,
    ],
  ])('%s', (_, holders, position, person, shiftType) => {
    const holder = computeHolder(position, held(holders), READERS);
    expect([holder.entry?.personId ?? null, holder.shiftType]).toEqual([person, shiftType]);
  });
});

it.each<[Position, ShiftType[]]>([
  ['DAY', ['DAY']],
  ['Mid3', ['Mid3']],
  ['Mid Body', ['MidC', 'MidL']],
  ['ON Neuro', ['ON1', 'ON2']],
])('%s is decided by %j', (position, types) => {
  expect(shiftTypesOf(position)).toEqual(types);
});
