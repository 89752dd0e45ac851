import { error, info, type ValidationMessage, warning } from '#src/domain/validation.ts';
import { COLUMN_NAMES, type ListColumn } from './list-columns.ts';
import { type Place, placesText } from './place.ts';

export type CellFault =
  | 'INVALID_DATE'
  | 'INVALID_TIME'
  | 'INVALID_STUDY_TYPE'
  | 'INVALID_SPECIALTY'
  | 'INVALID_COVERAGE'
  | 'INVALID_FLAG';

const EXPECTED: Record<CellFault, string> = {
  INVALID_DATE: 'a date; write it as 2026-03-31',
  INVALID_TIME: 'a time; write it as 19:00',
  INVALID_STUDY_TYPE: 'a study type; write GENERAL, BODY or NEURO, or a study such as CT Neuro',
  INVALID_SPECIALTY: 'a specialty; write BODY, NEURO or BOTH',
  INVALID_COVERAGE: 'a number of readers; write a whole number from 0 to 999',
  INVALID_FLAG: 'yes or no; write one of them',
};

export function invalidCell(
  code: CellFault,
  column: ListColumn,
  place: Place,
  value: string,
): ValidationMessage {
  const where = `Sheet "${place.sheet}", cell ${place.cell} (${COLUMN_NAMES[column]})`;
  const what = value === '' ? 'is empty and needs' : `"${value}" is not`;
  return error(code, `${where}: ${what} ${EXPECTED[code]}.`, [place.sheet, place.cell], {
    ...place,
    field: column,
    value,
  });
}

export function startAtDaysEnd(place: Place, value: string): ValidationMessage {
  return error(
    'INVALID_TIME',
    `Sheet "${place.sheet}", cell ${place.cell}: a shift cannot start at ${value}, the end of a day; write 00:00 of the next date.`,
    [place.sheet, place.cell],
    { ...place, field: 'start', value },
  );
}

export function emptyTimeRange(place: Place, start: string, end: string): ValidationMessage {
  return error(
    'INVALID_TIME_RANGE',
    `Sheet "${place.sheet}", row ${place.row}: the shift ends when it starts (${start}-${end}); correct one of the times, or end a whole day at 24:00.`,
    [place.sheet, place.cell],
    { ...place, start, end },
  );
}

export function notAShift(place: Place, text: string): ValidationMessage {
  return error(
    'INVALID_DATE',
    `Sheet "${place.sheet}", row ${place.row}: "${text}" is no shift (a total, a note?); remove the row.`,
    [place.sheet, place.cell],
    { ...place, field: 'date', value: text },
  );
}

export function unknownShiftType(name: string, places: readonly Place[], count: number): ValidationMessage {
  const what = name === '' ? 'The shift type is missing' : `"${name}" is no shift type`;
  return error(
    'UNKNOWN_SHIFT_TYPE',
    `${what} (${placesText(places, count)}). Write one of ON1, ON2, MidC, MidL, Mid3, DAY.`,
    [name],
    { ...places[0], shiftType: name, count, cells: places.map((place) => place.cell), places: [...places] },
  );
}

export function missingColumn(sheet: string, row: number, column: ListColumn): ValidationMessage {
  return error(
    'MISSING_COLUMN',
    `Sheet "${sheet}": the header in row ${row} has no column "${COLUMN_NAMES[column]}"; add it.`,
    [sheet, column],
    { sheet, row, field: column, missing: COLUMN_NAMES[column] },
  );
}

export function duplicateRow(place: Place, first: { sheet: string; row: number }): ValidationMessage {
  return warning(
    'DUPLICATE_ROW',
    `Sheet "${place.sheet}", row ${place.row} says the same as row ${first.row} of sheet "${first.sheet}" and is ignored; remove it.`,
    [place.sheet, place.cell],
    { ...place, duplicateOf: first },
  );
}

export function listCounts(
  sheets: number,
  counts: { read: number; accepted: number; rejected: number; ignored: number },
): ValidationMessage {
  return info(
    'COUNTS',
    `${counts.read} rows of ${sheets} lists read: ${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.ignored} ignored.`,
    [],
    { lists: sheets, rows: counts.read },
  );
}
