import { expect, it } from 'vitest';
import { isWanted } from './study-filter.ts';

const study = { hospital: 'MERCY', study: 'CT Neuro', label: 'MERCY CT Head' };

it.each([
  ['nothing is asked for', {}, true],
  ['its hospital', { hospital: 'MERCY' }, true],
  ['another hospital', { hospital: 'LAKE' }, false],
  ['words in any order and case', { find: 'neuro mercy' }, true],
  ['the word of the label', { find: 'head' }, true],
  ['a word of another study', { find: 'mercy body' }, false],
  ['a word of another hospital’s', { hospital: 'LAKE', find: 'neuro' }, false],
])('leaves a study in or out: %s', (_, search, isIn) => {
  expect(isWanted(study, search)).toBe(isIn);
});
