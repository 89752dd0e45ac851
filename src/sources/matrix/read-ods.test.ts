import { describe, expect, it } from 'vitest';
import {
  odsCell,
  odsContent,
  odsDate,
  odsDocument,
  odsTime,
  packOds,
  writeOds,
} from '#test/support/ods-writer.ts';
import { listCells } from '#test/support/workbook-reading.ts';
import { writeZip } from '#test/support/zip-writer.ts';

const inCell = (markup: string, attributes = 'office:value-type="string"'): Uint8Array =>
  writeOds([
    {
      name: 'S',
      rows: [[{ markup: `<table:table-cell ${attributes}>${markup}</table:table-cell>` }, 'end']],
    },
  ]);

describe('the text of a cell', () => {
  it.each([
    ['plain', '<text:p>CPMC US</text:p>', 'CPMC US'],
    ['rich-text spans', '<text:p>CP<text:span>M<text:span>C</text:span></text:span> US</text:p>', 'CPMC US'],
    ['two paragraphs', '<text:p>CPMC</text:p><text:p>US</text:p>', 'CPMC US'],
    ['a line break', '<text:p>CPMC<text:line-break/>US</text:p>', 'CPMC US'],
    ['a tab and counted spaces', '<text:p>CPMC<text:tab/><text:s text:c="4"/>US</text:p>', 'CPMC  US'],
    ['a link', '<text:p><text:a>CPMC</text:a> US</text:p>', 'CPMC US'],
    ['entities and CDATA', '<text:p>Chest &amp; <![CDATA[<Abd>]]> &#233;</text:p>', 'Chest & <Abd> é'],
    [
      'a comment of the sheet',
      '<office:annotation><text:p>ask Dr. X</text:p></office:annotation><text:p>x</text:p>',
      'x',
    ],
    [
      'a comment inside the text',
      '<text:p>x<office:annotation><text:p>no</text:p></office:annotation></text:p>',
      'x',
    ],
    [
      'a shape',
      '<draw:frame><draw:text-box><text:p>legend</text:p></draw:text-box></draw:frame><text:p>x</text:p>',
      'x',
    ],
    ['a shape inside the text', '<text:p>x<draw:frame><text:p>no</text:p></draw:frame></text:p>', 'x'],
    [
      'a table inside the cell',
      '<text:p>x</text:p><table:table><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table>',
      'x',
    ],
  ])('joins %s', async (_, markup, text) => {
    expect(await listCells(inCell(markup))).toEqual([`S!1: 0 text ${text} | 1 text end`]);
  });

  it.each([
    ['PT19H00M00S', 68_400],
    ['PT18H59M59.999999999S', 68_400],
    ['PT19H00M00.000000001S', 68_400],
    ['PT24H00M00S', 86_400],
    ['PT07H', 25_200],
  ])('takes the time %s as %d seconds', async (value, seconds) => {
    const attributes = `office:value-type="time" office:time-value="${value}"`;
    expect(await listCells(inCell('<text:p>shown</text:p>', attributes))).toEqual([
      `S!1: 0 time=${seconds} shown | 1 text end`,
    ]);
  });

  it('takes the value where nothing is shown, and what is shown where the value is empty', async () => {
    const attributes = 'office:value-type="string" office:string-value="x"';
    expect(await listCells(inCell('', attributes))).toEqual(['S!1: 0 text x | 1 text end']);
    const broken = 'office:value-type="string" office:string-value="" table:formula="of:=1/0"';
    expect(await listCells(inCell('<text:p>#DIV/0!</text:p>', broken))).toEqual([
      'S!1: 0 text #DIV/0! | 1 text end',
    ]);
  });

  it('holds blank cells to be none', async () => {
    expect(await listCells(inCell('<text:p> \u00a0 </text:p>'))).toEqual(['S!1: 1 text end']);
    expect(await listCells(inCell('<office:annotation><text:p>x</text:p></office:annotation>'))).toEqual([
      'S!1: 1 text end',
    ]);
  });
});

it('keeps values with their kinds', async () => {
  const sheet = {
    name: 'S',
    rows: [
      [
        odsDate('2026-03-01', '03/01/26'),
        odsTime(19, 0, '7 PM'),
        odsTime(24),
        1,
        true,
        odsCell('office:value-type="percentage" office:value="0.5"', '50 %'),
      ],
      [
        { markup: '<table:table-cell office:value-type="date" office:date-value="2026-03-01T07:30:00"/>' },
        { markup: '<table:table-cell office:value-type="time" office:time-value="PT7H5M30S"/>' },
        { markup: '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>' },
        { markup: '<table:table-cell office:value-type="float" office:value="2.5"/>' },
      ],
      [
        odsCell('office:value-type="float"', 'n/a'),
        odsCell('office:value-type="time" office:time-value="soon"', 'soon'),
      ],
      [
        odsCell('office:value-type="date"', 'later'),
        odsCell('office:value-type="boolean"', 'yes'),
        odsCell('office:value-type="void"', 'v'),
      ],
    ],
  };
  expect(await listCells(writeOds([sheet]))).toEqual([
    'S!1: 0 date=2026-03-01 03/01/26 | 1 time=68400 7 PM | 2 time=86400 24:0 | 3 number=1 1 | 4 boolean=true TRUE | 5 number=0.5 50 %',
    'S!2: 0 date=2026-03-01T07:30:00 2026-03-01T07:30:00 | 1 time=25530 07:05:30 | 2 boolean=false FALSE | 3 number=2.5 2.5',
    'S!3: 0 text n/a | 1 text soon',
    'S!4: 0 text later | 1 text yes | 2 text v',
  ]);
});

it('counts repeats without unfolding them, and blank ones only as distance', async () => {
  const cell = (attributes: string, text: string): string =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const document = odsDocument(
    '<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
      `<table:table-row table:number-rows-repeated="3">${cell('table:number-columns-repeated="2"', '')}${cell('table:number-columns-repeated="4"', 'x')}${cell('', 'y')}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="none">${cell('table:number-columns-repeated="-1"', 'z')}</table:table-row></table:table>`,
  );
  expect(await listCells(packOds(document))).toEqual([
    'S!1000000001x3: 2x4 text x | 6 text y',
    'S!1000000004: 0 text z',
  ]);
});

it('reads groups of rows and passes over what a merge covers, shapes and tracked changes', async () => {
  const row = (inner: string): string => `<table:table-row>${inner}</table:table-row>`;
  const x = '<table:table-cell><text:p>x</text:p></table:table-cell>';
  const covered =
    '<table:covered-table-cell table:number-columns-repeated="2"><text:p>under</text:p></table:covered-table-cell>';
  const tracked = `<table:tracked-changes><table:table table:name="old">${row(x)}</table:table></table:tracked-changes>`;
  const document = odsDocument(
    `${tracked}<table:table table:name="S"><table:shapes><draw:frame><text:p>no</text:p></draw:frame></table:shapes>` +
      `<table:table-header-rows>${row(x)}</table:table-header-rows>` +
      `<table:table-row-group table:display="false"><table:table-row-group>${row(x + covered + x)}</table:table-row-group></table:table-row-group>` +
      `<table:table-rows><table:table-row table:visibility="collapse">${x}</table:table-row></table:table-rows></table:table>`,
  );
  expect(await listCells(packOds(document))).toEqual([
    'S!1: 0 text x',
    'S!2: 0 text x | 3 text x',
    'S!3: 0 text x',
  ]);
});

it('tells hidden sheets and names them as they are', async () => {
  const rows = [['x']];
  const names = ['Mid  12am-1am', '__proto__', 'A & B'].map((name) => ({ name, rows }));
  expect(await listCells(writeOds([{ name: 'old', hidden: true, rows }, ...names]))).toEqual([
    '(old)!1: 0 text x',
    'Mid  12am-1am!1: 0 text x',
    '__proto__!1: 0 text x',
    'A & B!1: 0 text x',
  ]);
});

it('reads documents with prefixes of their own, and packages without a mimetype', async () => {
  const content = odsContent([{ name: 'S', hidden: true, rows: [['x', odsTime(7)]] }])
    .replace(/(<\/?|\s)table:/g, '$1t:')
    .replace(/(<\/?)office:/g, '$1')
    .replace(/\soffice:/g, ' o:')
    .replace('xmlns:table=', 'xmlns:t=')
    .replace(/xmlns:office=("[^"]*")/, 'xmlns=$1 xmlns:o=$1');
  const bytes = writeZip([{ name: 'content.xml', content }]);
  expect(await listCells(bytes)).toEqual(['(S)!1: 0 text x | 1 time=25200 7:0']);
});
