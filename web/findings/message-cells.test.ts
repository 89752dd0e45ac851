import { describe, expect, it } from 'vitest';
import { cellsOf, columnLetters, columnOf, rowOf } from './message-cells.ts';

const message = (context: Record<string, unknown>) => ({
  ...{ severity: 'WARNING' as const, code: 'INVALID_MARK', text: 'wrong', context: { key: 'k', ...context } },
});
const places = (context: Record<string, unknown>) =>
  cellsOf(message(context)).map(({ sheet, cell, row }) => `${sheet}!${cell ?? `row ${row}`}`);

describe('where a message stands in the workbook', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a cell', { sheet: 'Mid', cell: 'B3', row: 3, column: 'B' }, ['Mid!B3']],
    [
      'a cell and the others of the same cause',
      { sheet: 'Mid', cell: 'C3', cells: ['B3', 'C3'] },
      ['Mid!C3', 'Mid!B3'],
    ],
    [
      'a grid beside the main one',
      { sheet: 'Mid', cell: 'U1', range: 'U1:V2' },
      ['Mid!U1', 'Mid!V1', 'Mid!U2', 'Mid!V2'],
    ],
    [
      'a name on several sheets',
      {
        ...{ sheet: 'Mid', cell: 'A2', cells: ['A2', 'A4'] },
        places: [
          { sheet: 'Mid', cell: 'A2' },
          { sheet: 'ON', cell: 'A4' },
        ],
      },
      ['Mid!A2', 'ON!A4'],
    ],
    ['a row', { sheet: 'List', row: 7 }, ['List!row 7']],
    ['a sheet', { sheet: 'Notes', cells: 12 }, ['Notes!row null']],
    ['two sheets', { sheet: 'A', sheets: ['A', 'B'] }, ['A!row null', 'B!row null']],
    ['a line of a report', { file: 'a.csv', line: 3 }, []],
  ])('%s', (_, context, expected) => expect(places(context)).toEqual(expected));

  it('never names more cells than anybody looks at', () => {
    expect(cellsOf(message({ sheet: 'Mid', range: 'A1:ZZ1000' }))).toHaveLength(2000);
  });
});

describe('cells', () => {
  it.each([
    ['A1', 0, 1],
    ['Z9', 25, 9],
    ['AA10', 26, 10],
    ['BC600', 54, 600],
  ])('%s is column %i and row %i', (cell, column, row) => {
    expect([columnOf(cell), rowOf(cell)]).toEqual([column, row]);
    expect(`${columnLetters(column)}${row}`).toBe(cell);
  });
});
