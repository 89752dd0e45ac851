import { expect, it } from 'vitest';
import { messagesOf, readingOf } from '#test/support/workbook-reading.ts';

it('the plainest of several headings names a column, wherever it stands', async () => {
  const rows = [
    ['Day', 'Date', 'Type', 'Shift Type', 'Start', 'End', 'Site', 'Hospital', 'Number', 'Coverage'],
    ['Sun', '2026-03-01', 'call', 'ON1', '19:00', '07:00', 'Uptown', 'CPMC', 17, 2],
  ];
  const reading = await readingOf([{ name: 'Shifts', rows }]);
  expect(reading.shifts).toMatchObject([
    { date: '2026-03-01', shiftType: 'ON1', hospital: 'CPMC', coverage: 2 },
  ]);
  expect(messagesOf(reading, 'IGNORED_COLUMN').map(({ text }) => text)).toEqual(
    ['A ("Day")', 'C ("Type")', 'G ("Site")', 'I ("Number")'].map(
      (column) => `Sheet "Shifts", column ${column} is no column of the list; its 1 cells are not read.`,
    ),
  );
});
