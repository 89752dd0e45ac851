import type { Run } from './board-chunk.ts';

/** The block that begins after an instant, in time order; or the last before it. */
export const blockBeside = (blocks: readonly Run[], minute: number, direction: 1 | -1): Run | undefined =>
  direction === 1
    ? blocks.find(({ start }) => start > minute)
    : blocks.findLast(({ start }) => start < minute);

/** The block that holds an instant, else the one that is nearest to it. */
export function blockNear(blocks: readonly Run[], minute: number): Run | undefined {
  const distance = ({ start, end }: Run): number =>
    minute < start ? start - minute : minute >= end ? minute - end + 1 : 0;
  let nearest: Run | undefined;
  for (const block of blocks) if (!nearest || distance(block) < distance(nearest)) nearest = block;
  return nearest;
}
