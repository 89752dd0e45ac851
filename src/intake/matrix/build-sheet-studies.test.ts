import { describe, expect, it } from 'vitest';
import { type OdsCell, type OdsSheet, odsCell } from '#test/support/ods-writer.ts';
import { faultsOf, HOSPITALS, messagesOf, readingOf } from '#test/support/workbook-reading.ts';

const NAME = 'Mid Weekday Neuro 5 pm - 6 pm';
const sheet = (...rows: OdsSheet['rows']): OdsSheet => ({ name: NAME, rows });
const HEADER: OdsCell[] = [null, 'MidC', 'MidL', 'Mid 3'];
const rulesOf = (reading: Awaited<ReturnType<typeof readingOf>>): string[] =>
  reading.listed.map((study) => `${study.cell} ${study.hospital}: ${study.study} ${study.position ?? '-'}`);

describe('marks', () => {
  it.each<[string, OdsCell]>([
    ['x', 'x'],
    ['X', 'X'],
    ['x with spaces', ' x\u00a0'],
    ['a check mark', '✓'],
    ['a heavy check mark with a colour', '✔\ufe0f'],
    ['the text 1', '1'],
    ['the number 1', 1],
    ['the text TRUE', 'true'],
    ['a ticked box', true],
    [
      'a formula',
      odsCell('table:formula="of:=[.A1]" office:value-type="string" office:string-value="x"', 'x'),
    ],
    [
      'a formula of a number',
      odsCell('table:formula="of:=1" office:value-type="float" office:value="1"', '1.00'),
    ],
  ])('%s is one', async (_, mark) => {
    const reading = await readingOf([sheet(HEADER, ['CPMC CT Neuro', null, mark])]);
    expect(rulesOf(reading)).toEqual(['C2 CPMC: CT Neuro MidL']);
    expect(reading.accounting).toEqual({ read: 1, accepted: 1, rejected: 0, ignored: 0, stored: 1 });
  });

  it.each<[string, OdsCell]>([
    ['a question mark', '?'],
    ['two of them', 'xx'],
    ['a name', 'ON1'],
    ['the number 2', 2],
    ['an empty box', false],
    ['an error', odsCell('office:value-type="string" office:string-value=""', '#N/A')],
    ['a time', odsCell('office:value-type="time" office:time-value="PT1H0M0S"', '1:00')],
  ])('%s is none', async (_, mark) => {
    const reading = await readingOf([sheet(HEADER, ['CPMC CT Neuro', null, mark])]);
    expect(faultsOf(reading)).toEqual(['INVALID_MARK C2', 'STUDY_WITHOUT_READER A2']);
    expect(reading.accounting).toEqual({ read: 1, accepted: 0, rejected: 1, ignored: 0, stored: 0 });
    expect(rulesOf(reading)).toEqual(['A2 CPMC: CT Neuro -']);
  });

  it('a blank cell under a position is no unit', async () => {
    const reading = await readingOf([sheet(HEADER, ['CPMC US', ' ', 'x', '\u00a0'])]);
    expect(reading.accounting.read).toBe(1);
  });

  it('marks without a study are rejected where they stand', async () => {
    const reading = await readingOf([
      sheet(HEADER, ['CPMC US', 'x'], [null, 'x'], ['CPMC', 'x', '?'], ['CPMC']),
    ]);
    expect(faultsOf(reading)).toEqual(['INVALID_MARK B3', 'INVALID_MARK B4', 'INVALID_MARK C4']);
    expect(reading.accounting).toMatchObject({ read: 4, accepted: 1, rejected: 3 });
  });
});

describe('studies with more than one mark', () => {
  it('in one row, the first decides', async () => {
    const reading = await readingOf([sheet(HEADER, ['CPMC US', null, 'x', 'x'])]);
    expect(rulesOf(reading)).toEqual(['C2 CPMC: US MidL']);
    expect(messagesOf(reading, 'TWO_READERS')).toMatchObject([
      {
        context: {
          sheet: NAME,
          cell: 'D2',
          cells: ['C2', 'D2'],
          positions: ['MidL', 'Mid3'],
          decides: 'MidL',
        },
      },
    ]);
    expect(reading.accounting).toEqual({ read: 2, accepted: 1, rejected: 0, ignored: 1, stored: 1 });
  });

  it('in two rows, the first mark of the first row decides', async () => {
    const reading = await readingOf([
      sheet(HEADER, ['CPMC Neuro CT', null, 'x'], ['cpmc ct neuro', 'x', null, 'x']),
    ]);
    expect(rulesOf(reading)).toEqual(['C2 CPMC: CT Neuro MidL']);
    expect(faultsOf(reading)).toEqual(['TWO_READERS B3']);
    expect(reading.accounting).toMatchObject({ read: 3, accepted: 1, ignored: 2 });
    expect(reading.sheets[0]).toMatchObject({ studies: 1, marks: 1 });
  });

  it('in two rows, of which only the second has a mark', async () => {
    const reading = await readingOf([sheet(HEADER, ['CPMC US'], ['CPMC  US', 'x'])]);
    expect(rulesOf(reading)).toEqual(['B3 CPMC: US MidC']);
    expect(faultsOf(reading)).toEqual(['TWO_READERS B3']);
  });

  it('in two rows without any mark', async () => {
    const reading = await readingOf([sheet(HEADER, ['CPMC US'], ['CPMC US'])]);
    expect(faultsOf(reading)).toEqual(['TWO_READERS A2', 'STUDY_WITHOUT_READER A2']);
  });
});

describe('hospitals', () => {
  const labels = [
    'CPMC CT Neuro',
    'central park medical center US',
    'Mercy West Body CT',
    'Mercy CT Chest',
    'Allen\u00a0Pavilion\nUS ',
  ];
  const rows = labels.map((label) => [label, 'x']);

  it('the longest known code or name is the hospital', async () => {
    const reading = await readingOf([sheet(HEADER, ...rows)], { hospitals: HOSPITALS });
    expect(reading.listed.map(({ hospital, study }) => `${hospital}: ${study}`)).toEqual([
      'CPMC: CT Neuro',
      'CPMC: US',
      'MW: CT Body',
      'M: CT Chest',
      'Allen: US',
    ]);
    expect(reading.listed[4]?.label).toBe('Allen Pavilion US');
  });

  it('unknown ones are an error, once a name with all its cells, and their marks are rejected', async () => {
    const others = [['Allenwood US', 'x'], ['ALLENWOOD CT Body', null, 'x', '?'], ['Elsewhere US']];
    const reading = await readingOf([sheet(HEADER, ['CPMC US', 'x'], ...others)], { hospitals: HOSPITALS });
    expect(messagesOf(reading, 'UNKNOWN_HOSPITAL')).toMatchObject([
      {
        severity: 'ERROR',
        context: {
          ...{ hospital: 'Allenwood', sheet: NAME, cell: 'A3', cells: ['A3', 'A4'] },
          nearest: [{ code: 'Allen', name: 'Allen Pavilion' }],
        },
      },
      { context: { hospital: 'Elsewhere', cells: ['A5'], nearest: [] } },
    ]);
    expect(faultsOf(reading)).toEqual(['INVALID_MARK D4', 'UNKNOWN_HOSPITAL A3', 'UNKNOWN_HOSPITAL A5']);
    expect(reading.accounting).toEqual({ read: 4, accepted: 1, rejected: 3, ignored: 0, stored: 0 });
  });

  it('unknown ones are made, by their first word, when that is wanted', async () => {
    const options = { hospitals: HOSPITALS, createHospitals: true };
    const reading = await readingOf(
      [sheet(HEADER, ['Elsewhere US', 'x'], ['elsewhere CT', 'x'], ['M US', 'x'])],
      options,
    );
    expect(reading.createdHospitals).toEqual(['Elsewhere']);
    expect(reading.listed.map(({ hospital }) => hospital)).toEqual(['Elsewhere', 'Elsewhere', 'M']);
    expect(reading.accounting.stored).toBe(3);
  });

  it('without any given, the first word is the hospital and nothing is unknown', async () => {
    const reading = await readingOf([sheet(HEADER, ['Mercy West US', 'x'])]);
    expect(reading.listed).toMatchObject([{ hospital: 'Mercy', study: 'US West' }]);
    expect(reading.createdHospitals).toEqual([]);
    expect(reading.accounting.stored).toBe(1);
  });
});

it('a study repeated in many rows has every mark counted, and a message of bounded length', async () => {
  const repeated =
    '<table:table-row table:number-rows-repeated="5000"><table:table-cell><text:p>CPMC US</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row>';
  const reading = await readingOf([sheet([null, 'MidC', 'MidL', 'Mid3'], { markup: repeated })]);
  expect(reading.accounting).toMatchObject({ read: 15_000, accepted: 1, ignored: 14_999 });
  const [message] = messagesOf(reading, 'TWO_READERS');
  expect(message?.text).toContain('stands in 5000 rows (B2, C2, D2, B3, C3 and 14995 more)');
  expect(message?.context).toMatchObject({ cell: 'C2', marks: 15_000, decides: 'MidC' });
});

it('a hospital unknown in many rows is one message of bounded length', async () => {
  const rows = Array.from({ length: 1_500 }, (_, i): OdsCell[] => [`Elsewhere CT ${i}`, 'x']);
  const reading = await readingOf([sheet([null, 'MidC'], ...rows)], { hospitals: HOSPITALS });
  const [message, ...more] = messagesOf(reading, 'UNKNOWN_HOSPITAL');
  expect(more).toEqual([]);
  expect(message?.text).toContain('; and 1495 more)');
  expect(message?.context['count']).toBe(1_500);
  expect(message?.context['cells']).toHaveLength(1_000);
});
