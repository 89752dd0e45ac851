import { expect, it } from 'vitest';
import type { OdsCell } from '#test/support/ods-writer.ts';
import { faultsOf, HOSPITALS, messagesOf, readingOf } from '#test/support/workbook-reading.ts';

const HEADER = [
  'Date',
  'Shift Type',
  'Start',
  'End',
  'Hospital',
  'Study Type',
  'Specialty',
  'Coverage',
  'Mandatory',
];
const GOOD: OdsCell[] = ['2026-03-01', 'ON1', '19:00', '07:00', 'CPMC', 'NEURO', 'NEURO', 1, 'yes'];

it.each<[string, OdsCell[]]>([
  ['a total', ['Total', null, null, null, null, null, null, 2]],
  ['a total beside its word', ['Total', '2']],
  ['a total of a hospital', ['Sum', null, null, null, 'CPMC', null, null, 7]],
  ['a stray number', [null, null, null, null, null, null, null, 1]],
  ['a remark', ['Printed on Monday']],
  ['the header once more', HEADER],
])('%s is one rejected row with one reason', async (_, row) => {
  const reading = await readingOf([{ name: 'Shifts', rows: [HEADER, GOOD, [], row] }], {
    hospitals: HOSPITALS,
  });
  expect(faultsOf(reading)).toEqual(['INVALID_DATE A4']);
  expect(messagesOf(reading, 'INVALID_DATE')[0]?.text).toContain('is no shift');
  expect(reading.accounting).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
});

it('a shift with little of it right has each fault named', async () => {
  const row: OdsCell[] = ['soon', 'ON1', null, null, 'CPMC', null, null, null, 'maybe'];
  const reading = await readingOf([{ name: 'Shifts', rows: [HEADER, row] }], { hospitals: HOSPITALS });
  expect(faultsOf(reading)).toEqual([
    'INVALID_DATE A2',
    'INVALID_TIME C2',
    'INVALID_TIME D2',
    'INVALID_FLAG I2',
  ]);
});
