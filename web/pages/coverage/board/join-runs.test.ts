import { describe, expect, it } from 'vitest';
import type { Run } from './board-chunk.ts';
import { joinRuns } from './join-runs.ts';

const ames = { id: '1', name: 'Kit Ames', initials: 'KA', colour: 'reader-1' };
const cole = { id: '2', name: 'Ray Cole', initials: 'RC', colour: 'reader-2' };
const run = (start: number, end: number, change: Partial<Run> = {}): Run => ({
  ...{ from: `from ${start}`, to: `to ${end}`, start, end, scheduleDate: '2026-12-12' },
  ...{ position: 'MidC', reader: ames, cause: null },
  ...change,
});
const hole = { reader: null, cause: 'POSITION_EMPTY' } as const;

describe('runs from afar', () => {
  it.each([
    [
      'one reader in two windows and positions is one',
      [run(0, 60), run(60, 420, { position: 'Mid Body' })],
      1,
    ],
    ['another reader is another', [run(0, 60), run(60, 420, { reader: cole })], 2],
    ['an hour that nothing lists divides', [run(0, 60), run(120, 420)], 2],
    ['a hole is not its reader', [run(0, 60), run(60, 420, { cause: 'SPECIALTY_MISMATCH' })], 2],
    ['a hole goes on with its position', [run(0, 60, hole), run(60, 420, hole)], 1],
    ['another position is another hole', [run(0, 60, hole), run(60, 420, { ...hole, position: 'ON2' })], 2],
  ])('%s', (_, runs, blocks) => {
    expect(joinRuns(runs)).toHaveLength(blocks);
  });

  it('begin with the first and end with the last', () => {
    expect(joinRuns([run(0, 60), run(60, 420)])).toEqual([{ ...run(0, 60), to: 'to 420', end: 420 }]);
  });

  it('are joined once', () => {
    const runs = [run(0, 60), run(60, 420)];
    expect(joinRuns(runs)).toBe(joinRuns(runs));
  });
});
