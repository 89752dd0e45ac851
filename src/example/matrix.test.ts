import { describe, expect, test } from 'vitest';
import { parsePosition } from '#src/domain/shift-type.ts';
import { collapseSpaces } from '#src/domain/study.ts';
import { exampleMatrix } from './matrix.ts';
import type { OdsCell } from './ods-workbook.ts';

const sheets = exampleMatrix().map((sheet) => ({ name: sheet.name, rows: [...sheet.rows] }));
const rowsOf = (name: string): (readonly OdsCell[])[] =>
  sheets.find((sheet) => sheet.name === name)?.rows ?? [];
const textOf = (cell: OdsCell | undefined): string =>
  typeof cell === 'string' ? cell : cell && 'text' in cell ? cell.text : '';
const headerOf = (name: string): string[] => rowsOf(name)[0]?.slice(1, 4).map(textOf) ?? [];
const labelsOf = (name: string): string[] =>
  rowsOf(name)
    .slice(1)
    .map((row) => textOf(row[0]));
/** Header of the column marked on each row of the main grid, by label with its spaces collapsed. */
const readersOf = (name: string): Map<string, string[]> =>
  new Map(
    rowsOf(name)
      .slice(1)
      .map((row) => [
        collapseSpaces(textOf(row[0])),
        row.slice(1, 4).flatMap((cell, i) => (cell === null ? [] : (headerOf(name)[i] ?? ''))),
      ]),
  );

test('thirteen sheets: a day, seven evenings, the hour after midnight, four nights', () => {
  expect(sheets.map((sheet) => sheet.name)).toEqual([
    'Day Weekday 8 am - 5 pm',
    'Mid Weekday Body 5 - 6 pm',
    'Mid Weekday Neuro 5 pm - 6 pm',
    'Mid Weekday Neuro 6 pm - 12 am',
    'Mid Weekday Body 6 pm - 12 am',
    'Mid Weekend Body 5 pm - 12 am',
    'Mid Weekend Neuro 5 pm - 12 am',
    'Mid Weekend 10pm-Midnight',
    'Mid  12am-1am',
    'ON Weekday Neuro 1 am - 8 am',
    'ON Weekday Body 1 am - 8 am',
    'ON Weekend Neuro 1 am - 8 am',
    'ON Weekend Body 1 am – 8 am',
  ]);
});

test('every header is a position, every row has at most one mark', () => {
  for (const { name } of sheets) {
    for (const header of headerOf(name).filter(Boolean)) expect(parsePosition(header), name).not.toBeNull();
    for (const [label, readers] of readersOf(name))
      expect(readers.length, `${name}: ${label}`).toBeLessThan(2);
  }
});

describe('the irregularities of a real matrix', () => {
  test('headers in two spellings and two orders', () => {
    expect(headerOf('Mid Weekday Neuro 6 pm - 12 am')).toEqual(['MidC', 'MidL', 'Mid3']);
    expect(headerOf('Mid Weekend Neuro 5 pm - 12 am')).toEqual(['MidC', 'MidL', 'Mid 3']);
    expect(headerOf('Mid Weekday Body 6 pm - 12 am')).toEqual(['Mid Body', 'Mid Neuro', 'Mid 3']);
    expect(headerOf('ON Weekday Body 1 am - 8 am').slice(0, 2)).toEqual(['ON Neuro', 'ON Body']);
  });

  test('a sheet called Mid whose positions are mostly ON', () => {
    expect(headerOf('Mid  12am-1am')).toEqual(['ON1', 'ON2', 'Mid3']);
  });

  test('marks in several spellings, one of them computed', () => {
    const marks = sheets.flatMap(({ rows }) =>
      rows
        .slice(1)
        .flatMap((row) => row.slice(1, 4).flatMap((cell) => (cell === null ? [] : [textOf(cell)]))),
    );
    expect(new Set(marks)).toEqual(new Set(['✓', 'x', 'X', 'X ']));
    expect(rowsOf('Day Weekday 8 am - 5 pm')[3]?.[1]).toEqual({ formula: 'of:=[.B3]', text: '✓' });
  });

  test('exactly one row without a mark', () => {
    const holes = sheets.flatMap(({ name }) =>
      [...readersOf(name)].flatMap(([label, readers]) => (readers.length === 0 ? [`${name}: ${label}`] : [])),
    );
    expect(holes).toEqual(['Mid Weekend Body 5 pm - 12 am: LAKE Neuro']);
  });

  test('a study that some sheets list and others do not', () => {
    const without = sheets.filter(({ name }) => !labelsOf(name).includes('HARBOR CT Chest'));
    expect(without.map(({ name }) => name)).toEqual([
      'Mid Weekday Body 5 - 6 pm',
      'Mid Weekday Neuro 5 pm - 6 pm',
      'Mid Weekend 10pm-Midnight',
      'ON Weekday Neuro 1 am - 8 am',
      'ON Weekday Body 1 am - 8 am',
      'ON Weekend Neuro 1 am - 8 am',
      'ON Weekend Body 1 am – 8 am',
    ]);
  });

  test('labels with non-breaking, double and trailing spaces, in either order, without modality or region', () => {
    expect(labelsOf('Day Weekday 8 am - 5 pm')).toEqual(
      expect.arrayContaining([
        'HARBOR\u00a0 MR Body',
        'MERCY\u00a0US',
        'LAKE Neuro ',
        'St Anne Neuro CT',
        'HARBOR CT Neuro',
        'HARBOR US',
      ]),
    );
  });

  test('a side grid in U1:X22 that contradicts the main grid', () => {
    const rows = rowsOf('Mid Weekend Neuro 5 pm - 12 am');
    expect(rows.length).toBe(22);
    expect(rows[0]?.slice(4)).toEqual([...Array(17).fill(null), 'MidC', 'MidL', 'Mid3']);
    const differing = rows.slice(1).filter((row) => {
      const marked = (cells: readonly OdsCell[]): number => cells.findIndex((cell) => cell !== null);
      return marked(row.slice(1, 4)) !== marked(row.slice(21));
    });
    expect(differing.length).toBe(5);
    expect(rows.slice(1).every((row) => row.slice(21).filter((cell) => cell === 'X').length === 1)).toBe(
      true,
    );
  });

  test.each([
    ['Mid Weekday Body 5 - 6 pm', 'Mid 3'],
    ['Mid Weekday Neuro 5 pm - 6 pm', 'Mid3'],
    ['Mid Weekend 10pm-Midnight', 'MidC'],
  ])('%s: %s reads nothing', (name, position) => {
    expect([...readersOf(name).values()].flat()).not.toContain(position);
  });

  test('four sheets are formatted to their very end', () => {
    expect(exampleMatrix().filter((sheet) => sheet.filledToTheEnd).length).toBe(4);
  });
});
