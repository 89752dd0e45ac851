import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type OdsCell, writeOdsWorkbook } from './ods-workbook.ts';

const contentOf = (rows: OdsCell[][], filledToTheEnd = false): string => {
  const files = unzipSync(writeOdsWorkbook([{ name: 'Nights', rows, filledToTheEnd }]));
  return strFromU8(files['content.xml'] ?? new Uint8Array());
};

const repeats = (content: string, what: string): number[] =>
  [...content.matchAll(new RegExp(`${what}-repeated="(\\d+)"`, 'g'))].map((match) => Number(match[1]));

describe('an .ods package', () => {
  test('begins with its media type, stored, so that its kind shows without unpacking', () => {
    const head = strFromU8(writeOdsWorkbook([{ name: 'Nights', rows: [] }]).slice(0, 84), true);
    expect(head.slice(0, 4)).toBe('PK\u0003\u0004');
    expect(head.slice(8, 10)).toBe('\0\0');
    expect(head.slice(30)).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  });

  test('carries the clock time 2026-09-01 12:00 in every time zone', () => {
    const bytes = writeOdsWorkbook([{ name: 'Nights', rows: [] }]);
    const [time, date] = [10, 12].map((at) => (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8));
    expect(time).toBe(12 << 11);
    expect(date).toBe(((2026 - 1980) << 9) | (9 << 5) | 1);
  });

  test('lists its parts in the manifest', () => {
    const files = unzipSync(writeOdsWorkbook([{ name: 'Nights', rows: [] }]));
    expect(Object.keys(files)).toEqual(['mimetype', 'content.xml', 'styles.xml', 'META-INF/manifest.xml']);
    expect(strFromU8(files['META-INF/manifest.xml'] ?? new Uint8Array())).toContain('"content.xml"');
  });
});

test('another program reads the same sheets and texts', () => {
  const bytes = writeOdsWorkbook([
    { name: 'ON Weekday', rows: [[null, 'ON1'], ['St Anne  CT ', 'x'], [], ['<&>', '✓']] },
    { name: 'Two', rows: [[{ formula: 'of:=[.B1]', text: 'X' }, { number: 2 }, { flag: true }]] },
  ]);
  const book = read(bytes);
  expect(book.SheetNames).toEqual(['ON Weekday', 'Two']);
  const rows = (name: string): unknown[][] =>
    utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, blankrows: true });
  expect(rows('ON Weekday')).toEqual([[undefined, 'ON1'], ['St Anne  CT ', 'x'], [], ['<&>', '✓']]);
  expect(rows('Two')).toEqual([['X', 2, true]]);
});

test.each<[string, OdsCell, string]>([
  [
    'a date',
    { date: '2026-11-01' },
    'office:value-type="date" office:date-value="2026-11-01"><text:p>2026-11-01<',
  ],
  [
    'a time',
    { time: 'PT19H00M00S' },
    'office:value-type="time" office:time-value="PT19H00M00S"><text:p>19:00<',
  ],
  ['the end of a day', { time: 'PT24H00M00S' }, 'office:time-value="PT24H00M00S"><text:p>24:00<'],
  ['a number', { number: 1 }, 'office:value-type="float" office:value="1"><text:p>1<'],
  ['a yes', { flag: true }, 'office:boolean-value="true"><text:p>TRUE<'],
  ['a no', { flag: false }, 'office:boolean-value="false"><text:p>FALSE<'],
  [
    'a formula',
    { formula: 'of:=[.A1]', text: 'x' },
    'table:formula="of:=[.A1]" office:value-type="string"><text:p>x<',
  ],
  ['spaces at the ends', ' x  ', '<text:p><text:s/>x<text:s text:c="2"/></text:p>'],
  ['spaces inside', 'CT   Body', '<text:p>CT <text:s text:c="2"/>Body</text:p>'],
])('%s is written as LibreOffice writes it', (_, cell, xml) => {
  expect(contentOf([[cell]])).toContain(xml);
});

test.each<[string, OdsCell[], number[]]>([
  ['a row of three', ['a', 'b', 'c'], [16_381]],
  ['a gap of one, without a count', ['a', null, 'c'], [16_381]],
  ['a gap of two', ['a', null, null, 'd'], [2, 16_380]],
  ['empty cells at the end', ['a', null, null], [16_383]],
  ['a blank row', [], [16_384]],
])('%s ends at the sheet’s edge in one repeated cell', (_, row, counts) => {
  expect(repeats(contentOf([row]).replace(/<table:table-column[^>]*>/, ''), 'columns')).toEqual(counts);
});

test('signs that mean something to XML are escaped in names', () => {
  const bytes = writeOdsWorkbook([{ name: 'A & "B" <C>', rows: [] }]);
  const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array());
  expect(content).toContain('table:name="A &amp; &quot;B&quot; &lt;C&gt;"');
});

test('a sheet that was formatted whole ends with a million blank rows in three repeats', () => {
  const counts = repeats(contentOf([['a'], ['b']], true), 'rows');
  expect(counts).toEqual([1_000, 1_047_573, 1]);
  expect(counts.reduce((sum, n) => sum + n, 2)).toBe(1_048_576);
});

test('more rows than one slice all arrive in order', () => {
  const rows = Array.from({ length: 2_500 }, (_, i) => [`row ${i}`]);
  const texts = [...contentOf(rows).matchAll(/<text:p>([^<]*)</g)].map((match) => match[1]);
  expect(texts).toEqual(rows.map(([text]) => text));
});
