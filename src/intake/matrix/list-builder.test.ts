import { describe, expect, it } from 'vitest';
import { type OdsCell, type OdsSheet, odsDate, odsTime } from '#test/support/ods-writer.ts';
import {
  faultsOf,
  HOSPITALS,
  messagesOf,
  readingOf,
  readingOfBytes,
} from '#test/support/workbook-reading.ts';
import { writeXlsx, xlsxNumber } from '#test/support/xlsx-writer.ts';

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
const list = (...rows: OdsCell[][]): OdsSheet => ({ name: 'Shifts', rows: [HEADER, ...rows] });
const changed = (column: string, cell: OdsCell): OdsCell[] =>
  GOOD.map((good, at) => (HEADER[at] === column ? cell : good));

it('reads real cells and texts alike', async () => {
  const reading = await readingOf([
    list(
      GOOD,
      [odsDate('2026-03-02'), 'mid c', odsTime(17), odsTime(24), 'Allen', 'CT Neuro', 'Both', 2, true],
      ['3/3/2026', 'On 2', '7:00 PM', '0700', 'CPMC', null, null, null, null],
      ['4-Mar-2026', 'DAY', '00:00', '24:00', 'CPMC', 'US', 'body_only', 0, 'N'],
    ),
  ]);
  expect(reading.layout).toBe('list');
  expect(faultsOf(reading)).toEqual([]);
  const night = {
    sheet: 'Shifts',
    hospital: 'CPMC',
    studyType: 'GENERAL',
    specialty: 'BOTH',
    coverage: 1,
    mandatory: false,
  };
  expect(reading.shifts).toEqual([
    {
      ...night,
      row: 2,
      date: '2026-03-01',
      shiftType: 'ON1',
      start: '19:00',
      end: '07:00',
      studyType: 'NEURO',
      specialty: 'NEURO_ONLY',
      mandatory: true,
    },
    {
      ...night,
      row: 3,
      date: '2026-03-02',
      shiftType: 'MidC',
      start: '17:00',
      end: '00:00',
      hospital: 'Allen',
      studyType: 'NEURO',
      coverage: 2,
      mandatory: true,
    },
    { ...night, row: 4, date: '2026-03-03', shiftType: 'ON2', start: '19:00', end: '07:00' },
    {
      ...night,
      row: 5,
      date: '2026-03-04',
      shiftType: 'DAY',
      start: '00:00',
      end: '00:00',
      specialty: 'BODY_ONLY',
      coverage: 0,
    },
  ]);
  expect(reading.accounting).toEqual({ read: 4, accepted: 4, rejected: 0, ignored: 0, stored: 4 });
});

it('finds the header below titles, right of column A, in any order and spelling, on several sheets', async () => {
  const rows = (row: OdsCell[]): OdsCell[][] => [
    ['Shifts of spring'],
    [],
    [null, 'HOSPITAL CODE', 'end_time', 'Start (local)', 'shift', 'Remarks', 'Shift Date', 'is mandatory?'],
    [null, ...row],
    [],
    [null, 'CPMC', '08:00', '07:00', 'DAY', null, '2026-03-02', 'no'],
  ];
  const reading = await readingOf([
    { name: 'North', rows: rows(['CPMC', '07:00', '19:00', 'ON1', 'by phone', '2026-03-01', 'x']) },
    { name: 'South', rows: rows(['Allen', '07:00', '19:00', 'ON1', null, '2026-03-01', 'x']) },
    { name: 'Legend', rows: [['ON1', 'night']] },
    { name: 'Blank', rows: [] },
  ]);
  expect(
    reading.shifts.map(({ sheet, row, hospital, mandatory }) => [sheet, row, hospital, mandatory]),
  ).toEqual([
    ['North', 4, 'CPMC', true],
    ['North', 6, 'CPMC', false],
    ['South', 4, 'Allen', true],
  ]);
  expect(messagesOf(reading, 'IGNORED_COLUMN')).toMatchObject([
    { context: { sheet: 'North', cell: 'F3', header: 'Remarks', cells: 1 } },
  ]);
  expect(faultsOf(reading)).toEqual(['DUPLICATE_ROW G6', 'UNPARSED_SHEET']);
  expect(reading.accounting).toEqual({ read: 4, accepted: 3, rejected: 0, ignored: 1, stored: 3 });
});

describe('faults', () => {
  it.each<[string, string, OdsCell, string]>([
    ['a date that the calendar lacks', 'Date', '2026-02-30', 'INVALID_DATE A2'],
    ['no date', 'Date', null, 'INVALID_DATE A2'],
    ['a shift type that is none', 'Shift Type', 'ON9', 'UNKNOWN_SHIFT_TYPE B2'],
    ['no shift type', 'Shift Type', null, 'UNKNOWN_SHIFT_TYPE B2'],
    ['a time that is none', 'Start', '25:00', 'INVALID_TIME C2'],
    ['a start at the end of a day', 'Start', '24:00', 'INVALID_TIME C2'],
    ['a start at the end of a day, in a time cell', 'Start', odsTime(24), 'INVALID_TIME C2'],
    ['no end', 'End', null, 'INVALID_TIME D2'],
    ['an end that is the start', 'End', '7 PM', 'INVALID_TIME_RANGE D2'],
    ['an unknown hospital', 'Hospital', 'Elsewhere', 'UNKNOWN_HOSPITAL E2'],
    ['no hospital', 'Hospital', null, 'UNKNOWN_HOSPITAL E2'],
    ['a study type that is none', 'Study Type', 'Banana', 'INVALID_STUDY_TYPE F2'],
    ['a specialty that is none', 'Specialty', 'Chest', 'INVALID_SPECIALTY G2'],
    ['half a reader', 'Coverage', 1.5, 'INVALID_COVERAGE H2'],
    ['a flag that is none', 'Mandatory', 'perhaps', 'INVALID_FLAG I2'],
  ])('%s', async (_, column, cell, fault) => {
    const reading = await readingOf([list(changed(column, cell), GOOD)], { hospitals: HOSPITALS });
    expect(faultsOf(reading)).toEqual([fault]);
    expect(reading.accounting).toEqual({ read: 2, accepted: 1, rejected: 1, ignored: 0, stored: 0 });
    expect(reading.shifts).toHaveLength(1);
    expect(messagesOf(reading, 'COUNTS')).toHaveLength(1);
  });

  it('one does not hide another', async () => {
    const reading = await readingOf([list(['x', 'y', 'z', '24:01', 'q', 'w', 'v', 'u', 's'])], {
      hospitals: HOSPITALS,
    });
    expect(faultsOf(reading).toSorted()).toEqual([
      'INVALID_COVERAGE H2',
      'INVALID_DATE A2',
      'INVALID_FLAG I2',
      'INVALID_SPECIALTY G2',
      'INVALID_STUDY_TYPE F2',
      'INVALID_TIME C2',
      'INVALID_TIME D2',
      'UNKNOWN_HOSPITAL E2',
      'UNKNOWN_SHIFT_TYPE B2',
    ]);
    expect(reading.accounting).toMatchObject({ read: 1, rejected: 1 });
  });

  it('names that nobody knows are said once, with all cells', async () => {
    const rows = [
      changed('Hospital', 'Elsewhere'),
      changed('Hospital', 'elsewhere'),
      changed('Shift Type', 'ON9'),
    ];
    const reading = await readingOf([list(...rows)], { hospitals: HOSPITALS });
    expect(messagesOf(reading, 'UNKNOWN_HOSPITAL')).toMatchObject([
      {
        text: expect.stringContaining('cell E2; sheet "Shifts", cell E3'),
        context: { hospital: 'Elsewhere', cells: ['E2', 'E3'] },
      },
    ]);
    expect(messagesOf(reading, 'UNKNOWN_SHIFT_TYPE')).toMatchObject([
      { context: { shiftType: 'ON9', sheet: 'Shifts', row: 4 } },
    ]);
  });

  it('hospitals are made when that is wanted, by their whole names', async () => {
    const options = { hospitals: HOSPITALS, createHospitals: true };
    const reading = await readingOf(
      [list(changed('Hospital', 'Far  Away'), changed('Hospital', 'mercy west'))],
      options,
    );
    expect(reading.createdHospitals).toEqual(['Far Away']);
    expect(reading.shifts.map(({ hospital }) => hospital)).toEqual(['Far Away', 'MW']);
  });

  it('a row that says the same again is ignored', async () => {
    const same = ['3/1/2026', 'on1', '7 pm', 700, 'CPMC', 'neuro', 'NEURO_ONLY', '1', 'y'];
    const reading = await readingOf([list(GOOD, changed('Coverage', 2), same)]);
    expect(messagesOf(reading, 'DUPLICATE_ROW')).toMatchObject([
      { severity: 'WARNING', context: { row: 4, duplicateOf: { sheet: 'Shifts', row: 2 } } },
    ]);
    expect(reading.accounting).toEqual({ read: 3, accepted: 2, rejected: 0, ignored: 1, stored: 2 });
  });

  it('a total line and a note are rejected, each with one reason', async () => {
    const total: OdsCell[] = ['Total', null, null, null, null, null, null, 12];
    const reading = await readingOf([
      list(GOOD, [], total, [null, null, null, null, null, null, null, null, null, 'prepared by the office']),
    ]);
    expect(messagesOf(reading, 'INVALID_DATE')).toMatchObject([
      { text: expect.stringContaining('"Total | 12" is no shift'), context: { row: 4 } },
      { text: expect.stringContaining('prepared by the office'), context: { row: 5 } },
    ]);
    expect(faultsOf(reading)).toHaveLength(2);
    expect(reading.accounting).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  });

  it('missing columns are named, all of them, and the rest is looked at all the same', async () => {
    const rows = [
      ['Date', 'Hospital', 'Coverage', 'Date'],
      ['2026-02-30', 'CPMC', 'two', 'x'],
      ['2026-03-01', 'CPMC', 1],
    ];
    const reading = await readingOf([{ name: 'Shifts', rows }]);
    expect(reading.layout).toBe('list');
    expect(messagesOf(reading, 'MISSING_COLUMN').map(({ context }) => context['missing'])).toEqual([
      'Shift Type',
      'Start',
      'End',
    ]);
    expect(messagesOf(reading, 'INVALID_DATE')).toHaveLength(1);
    expect(messagesOf(reading, 'INVALID_COVERAGE')).toHaveLength(1);
    expect(reading.accounting).toEqual({ read: 2, accepted: 0, rejected: 2, ignored: 0, stored: 0 });
  });
});

describe('layout', () => {
  const matrix: OdsSheet = {
    name: 'Mid Weekday 5 pm - 6 pm',
    rows: [
      [null, 'MidC'],
      ['CPMC US', 'x'],
    ],
  };

  it('a workbook with both is a matrix, unless it is said to be a list', async () => {
    const sheets = [list(GOOD), matrix];
    const told = await readingOf(sheets);
    expect([told.layout, told.sheets.length, told.shifts.length]).toEqual(['matrix', 1, 0]);
    expect(messagesOf(told, 'UNPARSED_SHEET')).toMatchObject([{ context: { sheet: 'Shifts', cells: 18 } }]);
    const asList = await readingOf(sheets, { layout: 'list' });
    expect([asList.layout, asList.sheets.length, asList.shifts.length]).toEqual(['list', 0, 1]);
    expect(messagesOf(asList, 'UNPARSED_SHEET')).toMatchObject([
      { context: { sheet: matrix.name, cells: 3 } },
    ]);
  });

  it('a list that is said to be a matrix has no valid sheet, and the other way round', async () => {
    expect(faultsOf(await readingOf([list(GOOD)], { layout: 'matrix' }))).toEqual([
      'UNPARSED_SHEET',
      'NO_VALID_SHEETS',
    ]);
    expect(faultsOf(await readingOf([matrix], { layout: 'list' }))).toEqual([
      'UNPARSED_SHEET',
      'NO_VALID_SHEETS',
    ]);
  });

  it('a hidden list is ignored with its rows', async () => {
    const reading = await readingOf([list(GOOD), { ...list(GOOD, GOOD), name: 'Old', hidden: true }]);
    expect(messagesOf(reading, 'HIDDEN_SHEET')).toMatchObject([{ context: { sheet: 'Old', rows: 2 } }]);
    expect(reading.accounting).toEqual({ read: 3, accepted: 1, rejected: 0, ignored: 2, stored: 1 });
  });
});

it('the same list as .xlsx and .csv says the same', async () => {
  const row = ['2026-03-01', 'ON1', '19:00', '24:00', 'CPMC', 'NEURO', 'NEURO', '1', 'yes'];
  const ods = await readingOf([list(row)]);
  const formats = ['yyyy-mm-dd', 'h:mm'];
  const cells = [
    xlsxNumber(46082, 1),
    'ON1',
    xlsxNumber(19 / 24, 2),
    xlsxNumber(1, 2),
    'CPMC',
    'NEURO',
    'NEURO',
    1,
    true,
  ];
  expect(
    await readingOfBytes(writeXlsx([{ name: 'Shifts', rows: [HEADER, cells] }], { formats }), 'f'),
  ).toEqual(ods);
  for (const sign of [',', ';']) {
    const csv = [HEADER, row].map((line) => line.join(sign)).join('\r\n');
    expect(await readingOfBytes(Buffer.from(`\ufeff${csv}`), 'Shifts.csv')).toEqual(ods);
  }
});

it('keeps messages of a hopeless list within bounds', async () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => [`day ${i}`, 'ON1', '19:00', '07:00', 'CPMC']);
  const reading = await readingOf([list(...rows)]);
  const found = messagesOf(reading, 'INVALID_DATE');
  expect(found).toHaveLength(10_001);
  expect(found.at(-1)).toMatchObject({ severity: 'ERROR', context: { more: 2_000, cell: 'A10002' } });
  expect(reading.accounting).toMatchObject({ read: 12_000, rejected: 12_000 });
});
