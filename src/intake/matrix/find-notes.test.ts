import { describe, expect, it } from 'vitest';
import type { OdsCell } from '#test/support/ods-writer.ts';
import { faultsOf, HOSPITALS, messagesOf, readingOf } from '#test/support/workbook-reading.ts';

const HEADER: OdsCell[] = [null, 'MidC', 'MidL'];
const GRID: OdsCell[][] = [HEADER, ['CPMC US', 'x'], ['Allen CT Neuro', null, 'x']];
const read = (rows: readonly OdsCell[][], hospitals: typeof HOSPITALS | null) =>
  readingOf([{ name: 'Mid Weekday 5 pm - 6 pm', rows }], { hospitals });

describe.each([
  ['with known hospitals', HOSPITALS],
  ['without known hospitals', null],
])('%s', (_, hospitals) => {
  it.each<[string, OdsCell[][]]>([
    ['a date of change', [...GRID, ['Updated 10/2025']]],
    ['a legend', [...GRID, [], ['x = reads the study']]],
    ['a footnote', [...GRID, ['* CT Neuro goes to MidL on holidays']]],
    ['a word with a colon', [...GRID, ['Note: CT Chest is new']]],
    ['prose with study words, apart below the grid', [...GRID, [], ['All CT Neuro after ten is for MidL']]],
    ['a heading between blocks', [HEADER, ['Weeknights'], ...GRID.slice(1)]],
  ])('%s is a note', async (__, rows) => {
    const reading = await read(rows, hospitals);
    expect(faultsOf(reading)).toEqual([]);
    expect(reading.listed).toHaveLength(2);
    expect(messagesOf(reading, 'IGNORED_ROWS')).toMatchObject([
      { severity: 'INFO', context: { sheet: 'Mid Weekday 5 pm - 6 pm', rows: 1 } },
    ]);
    expect(reading.accounting).toEqual({ read: 2, accepted: 2, rejected: 0, ignored: 0, stored: 2 });
  });

  it('a note with a text under a position is an invalid mark, no unknown hospital', async () => {
    const reading = await read([...GRID, ['Updated', '10/2025']], hospitals);
    expect(faultsOf(reading)).toEqual(['INVALID_MARK B4']);
    expect(reading.accounting).toMatchObject({ read: 3, accepted: 2, rejected: 1, stored: 2 });
  });

  it('a study of a known hospital without a mark is a hole, whatever it is called', async () => {
    const reading = await read([HEADER, ['Allen Knee'], ...GRID.slice(1), [], ['CPMC Knee']], hospitals);
    expect(faultsOf(reading)).toEqual(['STUDY_WITHOUT_READER A2', 'STUDY_WITHOUT_READER A6']);
    expect(messagesOf(reading, 'IGNORED_ROWS')).toEqual([]);
  });
});

it('a row that names a study or has a mark is never a note', async () => {
  const reading = await read([...GRID, ['Alen CT Neuro'], ['Alen Knee', 'x']], HOSPITALS);
  expect(messagesOf(reading, 'UNKNOWN_HOSPITAL')).toMatchObject([{ context: { cells: ['A4', 'A5'] } }]);
});

it('notes make no hospitals', async () => {
  const reading = await readingOf(
    [{ name: 'Mid Weekday 5 pm - 6 pm', rows: [...GRID, ['Updated 10/2025'], ['Legend']] }],
    { hospitals: [], createHospitals: true },
  );
  expect(reading.createdHospitals).toEqual(['CPMC', 'Allen']);
});

it('many notes of a sheet are one message', async () => {
  const notes = Array.from({ length: 120 }, (_, i) => [`Remark ${i}`]);
  const [message, ...more] = messagesOf(await read([...GRID, ...notes], null), 'IGNORED_ROWS');
  expect(more).toEqual([]);
  expect(message?.text).toContain('120 rows name no study of a known hospital');
  expect(message?.text).toContain('A4 ("Remark 0"), A5 ("Remark 1"), A6 ("Remark 2"), and 117 more');
});
