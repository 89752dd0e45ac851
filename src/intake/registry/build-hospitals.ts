/**
 * The hospitals file: code (the word in the matrix), name, location, time_zone. A column that it lacks changes nothing of a known
 * hospital; without a name in its column the code is the name, and an empty location is none.
 *
 * `CPMC,Central Park Medical Center,New York,America/New_York` is one hospital; a row without a zone takes the default.
 */
import { HOSPITAL_CODE_IS, parseHospitalCode } from '../../domain/hospital-code.ts';
import { error, type ValidationMessage, warning } from '../../domain/validation.ts';
import { isTimeZone } from '../../domain/zone-clock.ts';
import type { TableReading } from '../../sources/table/read-table.ts';

export const HOSPITAL_COLUMNS = ['code'] as const;

export interface HospitalDraft {
  code: string;
  name?: string;
  location?: string | null;
  timeZone?: string;
}

const LONGEST = 255;

export function buildHospitals(reading: TableReading): {
  hospitals: HospitalDraft[];
  messages: ValidationMessage[];
} {
  const messages = [...reading.messages];
  const hospitals = new Map<string, HospitalDraft>();
  for (const { line, cells } of reading.rows) {
    const place = { file: reading.file, line };
    const at = `Line ${line} of ${reading.file}`;
    const given = cells['code'] ?? '';
    const code = parseHospitalCode(given);
    const timeZone = cells['time_zone'] || null;
    const zoneFits = timeZone === null || isTimeZone(timeZone);
    const refuse = (column: string, says: string): void => {
      const stable = [reading.file, String(line), column];
      messages.push(error('MISSING_VALUE', `${at} ${says}.`, stable, { ...place, column }));
    };
    if (code === null) {
      const says = given === '' ? 'has no code' : `has a code that is none: ${JSON.stringify(given)}`;
      refuse('code', `${says}. Write ${HOSPITAL_CODE_IS}`);
    }
    const long = ['name', 'location'].filter((column) => (cells[column] ?? '').length > LONGEST);
    for (const column of long) {
      refuse(column, `has a ${column} of more than ${LONGEST} characters. Shorten it; nothing is cut`);
    }
    if (!zoneFits) {
      const text = `${at}: "${timeZone}" is no IANA time zone. Write one like America/New_York.`;
      messages.push(
        error('INVALID_TIME_ZONE', text, [reading.file, String(line)], {
          ...place,
          column: 'time_zone',
          value: timeZone,
        }),
      );
    }
    if (code === null || long.length > 0 || !zoneFits) continue;
    if (hospitals.has(code.toLowerCase())) {
      const text = `${at} repeats hospital ${code}; the first row counts. Remove one of them.`;
      messages.push(warning('DUPLICATE_ROW', text, [reading.file, code], place));
      continue;
    }
    hospitals.set(code.toLowerCase(), {
      code,
      ...('name' in cells && { name: cells['name'] || code }),
      ...('location' in cells && { location: cells['location'] || null }),
      ...(timeZone !== null && { timeZone }),
    });
  }
  return { hospitals: [...hospitals.values()], messages };
}
