/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

export interface Rounds {
  repetitions: number;
  /** Rounds before those that count: the first one also loads and compiles. */
  uncounted: number;
}

/**
 * Runs every task so many times, in rounds, each round beginning with another task, so that what the machine does beside
 * falls on all of them alike.
 */
export async function measureInTurn<Task extends string, Sample>(
  tasks: Record<Task, () => Promise<Sample>>,
  { repetitions, uncounted }: Rounds,
): Promise<Record<Task, Sample[]>> {
  const names = Object.keys(tasks) as Task[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Task, Sample[]>;
  for (let round = 0; round < uncounted + repetitions; round++) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const sample = await tasks[name]();
      if (round >= uncounted) samples[name].push(sample);
    }
  }
  return samples;
}

/** Milliseconds that `work` takes. */
export async function millisecondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
