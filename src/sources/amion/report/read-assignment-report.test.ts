import { describe, expect, it } from 'vitest';
import type { PartReading } from '../part-reading.ts';
import { readAssignmentReport } from './read-assignment-report.ts';

const PREAMBLE = [
  'Assignments for 4-1-26     (as of Apr 28 19:06 2026 US ET)',
  '',
  'Field  1 -  3: Staff name, unique ID, backup ID',
  'Field  4 -  6: Assignment name, unique ID, backup ID',
  'Field  7 -  9: Date and time of assignment (GMTO=4 1 1 Eastern)',
  '',
];
const ROW = '"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26,2200,0700';
const WIDE = `${ROW},"Neuro*","5550131","555-0131","m@example.org",1,"swap","o","On Call"`;

function read(lines: string[], { end = '\n', file = 'april.csv' } = {}): PartReading {
  const part = readAssignmentReport(file, lines.join(end));
  if (!part) throw new Error('no report');
  return part;
}
const data = (...lines: string[]): PartReading => read([...PREAMBLE, ...lines, '']);
const codes = (part: PartReading): string[] => part.messages.map((message) => message.code);

describe('a row', () => {
  it('of the narrow report', () => {
    expect(data(ROW).rows).toEqual([
      {
        file: 'april.csv',
        line: 7,
        name: 'Ashgrove, Marit',
        staffId: '15',
        assignment: 'ON1',
        assignmentId: '205',
        date: '2026-04-02',
        start: '22:00',
        end: '07:00',
        marker: false,
        staffType: null,
        email: null,
        pager: null,
        phone: null,
        note: null,
        division: null,
        text: ROW,
      },
    ]);
  });

  it('of the wide report has contacts, note and staff type', () => {
    expect(data(WIDE).rows).toMatchObject([
      {
        staffType: 'Neuro',
        pager: '5550131',
        phone: '555-0131',
        email: 'm@example.org',
        note: 'swap',
        division: null,
      },
    ]);
  });

  it('of a hospital-wide login has its division', () => {
    const part = data(`"Imaging, North",${WIDE}`);
    expect(part.rows).toMatchObject([{ division: 'Imaging, North', name: 'Ashgrove, Marit', note: 'swap' }]);
    expect(part.report?.kind).toBe('625c');
  });

  it('of nobody is a vacancy, whatever its staff type', () => {
    const part = data('"---",98,81,"ON2",206,6,4-24-26,2300,0800,"Services","","","",0,"","o","On Call"');
    expect(part.rows).toMatchObject([{ name: null, assignment: 'ON2', staffType: 'Services' }]);
  });

  it.each([
    ['a vacation', 'r', '0000,0000', true],
    ['a 24-hour call', 'o', '0700,0700', false],
    ['a rotation with hours', 'r', '0800,1700', false],
  ])('with equal hours is a marker only on a rotation: %s', (_, type, hours, marker) => {
    const part = data(`"Lee, O",1,1,"Day",2,2,4-1-26,${hours},"Body","","","",1,"","${type}","G"`);
    expect(part.rows).toMatchObject([{ marker }]);
  });

  it('with equal hours of the narrow report is 24 hours', () => {
    expect(data('"Lee, O",1,1,"Day",2,2,4-1-26,0000,0000').rows).toMatchObject([
      { marker: false, end: '00:00' },
    ]);
  });

  it('keeps at most 500 characters of its line', () => {
    const long = ROW.replace('ON1', 'x'.repeat(900));
    expect(data(long).rows[0]?.text).toHaveLength(500);
  });
});

describe('not a person', () => {
  it.each([
    ['"OPEN SHIFT",1,1,"ON1",2,2,4-1-26,2200,0700', 'open shift'],
    ['"Placeholder 2",1,1,"ON1",2,2,4-1-26,2200,0700', 'placeholder'],
    ['"Pool",1,1,"ON1",2,2,4-1-26,2200,0700,"Services*","","","",1,"","o","G"', 'Services'],
  ])('%s is ignored with its reason', (line, reason) => {
    const part = data(line, ROW);
    expect(part.setAside).toMatchObject([
      { fate: 'ignored', line: 7, text: line, reason: expect.stringContaining(reason) },
    ]);
    expect(part.rows).toHaveLength(1);
    expect(part.messages).toMatchObject([
      { severity: 'INFO', code: 'IGNORED_ROWS', context: { lines: [7] } },
    ]);
    expect(part.report).toMatchObject({ from: '2026-04-01', to: '2026-04-02' });
  });
});

describe('a malformed line', () => {
  it.each([
    ['a date that does not exist', ROW.replace('4-2-26', '4-31-26'), ['INVALID_DATE']],
    ['a date in words', ROW.replace('4-2-26', 'tomorrow'), ['INVALID_DATE']],
    ['an impossible time', ROW.replace('2200', '2575'), ['INVALID_TIME']],
    ['a missing time', ROW.replace('0700', ''), ['INVALID_TIME']],
    [
      'every fault at once',
      ROW.replace('4-2-26,2200,0700', '13-2-26,x,2460'),
      ['INVALID_DATE', 'INVALID_TIME', 'INVALID_TIME'],
    ],
    ['no name', ROW.replace('Ashgrove, Marit', ''), ['MISSING_VALUE']],
    ['no assignment', ROW.replace('"ON1"', '""'), ['MISSING_VALUE']],
    ['too few fields', '"Ashgrove, Marit",15,7,"ON1",205', ['MISSING_COLUMN']],
  ])('with %s is rejected and told', (_, line, expected) => {
    const part = data(ROW, line, ROW);
    expect(codes(part)).toEqual(expected);
    expect(part.messages[0]).toMatchObject({
      severity: 'ERROR',
      context: { file: 'april.csv', line: 8, lines: [8] },
    });
    expect(part.setAside).toMatchObject([{ fate: 'rejected', line: 8, text: line }]);
    expect(part.rows.map((row) => row.line)).toEqual([7, 9]);
  });

  it('is told once for the same cause, with its lines', () => {
    const bad = ROW.replace('4-2-26', '4-31-26');
    const part = data(ROW, ...Array.from({ length: 7 }, () => bad));
    expect(part.messages).toHaveLength(1);
    expect(part.messages[0]?.text).toContain('lines 8, 9, 10, 11, 12 and 2 more');
    expect(part.setAside).toHaveLength(7);
  });

  it('is seen where no line of the report is sound', () => {
    expect(codes(data(ROW.replace('4-2-26', 'soon')))).toEqual(['INVALID_DATE']);
    expect(codes(data('"Ashgrove, Marit",15,7,"ON1"'))).toEqual(['MISSING_COLUMN']);
  });
});

describe('a body that breaks off', () => {
  it.each([
    ['in the name', '"Ashgrove, Ma'],
    ['before the hours', '"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26'],
    ['in the last time', '"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26,2200,07'],
    ['before the last time', '"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26,2200,'],
  ])('%s rejects its last line', (_, line) => {
    const part = read([...PREAMBLE, ROW, line]);
    expect(part.rows).toHaveLength(1);
    expect(part.setAside).toMatchObject([
      { line: 8, fate: 'rejected', reason: 'the report breaks off in this line' },
    ]);
    expect(part.messages).toMatchObject([{ code: 'AMION_UNEXPECTED_RESPONSE', context: { line: 8 } }]);
  });

  it('in a contact of the wide report', () => {
    const part = read([...PREAMBLE, WIDE, WIDE.slice(0, -30)]);
    expect(part.rows).toHaveLength(1);
    expect(codes(part)).toEqual(['AMION_UNEXPECTED_RESPONSE']);
  });

  it('in its first line of data', () => {
    expect(codes(read([...PREAMBLE, '"Ashgrove, Ma']))).toEqual(['AMION_UNEXPECTED_RESPONSE']);
  });

  it('in its first line of a tab form', () => {
    const header = ['Staff name', 'ID', 'B', 'Assignment name', 'ID', 'B', 'Date', 'Start', 'End'].join('\t');
    expect(codes(read([header, 'Ashgrove, Marit\t15']))).toEqual(['AMION_UNEXPECTED_RESPONSE']);
  });

  it('in its preamble is no report at all', () => {
    expect(readAssignmentReport('april.csv', 'Assignments for 4-1-26     (as of Apr 28')).toBeNull();
  });

  it('is not one that only lacks the last line end', () => {
    expect(read([...PREAMBLE, ROW, ROW])).toMatchObject({ setAside: [], messages: [] });
    expect(read([...PREAMBLE, WIDE, WIDE])).toMatchObject({ setAside: [], messages: [] });
  });

  it('is not one whose times have lost their zeros', () => {
    const part = read([
      ...PREAMBLE,
      ROW.replace('2200,0700', '700,1500'),
      ROW.replace('2200,0700', '1600,0'),
    ]);
    expect(part.rows.map((row) => row.end)).toEqual(['15:00', '00:00']);
    expect(read([...PREAMBLE, ROW.replace('2200,0700', '1600,0')]).rows).toMatchObject([{ end: '00:00' }]);
  });
});

describe('around the data', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('line ends are %s', (_, end) => {
    const part = read([...PREAMBLE, ROW, ROW, ''], { end });
    expect(part.rows.map((row) => row.line)).toEqual([7, 8]);
    expect(part.report?.asOf).toBe('2026-04-28T19:06:00-04:00');
  });

  it('a preamble may have any lines, or none', () => {
    expect(read([ROW, '']).rows).toMatchObject([{ line: 1 }]);
    const odd = [
      'Radiology, North',
      '',
      'Contact: a, b, c, d',
      '"Quoted, once"',
      'a,b,c,d,e,f,g,h,i,j',
      ROW,
      '',
    ];
    expect(read(odd)).toMatchObject({ rows: [{ line: 6 }], setAside: [], messages: [] });
  });

  it('months saved one after another repeat their preamble', () => {
    const part = data(ROW, ...PREAMBLE, ROW.replace('4-2-26', '5-2-26'));
    expect(part).toMatchObject({
      setAside: [],
      messages: [],
      report: { from: '2026-04-02', to: '2026-05-02' },
    });
  });

  it('a sentence after the data is no row', () => {
    expect(data(ROW, 'End of report')).toMatchObject({ setAside: [], messages: [] });
  });

  it.each([
    ['commas', ','],
    ['tabs', '\t'],
  ])('one header row of names instead of the preamble, with %s', (_, divider) => {
    const header = [
      'Staff name',
      'Unique ID',
      'Backup ID',
      'Assignment name',
      'U',
      'B',
      'Date',
      'Start',
      'End',
    ];
    const row = ['Lee', '15', '7', 'ON1', '205', '5', '4-2-26', '2200', '0700'];
    const part = read([header.join(divider), row.join(divider), '']);
    expect(part).toMatchObject({ rows: [{ line: 2, name: 'Lee' }], setAside: [], messages: [] });
    expect(part.report).toMatchObject({ kind: divider === ',' ? '619' : '619tabs', asOf: null });
  });
});

describe('a report without rows', () => {
  it.each([
    ['its first day (the month is meant)', PREAMBLE, '2026-04-01', '2026-04-30'],
    [
      'both ends',
      ['Assignments for 4-3-26 to 4-9-26 (as of Apr 28 19:06 2026 US ET)'],
      '2026-04-03',
      '2026-04-09',
    ],
    ['one day', ['Assignments for 4-3-26 (as of Apr 28 19:06 2026 US ET)'], '2026-04-03', '2026-04-03'],
    ['a month', ['Assignments for February 2028'], '2028-02-01', '2028-02-29'],
    ['nothing', ['Assignments for North'], null, null],
  ])('is legal and says so; its preamble names %s', (_, lines, from, to) => {
    const part = read([...lines, '']);
    expect(part.report).toMatchObject({ kind: '619', from, to });
    expect(part).toMatchObject({ rows: [], setAside: [], messages: [{ severity: 'INFO', code: 'COUNTS' }] });
  });

  it.each([
    ['625c', 'x.csv', [...PREAMBLE, 'Field 10 - 13: Staff type, pager, tel, email']],
    ['619tabs', 'x-619tabs.txt', PREAMBLE],
    ['625ctabs', 'x-625ctabs.txt', [...PREAMBLE, 'Field 10 - 13: Staff type, pager, tel, email']],
    ['625tabs', 'x-625tabs.txt', [...PREAMBLE, 'Field 10 - 13: Staff type, pager, tel, email']],
  ])('is of kind %s by its preamble and name', (kind, file, lines) => {
    expect(read([...lines, ''], { file }).report?.kind).toBe(kind);
  });

  it('is not any text', () => {
    expect(readAssignmentReport('x.csv', 'Hello, world\n')).toBeNull();
  });
});
