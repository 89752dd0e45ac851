import type { OdsCell } from './ods-writer.ts';
import { writeOds } from './ods-writer.ts';

/** A file as a browser hands it over. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const EVENING = 'Mid 6 pm - 12 am';
const NIGHTS = ['ON Neuro 1 am - 8 am', 'ON Body 1 am - 8 am'];

/** Three sheets of the example's hospitals; `evening` stands in the place of the evening's rows below the header. */
function workbook(name: string, evening: readonly (readonly OdsCell[])[]): ChosenFile {
  const night = (positions: readonly string[]) => [
    [null, ...positions],
    ['MERCY CT Neuro', null, 'x'],
    ['LAKE US', 'x', null],
  ];
  const sheets = [
    { name: EVENING, rows: [[null, 'MidC', 'MidL'], ...evening] },
    { name: NIGHTS[0] ?? '', rows: night(['ON1', 'ON2']) },
    { name: NIGHTS[1] ?? '', rows: night(['ON Body', 'ON Neuro']) },
  ];
  return { name, mimeType: ODS, buffer: Buffer.from(writeOds(sheets)) };
}

/** A hospital misspelt in A3 of the evening, and in B2 what is no mark. */
export const faultyWorkbook = (): ChosenFile =>
  workbook('faulty.ods', [
    ['MERCY CT Neuro', 'y', null],
    ['LAKES US', null, 'x'],
  ]);

/** Only what is no mark in B2: warnings, and no error. */
export const oddWorkbook = (): ChosenFile =>
  workbook('odd.ods', [
    ['MERCY CT Neuro', 'y', null],
    ['LAKE US', null, 'x'],
  ]);

/** The same without a fault. */
export const correctedWorkbook = (): ChosenFile =>
  workbook('corrected.ods', [
    ['MERCY CT Neuro', 'x', null],
    ['LAKE US', null, 'x'],
  ]);

/** The first three days of 2027: a name misspelt in line 2, one that nobody has in line 3, and a shift that is none in line 14. */
export function faultyReport(): ChosenFile {
  const line = (day: number, shift: string, name: string, hours: string): string =>
    `"${name}",0,0,"${shift}",0,0,1-${day}-27,${hours}`;
  const days = [1, 2, 3].flatMap((day) => [
    line(day, 'MidC', day === 1 ? 'Crowhurts, Idris' : 'Ashgrove, Marit', '1800,0000'),
    line(day, 'MidL', 'Nobodyknows, Ada', '1800,0000'),
    line(day, 'ON1', 'Beranger, Odelie', '0100,0800'),
    line(day, 'ON2', 'Dunnock-Reyes, Paloma', '0100,0800'),
  ]);
  const lines = [
    'Assignments for 1-1-27     (as of Dec 12 19:06 2026 US ET)',
    ...days,
    line(3, 'Late reads', 'Ashgrove, Marit', '1500,0000'),
  ];
  return { name: 'january.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}
