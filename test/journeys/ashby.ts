import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type OdsCell, writeOdsWorkbook } from '#src/example/ods-workbook.ts';

/**
 * A small department for the journeys. ASH owns the schedule and reads for BROOK, 29 October to 1 November 2026; in the night
 * to 1 November the clocks go back. ON2 is vacant on 30 October, and a body-only reader is on ON1 on 31 October.
 */
export const PERIOD = ['--from', '2026-10-29', '--to', '2026-11-01'] as const;

type Marks = Record<string, string | null>;

/** Rows of a sheet of the matrix: label, and under which position it is marked. */
export function matrixRows(positions: readonly string[], marks: Marks): (OdsCell | null)[][] {
  const row = (position: string | null): OdsCell[] =>
    positions.map((each) => (each === position ? 'X' : null));
  return [
    [null, ...positions],
    ...Object.entries(marks).map(([label, position]) => [label, ...row(position)]),
  ];
}

const MID = { 'ASH CT Neuro': 'MidC', 'ASH CT Body': 'MidL', 'BROOK US': 'MidL', 'ASH DX Bone': null };
const NIGHT = { 'ASH CT Neuro': 'ON2', 'ASH CT Body': 'ON1', 'BROOK US': 'ON1' };
const NIGHT_BODY = { 'ASH CT Neuro': 'ON Neuro', 'ASH CT Body': 'ON Body', 'BROOK US': 'ON Body' };

export const MATRIX = writeOdsWorkbook([
  { name: 'Mid 6 pm - 12 am', rows: matrixRows(['MidC', 'MidL'], MID) },
  { name: 'ON Neuro 1 am - 8 am', rows: matrixRows(['ON1', 'ON2'], NIGHT) },
  { name: 'ON Body 1 am - 8 am', rows: matrixRows(['ON Body', 'ON Neuro'], NIGHT_BODY) },
]);

/** A mark that nobody can read, and a hospital that nobody knows. */
export const SPOILT_MATRIX = writeOdsWorkbook([
  {
    name: 'Mid 6 pm - 12 am',
    rows: [
      [null, 'MidC', 'MidL'],
      ['ASH CT Neuro', 'X'],
      ['NOWHERE US', 'X'],
      ['ASH US', 'maybe'],
    ],
  },
]);

export const PEOPLE = `name,email,specialty,aliases,amion_id,phone,pager
"Ashgrove, Marit",marit@ashby.test,both,,11,555-0111,5550111
"Crowhurst, Idris",idris@ashby.test,body,I. Crowhurst,12,555-0112,5550112
"Farthing, Petra",petra@ashby.test,neuro,,13,,5550113
"Quill, Noor",noor@ashby.test,both,,14,555-0114,
"Lindqvist, Sven",sven@ashby.test,both,,15,555-0115,5550115
`;

export const HOSPITALS = `code,name,location,time_zone
ASH,Ashby General,Ashby,America/New_York
BROOK,Brook Lane,,America/New_York
`;

const STAFF = {
  Farthing: '"Farthing, Petra",13,3',
  Ashgrove: '"Ashgrove, Marit",11,1',
  Lindqvist: '"Lindqvist, Sven",15,5',
};
const QUILL = '"Quill, Noor",14,4';

/** A report 619 of these four dates; the parts can be given otherwise. */
export function rosterText({ on1 = '"Crowhurst, Idris",12,2', on2 = '"---",98,81' } = {}): string {
  const day = (date: string, first: string, second: string): string[] => [
    `${STAFF.Farthing},"MidC",203,3,${date},1800,0000`,
    `${STAFF.Ashgrove},"MidL",204,4,${date},1800,0000`,
    `${first},"ON1",205,5,${date},2200,0800`,
    `${second},"ON2",206,6,${date},2300,0800`,
  ];
  return [
    'Assignments for 10-29-26     (as of Oct 28 09:30 2026 US ET)',
    ...day('10-29-26', STAFF.Lindqvist, QUILL),
    ...day('10-30-26', STAFF.Lindqvist, on2),
    ...day('10-31-26', on1, QUILL),
    ...day('11-1-26', STAFF.Lindqvist, QUILL),
    '',
  ].join('\n');
}

/** A temporary folder with files; gone after the file's last test. */
export function folderOf(files: Record<string, string | Uint8Array>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'schedcu-journey-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return (name) => join(folder, name);
}

export const ashbyFiles = (more: Record<string, string | Uint8Array> = {}) =>
  folderOf({
    ...{
      'matrix.ods': MATRIX,
      'spoilt.ods': SPOILT_MATRIX,
      'people.csv': PEOPLE,
      'hospitals.csv': HOSPITALS,
    },
    'roster.csv': rosterText(),
    ...more,
  });

/** The arguments of a run that goes well. */
export const runArguments = (file: (name: string) => string, roster = 'roster.csv'): string[] => [
  ...['run', '--department', 'ASH', ...PERIOD, '--matrix', file('matrix.ods'), '--amion', file(roster)],
  ...[
    '--people',
    file('people.csv'),
    '--hospitals',
    file('hospitals.csv'),
    '--time-zone',
    'America/New_York',
  ],
];
