import { expect, it } from 'vitest';
import { listCells } from '#test/support/workbook-reading.ts';
import { findDelimiter } from './read-csv.ts';

const cells = (content: string | Uint8Array, name = 'shifts/April.csv'): Promise<string[]> =>
  listCells(typeof content === 'string' ? Buffer.from(content) : content, name);

it.each([
  ['commas', 'a,b\n1,2\n'],
  ['semicolons', 'a;b\n1;2\n'],
  ['a byte order mark', '\ufeffa,b\n1,2\n'],
  ['quotation marks', '"a","b"\r\n"1","2"\r\n'],
  ['carriage returns', 'a;b\r1;2\r'],
])('reads %s as a sheet with the name of the file', async (_, content) => {
  expect(await cells(content)).toEqual(['April!1: 0 text a | 1 text b', 'April!2: 0 text 1 | 1 text 2']);
});

it('counts blank lines, drops blank cells, and takes lines of any length', async () => {
  expect(await cells('title only\n\na,, b\nc,d,e,f\n ,\u00a0\n')).toEqual([
    'April!1: 0 text title only',
    'April!3: 0 text a | 2 text  b',
    'April!4: 0 text c | 1 text d | 2 text e | 3 text f',
  ]);
});

it('reads UTF-8, and Windows-1252 where it is none', async () => {
  expect(await cells('Ärzte,é\n')).toEqual(['April!1: 0 text Ärzte | 1 text é']);
  expect(await cells(Buffer.from('\u00c4rzte,\u0096 \u00e9\n', 'latin1'))).toEqual([
    'April!1: 0 text Ärzte | 1 text – é',
  ]);
});

it('keeps what stands in quotation marks together', async () => {
  expect(await cells('a,"b, ""c"""\n"two\nlines",d\n')).toEqual([
    'April!1: 0 text a | 1 text b, "c"',
    'April!2: 0 text two\nlines | 1 text d',
  ]);
});

it('reads many rows piece by piece', async () => {
  const rows = await cells(Array.from({ length: 20_000 }, (_, i) => `2026-03-01,é${i}\n`).join(''));
  expect(rows).toHaveLength(20_000);
  expect(rows.at(-1)).toBe('April!20000: 0 text 2026-03-01 | 1 text é19999');
});

it('lets the typical line decide what separates', () => {
  expect(findDelimiter('Shifts, April, North, South, all\ndate;start;end\n1;2;3\n')).toBe(';');
  expect(findDelimiter('date,"a;b;c;d",end\n1,2,3\n')).toBe(',');
  expect(findDelimiter('')).toBe(',');
});
