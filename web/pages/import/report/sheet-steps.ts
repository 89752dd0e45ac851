import { columnLetters, columnOf, rowOf } from '#web/findings/message-cells.ts';
import type { Grid } from './sheet-grid.ts';

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'first'
  | 'last'
  | 'page up'
  | 'page down';

const KEYS: Record<string, Step> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' },
  ...{ Home: 'home', End: 'end', PageUp: 'page up', PageDown: 'page down' },
};

/** Where a key leads, as in a spreadsheet; null: nowhere. */
export function stepOfKey({ key, ctrlKey }: { key: string; ctrlKey: boolean }): Step | null {
  if (ctrlKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : null;
  return KEYS[key] ?? null;
}

const PAGE = 15;

/** The cell that a step leads to from another one; the same where there is none. */
export function stepFrom({ columns, rows }: Grid, cell: string, step: Step): string {
  const letters = columns.flatMap((column) => (column.kind === 'column' ? column.letters : []));
  const numbers = rows.flatMap((row) => (row.kind === 'row' ? row.row : []));
  const [lastX, lastY] = [letters.length - 1, numbers.length - 1];
  const x = letters.indexOf(columnLetters(columnOf(cell)));
  const y = numbers.indexOf(rowOf(cell));
  const [toX, toY] = moved(step, [x, y], [lastX, lastY]);
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
  return `${letters[clamp(toX, lastX)]}${numbers[clamp(toY, lastY)]}`;
}

function moved(step: Step, [x, y]: [number, number], last: [number, number]): [number, number] {
  switch (step) {
    case 'up':
      return [x, y - 1];
    case 'down':
      return [x, y + 1];
    case 'left':
      return [x - 1, y];
    case 'right':
      return [x + 1, y];
    case 'home':
      return [0, y];
    case 'end':
      return [last[0], y];
    case 'first':
      return [0, 0];
    case 'last':
      return last;
    case 'page up':
      return [x, y - PAGE];
    case 'page down':
      return [x, y + PAGE];
  }
}
