/**
 * A department small enough to be checked by eye: two hospitals, three studies, an evening, a night in two cuts, and five
 * readers. Its matrix and roster have neither errors nor warnings.
 */
import type { LocalDate } from '#src/domain/local-date.ts';
import { eachDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { type OdsSheet, writeOdsWorkbook } from '#src/example/ods-workbook.ts';
import type { GivenFile } from '#src/services/service-context.ts';

/** Monday to Sunday. */
export const WEEK = { from: '2026-04-06' as LocalDate, to: '2026-04-12' as LocalDate };

const EVENING: OdsSheet = {
  name: 'Mid 6 pm - 12 am',
  rows: [
    [null, 'MidC', 'MidL'],
    ['Ashby CT Neuro', 'x', null],
    ['Ashby CT Body', null, 'x'],
    ['Brook US', null, 'x'],
  ],
};
const NIGHT: OdsSheet = {
  name: 'ON Neuro 1 am - 8 am',
  rows: [
    [null, 'ON1', 'ON2'],
    ['Ashby CT Neuro', null, 'x'],
    ['Ashby CT Body', 'x', null],
    ['Brook US', 'x', null],
  ],
};
const BODY_NIGHT: OdsSheet = {
  name: 'ON Body 1 am - 8 am',
  rows: [
    [null, 'ON Body', 'ON Neuro'],
    ['Ashby CT Neuro', null, 'x'],
    ['Ashby CT Body', 'x', null],
    ['Brook US', 'x', null],
  ],
};
export const SHEETS = { EVENING, NIGHT, BODY_NIGHT };

/** MidC for NEURO, MidL for BODY and GENERAL, ON1 for BODY and GENERAL, ON2 for NEURO. */
export const INSTANCES_A_DATE = 6;
/** Marks of the three sheets. */
export const MARKS = 9;

export function matrixFile(
  sheets: readonly OdsSheet[] = [EVENING, NIGHT, BODY_NIGHT],
  name = 'matrix.ods',
): GivenFile {
  return { name, bytes: writeOdsWorkbook(sheets) };
}

export const textFile = (name: string, lines: readonly string[]): GivenFile => ({
  name,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
});

export const PEOPLE = textFile('people.csv', [
  'name,email,specialty,aliases,amion_id,phone,pager',
  'Nora Grantham,grantham@ashby.test,both,,,555-0101,5550101',
  'Otis Dunmore,dunmore@ashby.test,both,,,555-0102,5550102',
  'Tamsin Eskildsen,eskildsen@ashby.test,both,,,555-0103,',
  'Mei Hollis,hollis@ashby.test,both,M. Hollis,,,',
  'Silas Brightwater,brightwater@ashby.test,body,,,,',
  'Ida Quennell,quennell@ashby.test,neuro,,,,',
]);

export const HOSPITALS = textFile('hospitals.csv', [
  'code,name,location,time_zone',
  'Ashby,Ashby General Hospital,,America/New_York',
  'Brook,Brook Street Hospital,,America/New_York',
]);

const HOURS: Record<ShiftType, string> = {
  DAY: '0800,1700',
  MidC: '1800,0000',
  MidL: '1800,0000',
  Mid3: '1800,0000',
  ON1: '0100,0800',
  ON2: '0100,0800',
};

/** `4-6-26`. */
const amionDate = (date: LocalDate): string =>
  `${Number(date.slice(5, 7))}-${Number(date.slice(8, 10))}-${date.slice(2, 4)}`;

/** A line of report 619; `assignment` may be any name, `hours` two times with a comma between. */
export function rosterLine(
  date: string,
  assignment: string,
  name: string,
  hours = HOURS[assignment as ShiftType],
): string {
  return `"${name}",0,0,"${assignment}",0,0,${amionDate(date as LocalDate)},${hours}`;
}

/** Who holds what on every date. */
const USUAL: readonly [ShiftType, string][] = [
  ['MidC', 'Eskildsen, Tamsin'],
  ['MidL', 'Hollis, Mei'],
  ['ON1', 'Grantham, Nora'],
  ['ON2', 'Dunmore, Otis'],
];

/**
 * The lines of every date of a span. `instead`: `2026-04-07 ON1` → the lines that stand there in the place of the usual one.
 */
export function rosterLines(
  span: { from: string; to: string } = WEEK,
  instead: Record<string, readonly string[]> = {},
): string[] {
  return eachDate(span.from as LocalDate, span.to as LocalDate).flatMap((date) =>
    USUAL.flatMap(([type, name]) => instead[`${date} ${type}`] ?? [rosterLine(date, type, name)]),
  );
}

/** A report 619 of April 2026, stamped 2026-03-28T19:06 US Eastern. */
export function rosterFile(
  lines: readonly string[] = rosterLines(),
  { name = 'roster.csv', title = '4-1-26' } = {},
): GivenFile {
  return textFile(name, [
    `Assignments for ${title}     (as of Mar 28 19:06 2026 US ET)`,
    '',
    'Field  1 -  3: Staff name, unique ID, backup ID',
    'Field  4 -  6: Assignment name, unique ID, backup ID',
    'Field  7 -  9: Date and time of assignment (GMTO=4 1 1 Eastern)',
    '',
    ...lines,
  ]);
}
