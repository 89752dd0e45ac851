/**
 * The people file: name, email, specialty, aliases (`;` between), amion_id, phone, pager. A column that it lacks changes nothing
 * of a known person; an empty cell of a column that it has clears. What is too long is an error: half a number reaches nobody.
 *
 * `"Abernathy, Nora",nora@example.org,both,N. Abernathy;Nora A.,EPICID:Z900001,,5550100` is one person with two aliases.
 */
import type { Person } from '../../domain/person.ts';
import { parseSpecialty } from '../../domain/specialty.ts';
import { error, type ValidationMessage, warning } from '../../domain/validation.ts';
import type { TableReading, TableRow } from '../../sources/table/read-table.ts';

export const PEOPLE_COLUMNS = ['name', 'email', 'specialty'] as const;

/** A person as a row of a file gives them; of the rest the file has no column. */
export interface PersonDraft
  extends Pick<Person, 'name' | 'email' | 'specialty'>,
    Partial<Pick<Person, 'aliases' | 'amionId' | 'phone' | 'pager'>> {
  line: number;
}

export interface BuiltPeople {
  people: PersonDraft[];
  messages: ValidationMessage[];
}

const LONGEST = [
  ['amion_id', 255],
  ['phone', 50],
  ['pager', 50],
] as const;

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** An address in lower case, or null where the text is none (at most 255 characters). */
export function parseEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= 255 && EMAIL.test(address) ? address : null;
}

export function buildPeople(reading: TableReading): BuiltPeople {
  const messages = [...reading.messages];
  const people = new Map<string, PersonDraft>();
  for (const row of reading.rows) {
    const found = checkRow(reading.file, row);
    messages.push(...found.messages);
    if (!found.person) continue;
    if (people.has(found.person.email)) {
      const text = `Line ${row.line} of ${reading.file} repeats ${found.person.email}; the first row counts. Remove one of them.`;
      messages.push(
        warning('DUPLICATE_ROW', text, [reading.file, found.person.email], placeOf(reading.file, row)),
      );
    } else people.set(found.person.email, found.person);
  }
  return { people: [...people.values()], messages };
}

const placeOf = (file: string, row: TableRow): { file: string; line: number } => ({ file, line: row.line });

function checkRow(
  file: string,
  row: TableRow,
): { person: PersonDraft | null; messages: ValidationMessage[] } {
  const cell = (column: string): string => row.cells[column] ?? '';
  const place = placeOf(file, row);
  const at = `Line ${row.line} of ${file}`;
  const messages: ValidationMessage[] = [];
  const name = cell('name');
  const email = parseEmail(cell('email'));
  const specialty = parseSpecialty(cell('specialty'));
  if (name === '' || name.length > 255) {
    const text = `${at} has ${name === '' ? 'no name' : 'a name of more than 255 characters'}. Write the person's name.`;
    messages.push(
      error('MISSING_VALUE', text, [file, String(row.line), 'name'], { ...place, column: 'name' }),
    );
  }
  if (!email) {
    const text = `${at}: "${cell('email')}" is no email address. Write the person's own, it tells people apart.`;
    messages.push(
      error('INVALID_EMAIL', text, [file, String(row.line)], {
        ...place,
        column: 'email',
        value: cell('email'),
      }),
    );
  }
  if (!specialty) {
    const text = `${at}: "${cell('specialty')}" is no specialty. Write body, neuro or both.`;
    const value = { column: 'specialty', value: cell('specialty') };
    messages.push(error('INVALID_SPECIALTY', text, [file, String(row.line)], { ...place, ...value }));
  }
  const aliases = cell('aliases')
    .split(';')
    .map((alias) => alias.trim())
    .filter(Boolean);
  const tooLong = (column: string, says: string): void => {
    const text = `${at}: ${says}. Shorten it; nothing is cut.`;
    messages.push(error('MISSING_VALUE', text, [file, String(row.line), column], { ...place, column }));
  };
  for (const [column, most] of LONGEST) {
    if (cell(column).length > most) tooLong(column, `${column} has more than ${most} characters`);
  }
  if (aliases.length > 50) tooLong('aliases', 'aliases are more than 50');
  else if (aliases.some((alias) => alias.length > 255)) {
    tooLong('aliases', 'an alias has more than 255 characters');
  }
  if (messages.length > 0 || !email || !specialty) return { person: null, messages };
  const given = (column: string): boolean => column in row.cells;
  const person = {
    ...{ line: row.line, name, email, specialty },
    ...(given('aliases') && { aliases }),
    ...(given('amion_id') && { amionId: cell('amion_id') || null }),
    ...(given('phone') && { phone: cell('phone') || null }),
    ...(given('pager') && { pager: cell('pager') || null }),
  };
  return { person, messages };
}
