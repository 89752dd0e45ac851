import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpaces, namesStudy, parseStudy, studyKey } from './study.ts';

describe('what a label names', () => {
  it.each([
    ['CT Neuro', 'CT Neuro', 'NEURO'],
    ['Neuro CT', 'CT Neuro', 'NEURO'],
    ['ct neuro', 'CT Neuro', 'NEURO'],
    ['MR BRAIN', 'MR Brain', 'NEURO'],
    ['CT Head', 'CT Head', 'NEURO'],
    ['MR Spines', 'MR Spines', 'NEURO'],
    ['Neuro', 'Neuro', 'NEURO'],
    ['DX Chest/Abd', 'DX Chest/Abd', 'BODY'],
    ['DX chest/abd', 'DX Chest/Abd', 'BODY'],
    ['CT Abdomen', 'CT Abdomen', 'BODY'],
    ['Body MR', 'MR Body', 'BODY'],
    ['CT Chest', 'CT Chest', 'BODY'],
    ['US', 'US', 'GENERAL'],
    ['DX Bone', 'DX Bone', 'GENERAL'],
    ['CT Forehead', 'CT Forehead', 'GENERAL'],
    ['CT Head/Chest', 'CT Head/Chest', 'NEURO'],
    ['CT Chest Brain', 'CT Chest Brain', 'NEURO'],
    ['CT (Abd)', 'CT (Abd)', 'BODY'],
    ['MR\u00a0 Spine ', 'MR Spine', 'NEURO'],
    ['MSK McKenzie', 'MSK McKenzie', 'GENERAL'],
    ['', '', 'GENERAL'],
  ])('%j is %s, %s', (label, study, studyType) => {
    expect(parseStudy(label)).toEqual({ study, studyType });
  });
});

it('a canonical study names itself, with spaces and case of any kind', () => {
  const words = fc.constantFrom('CT', 'MR', 'Neuro', 'Chest/Abd', 'Bone', 'Head', 'US');
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (label) => {
      const { study, studyType } = parseStudy(label.join(' '));
      expect(parseStudy(study)).toEqual({ study, studyType });
      expect(parseStudy(label.join('\u00a0 ').toLowerCase())).toEqual({ study, studyType });
    }),
  );
});

it.each([
  ['  CPMC   CT \u00a0Neuro\n', 'CPMC CT Neuro'],
  ['', ''],
])('%j without needless spaces is %j', (text, expected) => {
  expect(collapseSpaces(text)).toBe(expected);
});

it('one study at one hospital has one key', () => {
  expect(studyKey('Allen', 'CT Neuro')).toBe(studyKey('ALLEN', 'ct neuro'));
  expect(studyKey('Allen', 'US')).not.toBe(studyKey('Brook', 'US'));
});

it.each([
  ['US', true],
  ['neuro', true],
  ['Abdomen', true],
  ['Bone', true],
  ['bones', true],
  ['Tuesday', false],
  ['total', false],
  ['', false],
])('%j names a study: %s', (text, expected) => {
  expect(namesStudy(text)).toBe(expected);
});
