import { describe, expect, it } from 'vitest';
import type { Message } from '#web/findings/message-place.ts';
import { buildGrid, type PictureSheet } from './sheet-grid.ts';
import { markedCells, markSheets, NO_MARKS } from './sheet-marks.ts';
import { stepFrom, stepOfKey } from './sheet-steps.ts';

const message = (severity: Message['severity'], context: Record<string, unknown>): Message => ({
  ...{ severity, code: 'C', text: 'T', context: { key: 'k', ...context } },
});
const sheet = (
  rows: Record<number, Record<string, string>>,
  over: Partial<PictureSheet> = {},
): PictureSheet => ({
  ...{ name: 'Mid', hidden: false, columns: 3, truncated: false },
  rows: Object.entries(rows).map(([row, cells]) => ({
    row: Number(row),
    cells: Object.entries(cells).map(([column, text]) => ({ column, text })),
  })),
  ...over,
});
const columnsOf = (grid: ReturnType<typeof buildGrid>) =>
  grid.columns.map((column) => (column.kind === 'gap' ? `${column.from}…${column.to}` : column.letters));
const rowsOf = (grid: ReturnType<typeof buildGrid>) =>
  grid.rows.map((row) => (row.kind === 'gap' ? `${row.from}…${row.to}` : row.row));

describe('the marks of a sheet', () => {
  const marks = markSheets([
    message('WARNING', { sheet: 'Mid', cell: 'B3' }),
    message('ERROR', { sheet: 'Mid', cell: 'B3' }),
    message('INFO', { sheet: 'Mid', cell: 'C3' }),
    message('ERROR', { sheet: 'Mid', row: 5 }),
    message('WARNING', { sheet: 'Notes' }),
    message('WARNING', {
      sheet: 'Mid',
      cell: 'A2',
      places: [
        { sheet: 'Mid', cell: 'A2' },
        { sheet: 'ON', cell: 'A4' },
      ],
    }),
    message('ERROR', { file: 'roster.csv', line: 4 }),
  ]);
  it('take the gravest of several, and keep them all', () => {
    expect(marks.get('Mid')?.cells.get('B3')).toMatchObject({ severity: 'ERROR', messages: [{}, {}] });
  });
  it('stand on cells, rows and whole sheets, in reading order', () => {
    expect(markedCells(marks.get('Mid') ?? NO_MARKS)).toEqual(['A2', 'B3', 'C3']);
    expect([...(marks.get('Mid')?.rows.keys() ?? [])]).toEqual([5]);
    expect(marks.get('Notes')?.sheet?.severity).toBe('WARNING');
  });
  it('of an accepted warning are no more than a note', () => {
    const warning = message('WARNING', { sheet: 'Mid', cell: 'B3', key: 'known' });
    const [own] = markSheets([warning], new Set(['known'])).values();
    expect(own).toMatchObject({ counts: { WARNING: 0, INFO: 1 } });
    expect(own?.cells.get('B3')).toMatchObject({ severity: 'INFO', messages: [{ severity: 'WARNING' }] });
  });
  it('count each message once a sheet', () => {
    expect(marks.get('Mid')?.counts).toEqual({ ERROR: 2, WARNING: 2, INFO: 1 });
    expect(marks.get('ON')?.counts.WARNING).toBe(1);
    expect(marks.size).toBe(3);
  });
});

describe('the grid', () => {
  it('is the spreadsheet: letters, numbers, and few blank rows and columns as they are', () => {
    const grid = buildGrid(sheet({ 1: { B: 'MidC', C: 'MidL' }, 3: { A: 'CPMC US', C: 'x' } }), NO_MARKS);
    expect(columnsOf(grid)).toEqual(['A', 'B', 'C']);
    expect(rowsOf(grid)).toEqual([1, 2, 3]);
  });
  it('draws long blanks together: a side grid comes into sight', () => {
    const grid = buildGrid(sheet({ 1: { A: 'a', B: 'b', U: 'u' }, 40: { A: 'z' } }), NO_MARKS);
    expect(columnsOf(grid)).toEqual(['A', 'B', 'C…T', 'U']);
    expect(rowsOf(grid)).toEqual([1, '2…39', 40]);
  });
  it('has a blank cell that a message is about', () => {
    const [marks = NO_MARKS] = markSheets([message('ERROR', { sheet: 'Mid', cell: 'D9' })]).values();
    const grid = buildGrid(sheet({ 1: { A: 'a' } }), marks);
    expect(columnsOf(grid)).toEqual(['A', 'B', 'C', 'D']);
    expect(rowsOf(grid)).toEqual([1, '2…8', 9]);
  });
  it('does not jump over what was cut off to show a cell of it', () => {
    const [marks = NO_MARKS] = markSheets([message('ERROR', { sheet: 'Mid', cell: 'A9000' })]).values();
    expect(rowsOf(buildGrid(sheet({ 1: { A: 'a' } }, { truncated: true }), marks))).toEqual([1]);
  });
  it('is as wide as its texts, within bounds', () => {
    const grid = buildGrid(sheet({ 1: { A: 'x'.repeat(99), B: 'x' } }), NO_MARKS);
    expect(grid.columns).toMatchObject([{ width: 30 }, { width: 4 }]);
  });
});

describe('a step', () => {
  const grid = buildGrid(sheet({ 1: { A: 'a', B: 'b', H: 'h' }, 30: { A: 'z' } }), NO_MARKS);
  it.each([
    ['A1', 'right', 'B1'],
    ['B1', 'right', 'H1'],
    ['H1', 'right', 'H1'],
    ['A1', 'down', 'A30'],
    ['A1', 'up', 'A1'],
    ['H30', 'home', 'A30'],
    ['A1', 'end', 'H1'],
    ['A1', 'last', 'H30'],
    ['H30', 'first', 'A1'],
    ['H30', 'page up', 'H1'],
  ] as const)('from %s %s leads to %s', (from, step, to) => expect(stepFrom(grid, from, step)).toBe(to));
  it('is what a key of a spreadsheet says', () => {
    expect(stepOfKey({ key: 'PageDown', ctrlKey: false })).toBe('page down');
    expect(stepOfKey({ key: 'Home', ctrlKey: true })).toBe('first');
    expect(stepOfKey({ key: 'c', ctrlKey: true })).toBeNull();
  });
});
