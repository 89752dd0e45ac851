import { describe, expect, it } from 'vitest';
import { admits, constraintOf, mayRead, parseSpecialty, SPECIALTIES, STUDY_TYPES } from './specialty.ts';

describe('who may read what', () => {
  it.each([
    ['BODY_ONLY', ['GENERAL', 'BODY']],
    ['NEURO_ONLY', ['GENERAL', 'NEURO']],
    ['BOTH', ['GENERAL', 'BODY', 'NEURO']],
  ] as const)('%s reads %j', (specialty, read) => {
    expect(STUDY_TYPES.filter((type) => mayRead(specialty, type))).toEqual(read);
  });
});

describe('whom a constraint admits', () => {
  it.each([
    ['BODY_ONLY', ['BODY_ONLY', 'BOTH']],
    ['NEURO_ONLY', ['NEURO_ONLY', 'BOTH']],
    ['BOTH', ['BODY_ONLY', 'NEURO_ONLY', 'BOTH']],
  ] as const)('%s admits %j', (constraint, admitted) => {
    expect(SPECIALTIES.filter((specialty) => admits(constraint, specialty))).toEqual(admitted);
  });

  it('that of a study type admits just its readers', () => {
    for (const type of STUDY_TYPES) {
      for (const specialty of SPECIALTIES) {
        expect(admits(constraintOf(type), specialty)).toBe(mayRead(specialty, type));
      }
    }
  });
});

it.each([
  ['body', 'BODY_ONLY'],
  ['Body Only', 'BODY_ONLY'],
  ['BODY-ONLY', 'BODY_ONLY'],
  [' neuro_only ', 'NEURO_ONLY'],
  ['NEURO', 'NEURO_ONLY'],
  ['Both', 'BOTH'],
  ['anyone', 'BOTH'],
  ['any', 'BOTH'],
  ['', null],
  ['chest', null],
  ['BODY NEURO', null],
])('%j is specialty %s', (text, expected) => {
  expect(parseSpecialty(text)).toBe(expected);
});
