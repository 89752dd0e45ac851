import type { HostileFile } from './hostile-file.ts';
import { writeOds } from './ods-writer.ts';
import { writeZip } from './zip-writer.ts';

const MEGABYTE = 1024 * 1024;

/** Files of the other formats that are made to harm, or not what their names say. */
export const HOSTILE_TABLES: readonly (HostileFile & { fileName: string })[] = [
  {
    name: 'an .xlsx whose sheet is missing',
    fileName: 'plan.xlsx',
    make: () =>
      writeZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'xl/workbook.xml',
          content: '<workbook><sheets><sheet name="Shifts" id="1"/></sheets></workbook>',
        },
      ]),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'an .ods called .xlsx',
    fileName: 'plan.XLSX',
    make: () => writeOds([{ name: 'S', rows: [['x']] }]),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'an .ods called .csv',
    fileName: 'plan.csv',
    make: () => writeOds([{ name: 'S', rows: [['x']] }]),
    code: 'INVALID_FILE_TYPE',
  },
  {
    name: 'a CSV with a quotation mark that never closes',
    fileName: 'plan.csv',
    make: () => Buffer.from('date,shift\n"2026-03-01,ON1\n'),
    code: 'CORRUPT_FILE',
  },
  {
    name: 'a CSV line of 3 MB',
    fileName: 'plan.csv',
    make: () => Buffer.from(`a,b\n"${'x'.repeat(3 * MEGABYTE)}",c\n`),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a CSV line of 19 million commas',
    fileName: 'plan.csv',
    make: () => Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(19_000_000, ',')]),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a CSV of three million cells',
    fileName: 'plan.csv',
    make: () => Buffer.from(`${'abcde,'.repeat(30)}\n`.repeat(104_000)),
    code: 'FILE_TOO_LARGE',
  },
  {
    name: 'a CSV of two million lines without content',
    fileName: 'plan.csv',
    make: () => Buffer.alloc(4_000_000, ';\n'),
    code: 'FILE_TOO_LARGE',
  },
];
