import { FALSE_KINDS, oldOffice } from './false-kinds.ts';
import type { HostileFile } from './hostile-file.ts';
import { ODS_TYPE, odsContent, odsDocument, packOds, writeOds } from './ods-writer.ts';
import { writeZip } from './zip-writer.ts';

const good = odsContent([
  {
    name: 'Mid Weekday 5 pm - 6 pm',
    rows: [
      [null, 'MidC'],
      ['CPMC US', 'x'],
    ],
  },
]);
const sheet = (rows: string): string =>
  odsDocument(`<table:table table:name="Mid 5 pm - 6 pm">${rows}</table:table>`);
const row = (cells: string, repeat = 1): string =>
  `<table:table-row table:number-rows-repeated="${repeat}">${cells}</table:table-row>`;
const cell = (text: string, repeat = 1): string =>
  `<table:table-cell table:number-columns-repeated="${repeat}" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const withDoctype = (subset: string, text: string): Uint8Array =>
  packOds(sheet(row(cell(text))).replace('?>\n', `?>\n<!DOCTYPE office:document-content ${subset}>\n`));
const billionLaughs = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
).join('');
const MEGABYTE = 1024 * 1024;

/** Files called .ods that are made to harm, or not what they say, each with the code that it must get. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'a content.xml of 300 MB of spaces',
    make: () => packOds(Buffer.alloc(300 * MEGABYTE, ' ')),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a content.xml of 200 MB of blank rows',
    make: () => packOds(sheet('<table:table-row/>'.repeat(200 * 58_254))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a bomb that claims to be small',
    make: () =>
      writeZip([
        { name: 'mimetype', content: ODS_TYPE, stored: true },
        { name: 'content.xml', content: Buffer.alloc(100 * MEGABYTE, ' '), claimedSize: 1_000 },
      ]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a million repeated cells in a row',
    make: () => packOds(sheet(row(cell('x', 1_000_000)))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a million repeated rows of two cells',
    make: () => packOds(sheet(row(cell('x', 2), 1_000_000))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'repeats that multiply',
    make: () => packOds(sheet(row(cell('x', 16_000), 1_000_000_000))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a thousand and one sheets',
    make: () => writeOds(Array.from({ length: 1_001 }, (_, i) => ({ name: `S${i}`, rows: [] }))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'entities that multiply',
    make: () => withDoctype(`[<!ENTITY l0 "lol">${billionLaughs}]`, '&l9;'),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'an external entity',
    make: () => withDoctype('[<!ENTITY file SYSTEM "file:///etc/hostname">]', '&file;'),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a document type without end',
    make: () => packOds(`<?xml version="1.0"?><!DOCTYPE a [${'<!-- x -->'.repeat(400_000)}`),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'an entity that nobody declared',
    make: () => packOds(sheet(row(cell('&file;')))),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'an entity called __proto__',
    make: () => packOds(sheet(row(cell('&__proto__;')))),
    code: 'CORRUPT_FILE',
  },
  { name: 'a package cut off', make: () => packOds(good).subarray(0, 700), code: 'CORRUPT_FILE' },
  { name: 'the first byte pair of a package', make: () => Buffer.from('PK'), code: 'CORRUPT_FILE' },
  {
    name: 'a content.xml with a false checksum',
    make: () =>
      writeZip([
        { name: 'mimetype', content: ODS_TYPE },
        { name: 'content.xml', content: good, claimedCrc: 1 },
      ]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'packed data that is none',
    make: () =>
      writeZip([
        { name: 'mimetype', content: ODS_TYPE },
        { name: 'content.xml', content: good, stored: true, method: 8 },
      ]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'packed in a way of its own',
    make: () =>
      writeZip([
        { name: 'mimetype', content: ODS_TYPE },
        { name: 'content.xml', content: good, method: 12 },
      ]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a package without content.xml',
    make: () => writeZip([{ name: 'mimetype', content: ODS_TYPE }]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'an encrypted workbook of LibreOffice',
    make: () =>
      writeZip([
        { name: 'mimetype', content: ODS_TYPE, stored: true },
        { name: 'content.xml', content: Buffer.alloc(5_000, 7) },
        {
          name: 'META-INF/manifest.xml',
          content:
            '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        },
      ]),
    code: 'ENCRYPTED_FILE',
  },
  {
    name: 'an encrypted workbook of Excel',
    make: () => oldOffice('EncryptedPackage'),
    code: 'ENCRYPTED_FILE',
  },
  {
    name: 'a package with a password',
    make: () => writeZip([{ name: 'content.xml', content: good, flags: 1 }]),
    code: 'ENCRYPTED_FILE',
  },
  {
    name: 'a package with strong encryption',
    make: () => writeZip([{ name: 'content.xml', content: good, flags: 0x41 }]),
    code: 'ENCRYPTED_FILE',
  },
  ...FALSE_KINDS,
  {
    name: 'two content.xml',
    make: () => packOds(good, [{ name: 'content.xml', content: good }]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a name that climbs out',
    make: () => packOds(good, [{ name: '../../etc/passwd', content: 'x' }]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'an absolute name',
    make: () => packOds(good, [{ name: '/etc/passwd', content: 'x' }]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a content.xml in UTF-16',
    make: () => packOds(Buffer.from(`\ufeff${good}`, 'utf16le')),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a content.xml that says it is Latin-1',
    make: () => packOds(good.replace('UTF-8', 'ISO-8859-1')),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'bytes that are no UTF-8',
    make: () => packOds(Buffer.from(good.replace('CPMC', '\u00e9'), 'latin1')),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a text of 100 MB in a cell',
    make: () => packOds(sheet(row(cell('x'.repeat(100 * MEGABYTE))))),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'an attribute of 30 MB',
    make: () => packOds(sheet(`<table:table-row a="${'x'.repeat(30 * MEGABYTE)}"/>`)),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a tag of a million attributes',
    make: () =>
      packOds(
        sheet(`<table:table-row ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      ),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a comment of 30 MB',
    make: () => packOds(`<!--${' '.repeat(30 * MEGABYTE)}-->`),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a cell of many paragraphs',
    make: () =>
      packOds(
        sheet(
          row(
            `<table:table-cell>${`<text:p>${'x'.repeat(1_000)}</text:p>`.repeat(2_000)}</table:table-cell>`,
          ),
        ),
      ),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'elements a hundred thousand deep',
    make: () => packOds(sheet('<a>'.repeat(100_000))),
    code: 'CORRUPT_FILE',
  },
  { name: 'XML that breaks off', make: () => packOds(good.slice(0, -200)), code: 'CORRUPT_FILE' },
  { name: 'a file of 21 MB', make: () => Buffer.alloc(21 * MEGABYTE, 'a,b\n'), code: 'FILE_TOO_LARGE' },
];
