import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { writeOds } from '#test/support/ods-writer.ts';
import { faultsOf, readingOf } from '#test/support/workbook-reading.ts';
import { readMatrix } from './read-matrix.ts';

const sheets = [
  {
    name: 'Mid Weekend Body 5 pm - 12 am',
    rows: [
      [null, 'Mid Body'],
      ['CPMC US', 'x'],
    ],
  },
];
const file = { name: 'plan.ods', bytes: writeOds(sheets) };

it('reads in a thread what can be read without one', async () => {
  expect(await readMatrix(file, { hospitals: null })).toEqual(await readingOf(sheets));
});

it('keeps to the limits that it is given', async () => {
  const limits = { ...DEFAULT_LIMITS, cells: 2 };
  expect(faultsOf(await readMatrix(file, { hospitals: null, limits }))).toEqual(['FILE_TOO_LARGE']);
});
