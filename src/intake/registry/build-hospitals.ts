/**
 * The hospitals file: code (the word in the matrix), name, location, time_zone.
 *
 * `CPMC,Central Park Medical Center,New York,America/New_York` is one hospital; a row without a zone takes the default.
 */
import { error, type ValidationMessage, warning } from '../../domain/validation.ts';
import { isTimeZone } from '../../domain/zone-clock.ts';
import type { TableReading } from '../../sources/table/read-table.ts';

export const HOSPITAL_COLUMNS = ['code'] as const;

export interface HospitalDraft {
  code: string;
  name: string;
  location: string | null;
  /** Null: the file gives none. */
  timeZone: string | null;
}

export function buildHospitals(reading: TableReading): {
  hospitals: HospitalDraft[];
  messages: ValidationMessage[];
} {
  const messages = [...reading.messages];
  const hospitals = new Map<string, HospitalDraft>();
  for (const { line, cells } of reading.rows) {
    const place = { file: reading.file, line };
    const at = `Line ${line} of ${reading.file}`;
    const code = cells['code'] ?? '';
    const timeZone = cells['time_zone'] || null;
    const zoneFits = timeZone === null || isTimeZone(timeZone);
    if (code === '' || code.length > 50) {
      const text = `${at} has ${code === '' ? 'no code' : 'a code of more than 50 characters'}. Write the word that the matrix uses.`;
      messages.push(
        error('MISSING_VALUE', text, [reading.file, String(line), 'code'], { ...place, column: 'code' }),
      );
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
    if (code === '' || code.length > 50 || !zoneFits) continue;
    if (hospitals.has(code.toLowerCase())) {
      const text = `${at} repeats hospital ${code}; the first row counts. Remove one of them.`;
      messages.push(warning('DUPLICATE_ROW', text, [reading.file, code], place));
      continue;
    }
    const name = (cells['name'] || code).slice(0, 255);
    hospitals.set(code.toLowerCase(), {
      code,
      name,
      location: cells['location']?.slice(0, 255) || null,
      timeZone,
    });
  }
  return { hospitals: [...hospitals.values()], messages };
}
