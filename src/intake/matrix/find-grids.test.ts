import { describe, expect, it } from 'vitest';
import type { OdsCell, OdsSheet } from '#test/support/ods-writer.ts';
import { faultsOf, messagesOf, readingOf } from '#test/support/workbook-reading.ts';

const NAME = 'Mid Weekday Neuro 5 pm - 6 pm';
const sheet = (...rows: OdsCell[][]): OdsSheet => ({ name: NAME, rows });
const HEADER: OdsCell[] = [null, 'MidC', 'MidL', 'Mid 3'];
const rulesOf = (reading: Awaited<ReturnType<typeof readingOf>>): string[] =>
  reading.listed.map((study) => `${study.cell} ${study.hospital}: ${study.study} ${study.position ?? '-'}`);

describe('where the grid stands', () => {
  it('below title rows and right of column A', async () => {
    const title: OdsCell[] = ['Coverage of the night'];
    const reading = await readingOf([
      sheet(
        title,
        [],
        ['', 'valid from', 'May'],
        [null, null, 'ON Neuro', 'ON Body'],
        [null, 'CPMC US', null, 'x'],
      ),
    ]);
    expect(reading.sheets[0]?.positions).toEqual(['ON Neuro', 'ON Body']);
    expect(rulesOf(reading)).toEqual(['D5 CPMC: US ON Body']);
  });

  it('with a heading over the labels, notes beside and columns that are no position', async () => {
    const reading = await readingOf([
      sheet(
        ['Study', 'MidC', 'Remark', 'MidL', 'Empty', null],
        ['CPMC US', null, 'ON1', 'x', null, 'see above'],
        ['Total', null, 'two'],
      ),
    ]);
    expect(rulesOf(reading)).toEqual(['D2 CPMC: US MidL']);
    expect(messagesOf(reading, 'IGNORED_COLUMN')).toMatchObject([
      { severity: 'INFO', context: { sheet: NAME, cell: 'C1', header: 'Remark', cells: 2 } },
      { context: { column: 'F', header: null, cells: 1 } },
    ]);
  });

  it('with the category Day, one column and a title that is a position', async () => {
    const day = {
      name: 'Day Weekday 8 am - 5 pm',
      rows: [
        [null, 'DAY'],
        [null, 'Day'],
        ['CPMC US', 'x'],
        ['CHONY Neuro', 'x'],
      ],
    };
    const reading = await readingOf([day]);
    expect(reading.sheets[0]).toMatchObject({
      category: 'DAY',
      positions: ['DAY'],
      start: '08:00',
      end: '17:00',
      studies: 2,
    });
    expect(rulesOf(reading)).toEqual(['B3 CPMC: US DAY', 'B4 CHONY: Neuro DAY']);
  });

  it('with rows that are repeated, each of them counted', async () => {
    const repeated =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>CPMC US</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row>';
    const reading = await readingOf([{ name: NAME, rows: [HEADER, { markup: repeated }] }]);
    expect(reading.accounting).toMatchObject({ read: 6, accepted: 1, ignored: 5 });
  });
});

describe('second grids', () => {
  const far: OdsCell[] = Array.from({ length: 5 }, () => null);

  it('beside the main one are ignored, with their range and marks', async () => {
    const reading = await readingOf([
      sheet(
        [null, 'MidC', 'MidL', ...far, null, 'MidC', 'MidL'],
        ['CPMC US', 'x', null, ...far, 'CPMC US', null, 'X'],
        ['CPMC CT', null, 'x', ...far, 'CPMC CT', '?', 'X'],
      ),
    ]);
    expect(messagesOf(reading, 'IGNORED_GRID')).toMatchObject([
      { context: { sheet: NAME, cell: 'I1', range: 'I1:K3', marks: 3 } },
    ]);
    expect(reading.accounting).toEqual({ read: 5, accepted: 2, rejected: 0, ignored: 3, stored: 2 });
    expect(faultsOf(reading)).toEqual(['IGNORED_GRID I1']);
  });

  it.each<[string, OdsCell[][], string]>([
    [
      'next to it, with labels of its own',
      [
        [null, 'MidC', null, 'MidL'],
        ['CPMC US', 'x', 'CPMC US', 'x'],
      ],
      'C1:D2',
    ],
    [
      'without labels, for its positions repeat',
      [
        [null, 'MidC', null, 'MidC'],
        ['CPMC US', 'x', null, 'x'],
      ],
      'D1:D2',
    ],
    [
      'without labels, two columns away',
      [
        [null, 'MidC', null, null, 'MidL'],
        ['CPMC US', 'x', null, null, 'x'],
      ],
      'E1:E2',
    ],
    [
      'that begins higher',
      [
        [...far, null, 'MidL'],
        [null, 'MidC'],
        ['CPMC US', 'x', ...far.slice(2), 'CPMC CT', 'x'],
      ],
      'F1:G3',
    ],
    [
      'that begins lower',
      [
        [null, 'MidC'],
        ['CPMC US', 'x'],
        [...far, null, 'ON1'],
        [...far, 'CPMC US', 'x'],
      ],
      'F3:G4',
    ],
    [
      'below, with other positions',
      [[null, 'MidC'], ['CPMC US', 'x'], [], [null, 'ON1'], ['CPMC CT', 'x']],
      'A4:B5',
    ],
  ])('%s', async (_, rows, range) => {
    const reading = await readingOf([sheet(...rows)]);
    expect(messagesOf(reading, 'IGNORED_GRID')).toMatchObject([{ context: { range, marks: 1 } }]);
    expect(reading.accounting).toMatchObject({ read: 2, accepted: 1, ignored: 1 });
  });

  it.each<[string, OdsCell[], string, number]>([
    ['with a heading over its labels', ['Study', 'ON1', 'ON2'], 'A4:C6', 2],
    ['with more positions than the first', [null, 'MidC', 'MidL', 'Mid3', 'ON1'], 'A4:E6', 3],
    ['with its positions in another order', [null, 'MidL', 'MidC'], 'A4:C6', 2],
  ])('below %s are ignored, with all their marks', async (_, header, range, marks) => {
    const reading = await readingOf([
      sheet(
        [null, 'MidC', 'MidL', 'Mid3'],
        ['CPMC US', 'x'],
        [],
        header,
        ['CPMC US', 'x', null, null, 'x'],
        ['CPMC CT', null, 'x'],
      ),
    ]);
    expect(messagesOf(reading, 'IGNORED_GRID')).toMatchObject([{ context: { range, marks } }]);
    expect(rulesOf(reading)).toEqual(['B2 CPMC: US MidC']);
    expect(reading.accounting).toMatchObject({ read: 1 + marks, accepted: 1, rejected: 0, ignored: marks });
  });

  it('beside the main one and below it are counted once', async () => {
    const reading = await readingOf([
      sheet(
        [null, 'MidC', null, null, null, 'MidC'],
        ['CPMC US', 'x', null, null, 'CPMC US', 'x'],
        ['Older', 'ON1', 'ON2', 'MidC', 'MidL', 'Mid3'],
        ['CPMC US', 'x', null, null, 'CPMC US', 'x'],
      ),
    ]);
    expect(
      messagesOf(reading, 'IGNORED_GRID').map(({ context }) => [context['range'], context['marks']]),
    ).toEqual([
      ['E1:F4', 3],
      ['A3:F4', 1],
    ]);
    expect(reading.accounting).toMatchObject({ read: 5, accepted: 1, ignored: 4 });
  });

  it('directly beside the main one, with a heading over their labels, are not merged into it', async () => {
    const reading = await readingOf([
      sheet([null, 'MidC', 'MidL', 'Study', 'MidC', 'MidL'], ['CPMC US', 'x', null, 'CPMC US', null, 'x']),
    ]);
    expect(messagesOf(reading, 'IGNORED_GRID')).toMatchObject([{ context: { range: 'D1:F2', marks: 1 } }]);
    expect(rulesOf(reading)).toEqual(['B2 CPMC: US MidC']);
  });

  it('a column of remarks without a heading does not part the positions', async () => {
    const reading = await readingOf([
      sheet([null, 'MidC', null, 'MidL'], ['CPMC US', 'x', 'call first'], ['CPMC CT', null, '?', 'x']),
    ]);
    expect(faultsOf(reading)).toEqual([]);
    expect(rulesOf(reading)).toEqual(['B2 CPMC: US MidC', 'D3 CPMC: CT MidL']);
  });

  it('a position written as a mark in the row of a study is no header', async () => {
    const reading = await readingOf([sheet([null, 'MidC'], ['CPMC US', 'MidC'], ['CPMC CT', 'x'])]);
    expect(faultsOf(reading)).toEqual(['INVALID_MARK B2', 'STUDY_WITHOUT_READER A2']);
  });

  it('a spacer between positions makes none, nor does the header printed once more', async () => {
    const reading = await readingOf([
      sheet(
        [null, 'MidC', null, 'MidL'],
        ['CPMC US', 'x'],
        [null, 'MidC', null, 'MidL'],
        ['CPMC CT', null, null, 'x'],
      ),
    ]);
    expect(faultsOf(reading)).toEqual([]);
    expect(rulesOf(reading)).toEqual(['B2 CPMC: US MidC', 'D4 CPMC: CT MidL']);
  });
});
