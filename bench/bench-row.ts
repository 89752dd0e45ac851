import type { Rounds } from './measure-in-turn.ts';

/** How much is measured: `FULL` is what the limits hold for, `QUICK` only shows that every row still works. */
export interface Effort extends Rounds {
  /** Rows of the flat list to read, and shift instances to store. */
  rows: number;
  months: number;
  /** Background jobs that do nothing. */
  jobs: number;
  /** Whether limits are judged. */
  judged: boolean;
}

export const FULL: Effort = {
  repetitions: 7,
  uncounted: 1,
  rows: 100_000,
  months: 12,
  jobs: 1_000,
  judged: true,
};
export const QUICK: Effort = { repetitions: 1, uncounted: 0, rows: 400, months: 1, jobs: 40, judged: false };

/** A row of the table; figures stand in `unit`. */
export interface BenchRow {
  name: string;
  input: string;
  unit: string;
  ours: number;
  /** What ours is divided by, and what that is. Null: nothing to compare with. */
  floor: { name: string; value: number } | null;
  /** The most that the ratio may be or, without a floor, exactly what ours must be. Null: for information. */
  limit: number | null;
}

/** Twice the months may take at most this many times as long. */
const GROWTH_LIMIT = 2.2;

/** The row that compares twice the input with the input. */
export function growthRow(name: string, input: string, once: number, twice: number): BenchRow {
  const floor = { name: 'half of it', value: once };
  return { name: `${name}: growth`, input, unit: 'ms', ours: twice, floor, limit: GROWTH_LIMIT };
}

export function ratioOf({ ours, floor }: BenchRow): number | null {
  return floor && ours / floor.value;
}

export function missesLimit(row: BenchRow): boolean {
  if (row.limit === null) return false;
  const ratio = ratioOf(row);
  return ratio === null ? row.ours !== row.limit : !(ratio <= row.limit);
}

/** `100,000`. */
export const grouped = (count: number): string => Math.round(count).toLocaleString('en-US');
