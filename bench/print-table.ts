import Table from 'cli-table3';
import { type BenchRow, grouped, missesLimit, ratioOf } from './bench-row.ts';

/** The figures of every row with what they are measured against; `judged` false: without a verdict. */
export function presentTable(rows: readonly BenchRow[], judged: boolean): string {
  const table = new Table({
    head: ['', 'input', 'unit', 'ours', 'against', 'takes', 'ratio', 'at most', 'verdict'],
    colAligns: ['left', 'left', 'left', 'right', 'left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    const { name, input, unit, ours, floor, limit } = row;
    const ratio = ratioOf(row);
    table.push([
      ...[name, input, unit, figure(ours), floor?.name ?? '', floor ? figure(floor.value) : ''],
      ...[ratio === null ? '' : `${ratio.toFixed(2)} ×`, limit === null ? '' : limitText(row, limit)],
      limit === null || !judged ? '' : missesLimit(row) ? 'MISSED' : 'ok',
    ]);
  }
  return table.toString();
}

const figure = (value: number): string =>
  value < 10 ? value.toFixed(1).replace(/\.0$/, '') : grouped(value);

const limitText = ({ floor }: BenchRow, limit: number): string =>
  floor ? `${limit.toFixed(2)} ×` : String(limit);
