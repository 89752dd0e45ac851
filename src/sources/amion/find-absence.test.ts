import { expect, it } from 'vitest';
import { findAbsence, isNobody, plainStaffType } from './find-absence.ts';

it.each([
  ['OPEN SHIFT', null],
  ['*Open Shift 2', 'Neuro'],
  ['Placeholder 1', 'Services'],
  ['Resident place-holder', null],
  ['Resident pool', 'services'],
])('%s of staff type %s is no person', (name, staffType) => {
  expect(findAbsence(name, staffType)).not.toBeNull();
});

it.each([
  ['Openshaw, Iris', 'Neuro'],
  ['Ashgrove, Marit', null],
  ['Serviceson, Ole', 'Body'],
])('%s of staff type %s is a person', (name, staffType) => {
  expect(findAbsence(name, staffType)).toBeNull();
});

it('knows nobody', () => {
  expect(['---', '--', '-', 'A---'].map(isNobody)).toEqual([true, true, false, false]);
});

it('strips the star of a staff type', () => {
  expect(['MSK*', 'Services *', '*', '', 'Body'].map(plainStaffType)).toEqual([
    'MSK',
    'Services',
    null,
    null,
    'Body',
  ]);
});
