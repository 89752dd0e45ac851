import { describe, expect, it } from 'vitest';
import { blockLabel, blockText } from './block-words.ts';
import type { Run } from './board-chunk.ts';

const reader = { id: '1', name: 'Ambrose Greavesend Jr', initials: 'AG', colour: 'reader-1' };
const run = (change: Partial<Run> = {}): Run => ({
  ...{ from: '2026-12-12T17:00:00-05:00', to: '2026-12-13T00:00:00-05:00', start: 0, end: 420 },
  ...{ scheduleDate: '2026-12-12', position: 'MidC', reader, cause: null },
  ...change,
});
const empty = run({ reader: null, cause: 'POSITION_EMPTY' });
const mismatch = run({ cause: 'SPECIALTY_MISMATCH' });

describe('what a block says', () => {
  it.each([
    ['the name, where it fits', run(), 200, 'Ambrose Greavesend Jr'],
    ['initials, where it does not', run(), 60, 'AG'],
    ['nothing, where a letter has no room', run(), 9, ''],
    ['the cause of a hole', empty, 200, '! Nobody holds MidC'],
    ['that there is none, where the cause has no room', mismatch, 100, '! No reader'],
    ['a mark', empty, 20, '!'],
  ])('%s', (_, block, width, text) => {
    expect(blockText(block, width)).toBe(text);
  });
});

describe('the label of a block', () => {
  it.each([
    ['a reader', run(), '17:00 to Sun 00:00: AG, Ambrose Greavesend Jr, MidC'],
    ['an empty position', empty, '17:00 to Sun 00:00: no reader. Nobody holds MidC'],
    [
      'a reader who may not',
      mismatch,
      '17:00 to Sun 00:00: no reader. Ambrose Greavesend Jr holds MidC, but may not read it',
    ],
  ])('%s', (_, block, label) => {
    expect(blockLabel(block)).toBe(label);
  });
});
