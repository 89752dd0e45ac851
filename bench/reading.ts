import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BenchRow, type Effort, grouped, growthRow } from './bench-row.ts';
import { convertWithLibreOffice, findLibreOffice } from './convert-with-libre-office.ts';
import { flatListOds } from './inputs.ts';
import { measureInTurn, median } from './measure-in-turn.ts';
import type { ReadingCost } from './say-reading.ts';

/** Readings take long, and their CPU time hardly varies. */
const READINGS = 5;

/** Reading a flat list against `@e965/xlsx` and, where it is installed, LibreOffice: each in a process of its own. */
export async function benchReading(effort: Effort): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-bench-list-'));
  try {
    const list = join(folder, 'list.ods');
    const half = join(folder, 'half.ods');
    await writeFile(list, flatListOds(effort.rows));
    await writeFile(half, flatListOds(effort.rows / 2));
    const office = effort.judged ? await findLibreOffice() : null;
    const costs = await measureInTurn<string, ReadingCost>(
      {
        ours: () => readInProcess('read-with-ours.ts', list),
        thread: () => readInProcess('read-in-thread.ts', list),
        peer: () => readInProcess('read-with-peer.ts', list),
        dense: () => readInProcess('read-with-peer.ts', list, 'dense'),
        half: () => readInProcess('read-with-ours.ts', half),
        ...(office && { office: () => convertWithLibreOffice(office, list) }),
      },
      // Each reading is a process of its own: there is nothing to warm up.
      { repetitions: Math.min(effort.repetitions, READINGS), uncounted: 0 },
    );
    return presentCosts(costs, effort.rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readInProcess(script: string, ...args: string[]): Promise<ReadingCost> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, script),
    ...args,
  ]);
  return JSON.parse(stdout) as ReadingCost;
}

function presentCosts(costs: Record<string, ReadingCost[]>, rows: number): BenchRow[] {
  const { ours = [], thread = [], peer = [], dense = [], half = [], office } = costs;
  const wrong = Object.entries(costs).find(
    ([name, samples]) => name !== 'half' && samples.some((sample) => sample.rows !== rows + 1),
  );
  if (wrong) throw new Error(`Not every row was read (${wrong[0]}): ${JSON.stringify(wrong[1])}`);
  const cpu = (samples: readonly ReadingCost[]): number => median(samples.map(({ cpuMs }) => cpuMs));
  const memory = (samples: readonly ReadingCost[]): number => median(samples.map(({ peakMb }) => peakMb));
  const input = `flat .ods, ${grouped(rows)} rows`;
  const against = (
    other: string,
    mine: ReadingCost[],
    theirs: ReadingCost[],
    limits: { cpu: number; memory: number } | null = null,
  ): BenchRow[] => [
    {
      ...{ name: 'read a list: CPU time', input, unit: 'ms', ours: cpu(mine) },
      ...{ floor: { name: other, value: cpu(theirs) }, limit: limits?.cpu ?? null },
    },
    {
      ...{ name: 'read a list: peak memory', input, unit: 'MB', ours: memory(mine) },
      ...{ floor: { name: other, value: memory(theirs) }, limit: limits?.memory ?? null },
    },
  ];
  return [
    ...against('@e965/xlsx', ours, peer, { cpu: 0.5, memory: 0.25 }),
    ...against('the same, dense', ours, dense),
    ...(office ? against('LibreOffice', ours, office) : []),
    ...against('without a thread', thread, ours),
    growthRow('read a list', input, cpu(half), cpu(ours)),
  ];
}
