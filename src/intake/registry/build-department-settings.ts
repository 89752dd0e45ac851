/** Files with what a department decides: its mapping of assignment names, and its holidays. */
import type { ShiftMapping } from '../../domain/department.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseScheduleDate, scheduleDateFault } from '../../domain/schedule-dates.ts';
import { parseShiftType, SHIFT_TYPES } from '../../domain/shift-type.ts';
import { error, type ValidationMessage, warning } from '../../domain/validation.ts';
import type { TableReading } from '../../sources/table/read-table.ts';
import { contradictionText, mergeMapping } from './merge-mapping.ts';

export const MAPPING_COLUMNS = ['assignment', 'shift_type'] as const;

/**
 * `Night 1,ON1` maps an assignment name (or id) to a shift type; `Vacation,ignore` lists it as none. The same name for something
 * else in a later row is an error.
 */
export function buildMapping(reading: TableReading): {
  mapping: ShiftMapping[];
  messages: ValidationMessage[];
} {
  const messages = [...reading.messages];
  const rows: (ShiftMapping & { line: number })[] = [];
  for (const { line, cells } of reading.rows) {
    const assignment = cells['assignment'] ?? '';
    const value = cells['shift_type'] ?? '';
    const ignored = value.toLowerCase() === 'ignore';
    const shiftType = ignored ? null : parseShiftType(value);
    const place = { file: reading.file, line };
    if (assignment === '' || assignment.length > 255) {
      const text = `Line ${line} of ${reading.file} names no assignment. Write the name or id that Amion uses.`;
      messages.push(
        error('MISSING_VALUE', text, [reading.file, String(line)], { ...place, column: 'assignment' }),
      );
    } else if (!ignored && shiftType === null) {
      const text = `Line ${line} of ${reading.file}: "${value}" is no shift type. Write one of ${SHIFT_TYPES.join(', ')}, or ignore.`;
      messages.push(
        error('UNKNOWN_SHIFT_TYPE', text, [reading.file, String(line)], {
          ...place,
          column: 'shift_type',
          value,
        }),
      );
    } else rows.push({ assignment, shiftType, line });
  }
  const { mapping, repeated } = mergeMapping(rows);
  for (const again of repeated) {
    const { row, first } = again;
    const place = { file: reading.file, line: row.line, value: row.assignment };
    const stable = [reading.file, first.assignment];
    const contradiction = contradictionText(again);
    if (contradiction) {
      const text = `Line ${row.line} of ${reading.file} contradicts line ${first.line}: ${contradiction}. Remove one of them.`;
      messages.push(error('UNKNOWN_SHIFT_TYPE', text, stable, { ...place, column: 'shift_type' }));
    } else {
      const text = `Line ${row.line} of ${reading.file} repeats "${first.assignment}" of line ${first.line}. Remove one of them.`;
      messages.push(warning('DUPLICATE_ROW', text, stable, place));
    }
  }
  return { mapping: mapping.map(({ assignment, shiftType }) => ({ assignment, shiftType })), messages };
}

/** Dates of a text: one a line, or with commas or semicolons between; a header word or a holiday's name behind a date is passed over. */
export function buildHolidays(
  file: string,
  text: string,
): { holidays: LocalDate[]; messages: ValidationMessage[] } {
  const messages: ValidationMessage[] = [];
  const holidays = new Set<LocalDate>();
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    const words = line.split(/[,;\t]/).map((word) => word.trim().replace(/^"|"$/g, ''));
    for (const word of words) {
      if (!/^\d/.test(word)) continue;
      const date = parseScheduleDate(word);
      if (date) holidays.add(date);
      else {
        const says = `Line ${i + 1} of ${file}: ${scheduleDateFault(word)}`;
        messages.push(error('INVALID_DATE', says, [file, String(i + 1)], { file, line: i + 1, value: word }));
      }
    }
  });
  return { holidays: [...holidays].sort(), messages };
}
