import { strToU8 } from 'fflate';
import { EXAMPLE_HOSPITALS } from './hospitals.ts';
import { exampleMatrix } from './matrix.ts';
import { writeOdsWorkbook } from './ods-workbook.ts';
import { EXAMPLE_PEOPLE } from './people.ts';
import { OTHER_ASSIGNMENTS, RENAMED, SHIFT_PATTERNS } from './shift-pattern.ts';

/** The bundled files by name, as `tools/generate-example.ts` writes them; always the same bytes. */
export function exampleFiles(): Map<string, Uint8Array> {
  return new Map([
    ['coverage-matrix.ods', writeOdsWorkbook(exampleMatrix())],
    ['people.csv', csvOf(peopleTable())],
    ['hospitals.csv', csvOf(hospitalsTable())],
    ['mapping.csv', csvOf(mappingTable())],
  ]);
}

function peopleTable(): string[][] {
  return [
    ['name', 'email', 'specialty', 'aliases', 'amion_id', 'phone', 'pager'],
    ...EXAMPLE_PEOPLE.map((person) => [
      person.name,
      person.email,
      person.specialty,
      person.aliases.join(';'),
      person.idIsKnown ? person.amionId : '',
      person.phone,
      person.pager,
    ]),
  ];
}

function hospitalsTable(): string[][] {
  return [
    ['code', 'name', 'location', 'time_zone'],
    ...EXAMPLE_HOSPITALS.map((hospital) => [
      hospital.code,
      hospital.name,
      hospital.location,
      hospital.timeZone,
    ]),
  ];
}

function mappingTable(): string[][] {
  return [
    ['assignment', 'shift_type'],
    ...Object.entries(SHIFT_PATTERNS).map(([shiftType, pattern]) => [pattern.name, shiftType]),
    [RENAMED.name, RENAMED.shiftType],
    ...Object.values(OTHER_ASSIGNMENTS).map((assignment) => [assignment.name, 'ignore']),
  ];
}

/** UTF-8 with commas; a value with a comma or a quote is quoted (RFC 4180), line ends are LF. */
function csvOf(table: string[][]): Uint8Array {
  const field = (value: string): string => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  return strToU8(`${table.map((row) => row.map(field).join(',')).join('\n')}\n`);
}
