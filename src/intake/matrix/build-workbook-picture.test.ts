import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#src/sources/matrix/read-workbook.ts';
import { type OdsSheet, writeOds } from '#test/support/ods-writer.ts';
import { buildWorkbookPicture, PICTURE_BOUNDS, type PictureSheet } from './build-workbook-picture.ts';

const pictureOf = (sheets: readonly OdsSheet[], bounds: Partial<typeof PICTURE_BOUNDS> = {}) =>
  buildWorkbookPicture(readWorkbook(writeOds(sheets), 'plan.ods'), { ...PICTURE_BOUNDS, ...bounds });

/** `2: A CPMC CT Body, B x`. */
const shown = (sheet: PictureSheet | undefined): string[] =>
  (sheet?.rows ?? []).map(
    ({ row, cells }) => `${row}: ${cells.map(({ column, text }) => `${column} ${text}`).join(', ')}`,
  );

describe('a workbook', () => {
  it('is its sheets with what stands in their cells, hidden ones too', async () => {
    const { sheets, truncated, fault } = await pictureOf([
      { name: 'Mid 5 - 6 pm', rows: [[null, 'MidC', 'MidL'], [], ['CPMC CT Body', null, 'x']] },
      { name: 'old', hidden: true, rows: [['note']] },
      { name: 'empty', rows: [] },
    ]);
    expect([truncated, fault]).toEqual([false, null]);
    expect(sheets.map(({ name, hidden, columns, truncated: cut }) => [name, hidden, columns, cut])).toEqual([
      ['Mid 5 - 6 pm', false, 3, false],
      ['old', true, 1, false],
      ['empty', false, 0, false],
    ]);
    expect(shown(sheets[0])).toEqual(['1: B MidC, C MidL', '3: A CPMC CT Body, C x']);
  });

  it('shows repeated cells and rows one by one', async () => {
    const markup =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>';
    const { sheets } = await pictureOf([{ name: 'a', rows: [['head'], { markup }, ['foot']] }]);
    expect(shown(sheets[0])).toEqual(['1: A head', '2: A x, B x', '3: A x, B x', '4: A x, B x', '5: A foot']);
  });
});

describe('of a workbook that is too large to be shown', () => {
  const rows = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`r${index}`, 'x']);

  it.each<[string, OdsSheet[], Partial<typeof PICTURE_BOUNDS>, string[][], boolean[], boolean]>([
    [
      'rows are left out',
      [
        { name: 'a', rows: rows(4) },
        { name: 'b', rows: rows(1) },
      ],
      { rows: 2 },
      [['1: A r0, B x', '2: A r1, B x'], ['1: A r0, B x']],
      [true, false],
      false,
    ],
    ['columns', [{ name: 'a', rows: rows(1) }], { columns: 1 }, [['1: A r0']], [true], false],
    [
      'columns, and rows that have nothing else',
      [{ name: 'a', rows: [['x'], [null, 'far away']] }],
      { columns: 1 },
      [['1: A x']],
      [true],
      false,
    ],
    [
      'the end of a text',
      [{ name: 'a', rows: [['abcdef']] }],
      { characters: 3 },
      [['1: A abc']],
      [true],
      false,
    ],
    [
      'sheets',
      [
        { name: 'a', rows: rows(1) },
        { name: 'b', rows: [] },
        { name: 'c', rows: rows(1) },
      ],
      { sheets: 2 },
      [['1: A r0, B x'], []],
      [false, false],
      true,
    ],
    [
      'cells, and every sheet after them',
      [
        { name: 'a', rows: rows(3) },
        { name: 'b', rows: rows(1) },
      ],
      { cells: 5 },
      [['1: A r0, B x', '2: A r1, B x']],
      [true],
      true,
    ],
  ])('%s', async (_, given, bounds, expected, cut, whole) => {
    const { sheets, truncated } = await pictureOf(given, bounds);
    expect(sheets.map(shown)).toEqual(expected);
    expect(sheets.map((sheet) => sheet.truncated)).toEqual(cut);
    expect(truncated).toBe(whole);
  });

  it('a row that repeats without end takes no more than its share', async () => {
    const markup =
      '<table:table-row table:number-rows-repeated="900000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>';
    const { sheets } = await pictureOf([{ name: 'a', rows: [{ markup }] }]);
    expect([sheets[0]?.rows.length, sheets[0]?.truncated]).toEqual([600, true]);
  });
});

it('a file that breaks off shows what could be read, and why the rest could not', async () => {
  const whole = 'Date,Shift\n2026-04-01,ON1\n';
  const bytes = Buffer.from(`${whole.repeat(200)}"2026-04-02,ON1\n`);
  const { sheets, fault } = await buildWorkbookPicture(readWorkbook(bytes, 'list.csv'));
  expect(fault?.code).toBe('CORRUPT_FILE');
  expect(sheets[0]?.rows.length).toBeGreaterThan(100);
});
