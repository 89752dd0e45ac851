import { describe, expect, it } from 'vitest';
import { writeOdsWorkbook } from '#src/example/ods-workbook.ts';
import { ashbyFiles, rosterText } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { CheckAmionDocument, CheckDocument, codesOf } from './documents.ts';

const opened: string[] = [];
const schedcu = await commandLine();
const withoutDatabase = {
  services: async () => {
    opened.push('services');
    throw new Error('check needs no database');
  },
};
const LIST = [
  'Date;Shift;Start;End;Hospital;Study type;Specialty;Coverage;Mandatory',
  '2026-11-02;on 1;22:00;07:00;ASH;Neuro CT;neuro only;2;yes',
  '1-Nov-2026;Day;7:00 AM;1700;BROOK;GENERAL;;;',
  '',
].join('\n');
const HEADERS = ['', 'Mid Body', 'Mid Neuro', 'Mid 3'];
const WEEKEND = writeOdsWorkbook([
  {
    name: 'Mid Weekend Body 5 pm - 12 am',
    rows: [HEADERS, ['ASH Neuro CT ', null, 'x', null], ['ASH DX Bone', null, null, 'X']],
  },
]);
const many = Array.from({ length: 30 }, (_, i) => [`ASH CT Body${i}`, 'perhaps']);
const file = ashbyFiles({
  ...{ 'list.csv': LIST, 'weekend.ods': WEEKEND, 'refused.txt': 'NOFI=Bad password\n' },
  'doubts.ods': writeOdsWorkbook([
    { name: 'Mid 6 pm - 12 am', rows: [['', 'MidC'], ['ASH US', 'X'], ...many] },
  ]),
});

const text = (...args: string[]) => schedcu(args, withoutDatabase);
const json = async (...args: string[]) => {
  const { stdout } = await schedcu([...args, '--json'], withoutDatabase);
  return JSON.parse(stdout) as unknown;
};

describe('check', () => {
  it('a matrix, as the contract has it', async () => {
    const { validation, ...rest } = CheckDocument.parse(await json('check', file('weekend.ods')));
    expect(rest).toEqual({
      layout: 'matrix',
      sheets: [
        {
          ...{ name: 'Mid Weekend Body 5 pm - 12 am', category: 'MID', dayType: 'WEEKEND', scenario: 'BODY' },
          ...{
            start: '17:00',
            end: '00:00',
            positions: ['Mid Body', 'Mid Neuro', 'Mid3'],
            studies: 2,
            marks: 2,
          },
        },
      ],
      rules: [
        expect.objectContaining({
          ...{ sheet: 'Mid Weekend Body 5 pm - 12 am', cell: 'C2', hospital: 'ASH', study: 'CT Neuro' },
          ...{ label: 'ASH Neuro CT', studyType: 'NEURO', position: 'Mid Neuro' },
        }),
        expect.objectContaining({ cell: 'D3', study: 'DX Bone', studyType: 'GENERAL', position: 'Mid3' }),
      ],
      shifts: [],
      accounting: { read: 2, accepted: 2, rejected: 0, ignored: 0, stored: 2 },
    });
    expect(validation.canImport).toBe(true);
    const { status, stdout } = await text('check', file('weekend.ods'));
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Mid Weekend Body 5 pm - 12 am +MID +WEEKEND +BODY +17:00-00:00 +Mid Body, Mid Neuro, Mid3 +2 +2/,
    );
    expect(stdout).toContain('Marks: 2 read = 2 accepted + 0 rejected + 0 ignored');
  });

  it('a flat list, as the contract has it', async () => {
    const { shifts, sheets, rules, accounting, layout } = CheckDocument.parse(
      await json('check', file('list.csv')),
    );
    expect([layout, sheets, rules]).toEqual(['list', [], []]);
    expect(shifts).toEqual([
      expect.objectContaining({
        ...{
          row: 2,
          date: '2026-11-02',
          shiftType: 'ON1',
          start: '22:00',
          end: '07:00',
          hospital: 'ASH',
          studyType: 'NEURO',
        },
        ...{ specialty: 'NEURO_ONLY', coverage: 2, mandatory: true },
      }),
      expect.objectContaining({
        ...{
          row: 3,
          date: '2026-11-01',
          shiftType: 'DAY',
          start: '07:00',
          end: '17:00',
          hospital: 'BROOK',
          studyType: 'GENERAL',
        },
        ...{ specialty: 'BOTH', coverage: 1, mandatory: false },
      }),
    ]);
    expect(accounting).toEqual({ read: 2, accepted: 2, rejected: 0, ignored: 0, stored: 2 });
    expect((await text('check', file('list.csv'))).stdout).toContain('2 shifts, 2026-11-01 to 2026-11-02');
  });

  it('with the known hospitals: an unknown one is an ERROR, status 2, and nothing would be stored', async () => {
    const args = ['check', file('spoilt.ods'), '--hospitals', file('hospitals.csv')];
    const document = CheckDocument.parse(await json(...args));
    expect(codesOf(document, 'ERROR')).toEqual(['UNKNOWN_HOSPITAL']);
    expect(codesOf(document, 'WARNING')).toContain('INVALID_MARK');
    expect(document.accounting).toEqual({ read: 3, accepted: 1, rejected: 2, ignored: 0, stored: 0 });
    const { status, stdout } = await text(...args);
    expect(status).toBe(2);
    expect(stdout).toContain('It cannot be imported as it is: mend the errors first.');
  });

  it('the wrong layout by order, and a workbook without any sheet that says something', async () => {
    const outcome = await text('check', file('list.csv'), '--layout', 'matrix');
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toContain('NO_VALID_SHEETS');
    expect((await text('check', file('weekend.ods'), '--layout', 'tree')).stderr).toContain(
      "argument 'tree' is invalid",
    );
  });

  it('tells a person the first of many like faults, and counts the rest', async () => {
    const { stdout } = await text('check', file('doubts.ods'));
    expect(stdout.match(/INVALID_MARK: Sheet/g)).toHaveLength(7);
    expect(stdout).toContain('INVALID_MARK: … and 23 more like these (--json lists them all).');
    expect(codesOf(CheckDocument.parse(await json('check', file('doubts.ods'))), 'WARNING')).toContain(
      'INVALID_MARK',
    );
  });
});

describe('check-amion', () => {
  it('reports, as the contract has it', async () => {
    const document = CheckAmionDocument.parse(await json('check-amion', file('roster.csv')));
    expect(document.reports).toEqual([
      {
        file: 'roster.csv',
        kind: '619',
        asOf: '2026-10-28T09:30:00-04:00',
        from: '2026-10-29',
        to: '2026-11-01',
      },
    ]);
    expect(document.assignments[7]).toEqual({
      ...{ line: 9, name: null, staffId: '98', assignment: 'ON2', assignmentId: '206' },
      ...{ date: '2026-10-30', start: '23:00', end: '08:00' },
    });
    expect(document.accounting).toEqual({ read: 16, accepted: 16, rejected: 0, ignored: 0, stored: 16 });
    const { stdout } = await text('check-amion', file('roster.csv'));
    expect(stdout).toContain('16 assignments, 1 of them vacant (---)');
    expect(stdout).toContain('0 errors, 0 warnings, 0 notes. It can be imported.');
  });

  it('a refusal is never "no assignments"', async () => {
    const { status, stdout } = await text('check-amion', file('refused.txt'));
    expect(status).toBe(2);
    expect(stdout).toContain('No report could be read.');
    expect(stdout).toContain('AMION_REJECTED_LOGIN');
    expect(rosterText()).not.toContain('NOFI');
  });
});

it('neither has asked for the database', () => expect(opened).toEqual([]));
