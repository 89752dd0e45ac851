import { expect, it } from 'vitest';
import { listCells } from '#test/support/workbook-reading.ts';
import { writeXlsx, xlsxNumber } from '#test/support/xlsx-writer.ts';
import { readWorkbook } from './read-workbook.ts';
import { DEFAULT_LIMITS } from './workbook-limits.ts';

const cell = (attributes: string, inner: string): { attributes: string; inner: string } => ({
  attributes,
  inner,
});

it('reads texts of every kind, cached values of formulas, flags and errors', async () => {
  const bytes = writeXlsx([
    {
      name: 'S',
      rows: [
        [
          'shared',
          cell('t="inlineStr"', '<is><t>in</t><r><t>line</t></r><rPh><t>reading</t></rPh></is>'),
          cell('t="str"', '<f>A1</f><v>made</v>'),
        ],
        [
          cell('t="e"', '<v>#N/A</v>'),
          true,
          false,
          1.5,
          cell('', '<f>A1+1</f><v>2</v>'),
          null,
          cell('t="str"', '<v></v>'),
        ],
        [
          cell('t="d"', '<v>2026-03-01T00:00:00Z</v>'),
          cell('', '<v>no number</v>'),
          cell('t="b"', ''),
          cell('t="s"', '<v>99</v>'),
        ],
      ],
    },
  ]);
  expect(await listCells(bytes)).toEqual([
    'S!1: 0 text shared | 1 text inline | 2 text made',
    'S!2: 0 text #N/A | 1 boolean=true TRUE | 2 boolean=false FALSE | 3 number=1.5 1.5 | 4 number=2 2',
    'S!3: 0 date=2026-03-01T00:00:00 2026-03-01T00:00:00 | 1 text no number',
  ]);
});

it('reads dates and times by the format of their cell, 24:00 as the end of a day', async () => {
  const formats = ['yyyy\\-mm\\-dd', 'h:mm AM/PM', '[h]:mm', '"day "0', 'm/d/yy h:mm'];
  const row = [
    xlsxNumber(46082, 1),
    xlsxNumber(19 / 24, 2),
    xlsxNumber(1, 3),
    xlsxNumber(3, 4),
    xlsxNumber(46082.5, 5),
  ];
  expect(await listCells(writeXlsx([{ name: 'S', rows: [row] }], { formats }))).toEqual([
    'S!1: 0 date=2026-03-01 2026-03-01 | 1 time=68400 19:00 | 2 time=86400 24:00 | 3 number=3 3 | 4 date=2026-03-01T12:00:00 2026-03-01T12:00:00',
  ]);
  expect(
    await listCells(writeXlsx([{ name: 'S', rows: [[xlsxNumber(44620, 1)]] }], { formats, from1904: true })),
  ).toEqual(['S!1: 0 date=2026-03-01 2026-03-01']);
});

it('tells hidden sheets, keeps the order of the tabs, and reads prefixes of other programs', async () => {
  const rows = [['x']];
  const sheets = [
    { name: 'B', rows },
    { name: 'A', state: 'hidden' as const, rows },
    { name: 'C', state: 'veryHidden' as const, rows },
  ];
  const expected = ['B!1: 0 text x', '(A)!1: 0 text x', '(C)!1: 0 text x'];
  expect(await listCells(writeXlsx(sheets))).toEqual(expected);
  expect(await listCells(writeXlsx(sheets, { prefix: 'x' }))).toEqual(expected);
});

it('finds cells by their references, or in order where there are none', async () => {
  const document =
    '<worksheet><sheetData><row r="5"><c r="AB5" t="str"><v>far</v></c><c t="str"><v>next</v></c></row>' +
    '<row><c t="str"><v>below</v></c></row><row r="zero"><c r="?" t="str"><v>odd</v></c></row></sheetData></worksheet>';
  const bytes = writeXlsx([], {
    more: [{ name: 'xl/extra.xml', content: document }],
  });
  expect(await listCells(bytes)).toEqual([]);
  const { writeZip } = await import('#test/support/zip-writer.ts');
  const packed = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/><sheet name="Chart" r:id="b"/><sheet name="Out" r:id="c"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="a" Target="/xl/extra.xml"/><Relationship Id="b" Target="chartsheets/sheet1.xml"/><Relationship Id="c" TargetMode="External" Target="http://example.org/sheet.xml"/></Relationships>',
    },
    { name: 'xl/extra.xml', content: document },
  ]);
  expect(await listCells(packed)).toEqual([
    'S!5: 27 text far | 28 text next',
    'S!6: 0 text below',
    'S!7: 0 text odd',
    'CORRUPT_FILE',
  ]);
});

it('reads of a merge its first cell only, as it is shown', async () => {
  const rows = [
    ['title', 'under', 'it'],
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ];
  const sheets = [
    { name: 'S', rows, merges: ['A1:C1', 'B2:C3', 'A3:A4'] },
    { name: 'T', rows: [['j', 'k']], merges: ['A3:B4'] },
  ];
  const shown = [
    'S!1: 0 text title',
    'S!2: 0 text a | 1 text b',
    'S!3: 0 text d',
    'S!4: 1 text h | 2 text i',
    'T!1: 0 text j | 1 text k',
  ];
  expect(await listCells(writeXlsx(sheets))).toEqual(shown);
  expect(await listCells(writeXlsx(sheets, { prefix: 'x' }))).toEqual(shown);
});

it('refuses more sheets or text than it may hold', async () => {
  const sheets = [1, 2, 3].map((n) => ({ name: `S${n}`, rows: [[`text number ${n}`]] }));
  const codes = async (limits: Partial<typeof DEFAULT_LIMITS>): Promise<string[]> => {
    const found: string[] = [];
    for await (const event of readWorkbook(writeXlsx(sheets), 'f', { ...DEFAULT_LIMITS, ...limits })) {
      if (event.kind === 'fault') found.push(event.message.code);
    }
    return found;
  };
  expect(await codes({ sheets: 2 })).toEqual(['FILE_TOO_LARGE']);
  expect(await codes({ cells: 2 })).toEqual(['FILE_TOO_LARGE']);
  expect(await codes({ heapMegabytes: 0 })).toEqual(['FILE_TOO_LARGE']);
  expect(await codes({})).toEqual([]);
});
