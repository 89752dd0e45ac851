import { describe, expect, it } from 'vitest';
import { blockBeside, blockNear } from './block-steps.ts';
import type { Run } from './board-chunk.ts';

const run = (start: number, end: number): Run => ({
  ...{ from: `from ${start}`, to: `to ${end}`, start, end, scheduleDate: '2026-12-12' },
  ...{ position: 'MidC', reader: null, cause: null },
});
const [evening, late, night] = [run(0, 60), run(60, 420), run(480, 900)];
const blocks = [evening, late, night];

describe('from block to block', () => {
  it.each([
    ['on', 0, 1, late],
    ['over an hour that nothing lists', 60, 1, night],
    ['back', 480, -1, late],
    ['past the last', 480, 1, undefined],
    ['before the first', 0, -1, undefined],
  ] as const)('%s', (_, minute, direction, block) => {
    expect(blockBeside(blocks, minute, direction)).toBe(block);
  });
});

describe('the block of another study at the same time', () => {
  it.each([
    ['holds it', 60, late],
    ['is the nearest, before', 430, late],
    ['is the nearest, after', 470, night],
    ['is the last one', 5000, night],
  ])('%s', (_, minute, block) => {
    expect(blockNear(blocks, minute)).toBe(block);
  });

  it('is none where the study has none', () => {
    expect(blockNear([], 60)).toBeUndefined();
  });
});
