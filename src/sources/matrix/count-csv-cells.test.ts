import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listEvents } from '#test/support/workbook-reading.ts';
import { countCsvCells } from './count-csv-cells.ts';
import { findDelimiter } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

const UTF8 = { delimiter: ',', encoding: 'utf-8' } as const;
const count = (text: string, most = 100): number => countCsvCells(Buffer.from(text), UTF8, most);

it.each<[string, string, number]>([
  ['cells with content', 'a,b\nc,d\n', 4],
  ['no end of line', 'a,b\nc,d', 4],
  ['blank cells', 'a,, ,\t\n\r\n\u00a0,\u2003,b', 2],
  ['a separator and a line end in quotation marks', '"a,b\nc",d', 2],
  ['quotation marks in quotation marks', '"a "",b"" c",d', 2],
  ['a quotation mark inside a word', 'a"b,c', 2],
  ['accented letters and other signs', 'é,ü\n“,✓', 4],
  ['white space of every kind', '\u1680,\u2000\u200a,\u2028,\u205f\n\u3000,\ufeff,\u00a0 ', 0],
  ['a byte order mark', '\ufeff"a,b",c', 2],
  ['quotation marks that are content', '"""",a"",""', 2],
  ['line ends that are none in this file', 'a\r\nb\nc,d\re\r\n', 3],
])('counts %s', (_, text, cells) => {
  expect(count(text)).toBe(cells);
});

it('knows Windows-1252', () => {
  const shape = { delimiter: ';', encoding: 'windows-1252' } as const;
  expect(countCsvCells(Buffer.from('\u00a0;\u00c2;\u00e2 ;\u00e9', 'latin1'), shape, 100)).toBe(3);
});

it('goes no further than one more than asked for', () => {
  expect(count('a,'.repeat(1_000), 10)).toBe(11);
});

it('never counts more than reading finds, so that nothing is refused that could be read', async () => {
  const signs = ['a', 'é', ' ', '\u00a0', '\u3000', '“', ',', ';', '\n', '\r', '\r\n', '"', '""', '7'];
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((pieces) => pieces.join(''));
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const encodings = fc.constantFrom('utf-8' as const, 'windows-1252' as const);
  await fc.assert(
    fc.asyncProperty(text, lineEnd, encodings, fc.boolean(), async (body, end, encoding, marked) => {
      const mark = marked && encoding === 'utf-8' ? '\ufeff' : '';
      const written = `${mark}"é" head,line${end}${body}`;
      const bytes = Buffer.from(written, encoding === 'utf-8' ? 'utf8' : 'latin1');
      fc.pre(encoding === 'utf-8' || !isUtf8(bytes));
      const events = await listEvents(readWorkbook(bytes, 'plan.csv'));
      fc.pre(events.every((event) => event.kind !== 'fault'));
      const cells = events.flatMap((event) =>
        event.kind === 'rows' ? event.rows.flatMap((row) => row.cells) : [],
      );
      const delimiter = findDelimiter(new TextDecoder(encoding).decode(bytes));
      const counted = countCsvCells(bytes, { delimiter, encoding }, 1_000);
      expect(counted).toBeLessThanOrEqual(cells.length);
    }),
    { numRuns: 1_000 },
  );
});
