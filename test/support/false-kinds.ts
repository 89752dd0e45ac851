import type { HostileFile } from './hostile-file.ts';
import { writeXlsx } from './xlsx-writer.ts';
import { writeZip } from './zip-writer.ts';

/** An Office file of the old kind with these words in it. */
export const oldOffice = (inside: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(2_000),
    Buffer.from(inside, 'utf16le'),
    Buffer.alloc(500),
  ]);

/** Files called .ods that are of another kind. */
export const FALSE_KINDS: readonly HostileFile[] = [
  { name: 'an old .xls', make: () => oldOffice('Workbook'), code: 'INVALID_FILE_TYPE' },
  {
    name: 'a PDF',
    make: () => Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj, ;'),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a picture',
    make: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a web page',
    make: () => Buffer.from('<!doctype html><html><body>a, b; c</body></html>'),
    code: 'INVALID_FILE_TYPE',
  },
  { name: 'a JSON document', make: () => Buffer.from('{"a": 1, "b": 2}'), code: 'INVALID_FILE_TYPE' },
  {
    name: 'plain prose',
    make: () => Buffer.from('Nothing of a table here\nnor here\n'),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'text in UTF-16',
    make: () => Buffer.from('\ufeffDate,Shift\n', 'utf16le'),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a text document',
    make: () =>
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', content: '<office:document-content/>' },
      ]),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'an OpenDocument file whose content is a drawing',
    make: () =>
      writeZip([
        {
          name: 'content.xml',
          content: '<office:document-content><office:drawing/></office:document-content>',
        },
      ]),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a Word document',
    make: () =>
      writeZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a binary workbook',
    make: () =>
      writeZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
    code: 'INVALID_FILE_TYPE',
  },
  { name: 'an empty package', make: () => writeZip([]), code: 'INVALID_FILE_TYPE' },
  { name: 'an empty file', make: () => new Uint8Array(), code: 'INVALID_FILE_TYPE' },
  { name: 'a file of white space', make: () => Buffer.from(' \n\n '), code: 'INVALID_FILE_TYPE' },
  {
    name: 'a CSV called .ods',
    make: () => Buffer.from('Date,Shift Type,Start,End,Hospital\n2026-03-01,ON1,19:00,07:00,CPMC\n'),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'an .xlsx called .ods',
    make: () => writeXlsx([{ name: 'Mid Weekday 5 pm - 6 pm', rows: [[null, 'MidC']] }]),
    code: 'INVALID_FILE_TYPE',
  },
];
