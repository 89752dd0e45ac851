import type { Run } from './board-chunk.ts';

const known = new WeakMap<readonly Run[], readonly Run[]>();

/** The runs of a date from afar: what goes on through several windows with the same answer is one block. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  let joined = known.get(runs);
  if (!joined) {
    joined = join(runs);
    known.set(runs, joined);
  }
  return joined;
}

function join(runs: readonly Run[]): Run[] {
  const blocks: Run[] = [];
  for (const run of runs) {
    const last = blocks.at(-1);
    if (last && goesOn(last, run)) blocks[blocks.length - 1] = { ...last, to: run.to, end: run.end };
    else blocks.push(run);
  }
  return blocks;
}

/** A hole goes on only while its position stays empty; who reads may do so in another one. */
const goesOn = (run: Run, next: Run): boolean =>
  run.end === next.start &&
  run.cause === next.cause &&
  run.reader?.id === next.reader?.id &&
  (run.cause === null || run.position === next.position);
