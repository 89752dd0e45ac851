import { expect, it } from 'vitest';
import { readingOf } from '#test/support/workbook-reading.ts';
import { presentCheck } from './present-check.ts';

it('presents a matrix with its marked cells only', async () => {
  const reading = await readingOf([
    {
      name: 'Mid Weekend Body 5 pm - 12 am',
      rows: [[null, 'Mid Body', 'Mid Neuro', 'Mid 3'], ['CPMC CT Body', 'x'], ['CHONY Neuro ']],
    },
  ]);
  const { validation, ...rest } = presentCheck(reading);
  expect(rest).toEqual({
    layout: 'matrix',
    sheets: [
      {
        name: 'Mid Weekend Body 5 pm - 12 am',
        category: 'MID',
        dayType: 'WEEKEND',
        scenario: 'BODY',
        start: '17:00',
        end: '00:00',
        positions: ['Mid Body', 'Mid Neuro', 'Mid3'],
        studies: 2,
        marks: 1,
      },
    ],
    rules: [
      {
        sheet: 'Mid Weekend Body 5 pm - 12 am',
        cell: 'B2',
        hospital: 'CPMC',
        study: 'CT Body',
        label: 'CPMC CT Body',
        studyType: 'BODY',
        position: 'Mid Body',
      },
    ],
    shifts: [],
    accounting: { read: 1, accepted: 1, rejected: 0, ignored: 0, stored: 1 },
  });
  expect(validation).toMatchObject({ canImport: true, canPromote: false });
  expect(validation.messages[0]).toMatchObject({ severity: 'WARNING', code: 'STUDY_WITHOUT_READER' });
});
