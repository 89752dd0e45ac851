import type { KnownHospital } from '#src/domain/matrix.ts';
import type { Position } from '#src/domain/shift-type.ts';
import { error, info, type ValidationMessage, warning } from '#src/domain/validation.ts';
import type { SideColumn } from './find-grids.ts';
import type { FoundMark, FoundStudy } from './found-study.ts';
import { cellsText, type Place, placeOf, placesText } from './place.ts';
import type { SideGrid } from './side-grids.ts';

/** Why a cell under a position is no mark of a study. */
export type MarkFault = 'no mark' | 'no label' | 'no study';

const SHOWN_NOTES = 3;
const MARK_FAULTS: Record<MarkFault, string> = {
  'no mark': 'is not a mark; write x where the position reads the study, or leave the cell empty',
  'no label': 'stands in a row without a study; write hospital and study in front of it, or remove it',
  'no study': 'stands in a row that names a hospital but no study; complete the label, or remove the mark',
};

export function tooLargeMatrix(cells: number): ValidationMessage {
  const text = `The file has more than ${cells} cells with content on sheets of a matrix; remove what is not needed and save it again.`;
  return error('FILE_TOO_LARGE', text, [], { cells });
}

export function invalidMark(mark: FoundMark, fault: MarkFault, written: string): ValidationMessage {
  return warning(
    'INVALID_MARK',
    `Sheet "${mark.place.sheet}", cell ${mark.place.cell}: "${written}" ${MARK_FAULTS[fault]}.`,
    [mark.place.sheet, mark.label === '' ? mark.place.cell : mark.label, mark.position],
    { ...mark.place, position: mark.position, label: mark.label, value: written },
  );
}

export function studyWithoutReader(study: FoundStudy): ValidationMessage {
  const { place, hospital, label } = study;
  return warning(
    'STUDY_WITHOUT_READER',
    `Sheet "${place.sheet}", cell ${place.cell}: nobody is marked to read ${label}; mark a position in its row.`,
    [place.sheet, `${hospital} ${study.study}`],
    { ...place, hospital, study: study.study, label },
  );
}

export function twoReaders(study: FoundStudy): ValidationMessage {
  const { place, hospital, label, marks } = study;
  const [first] = marks;
  const cause = study.rows > 1 ? `stands in ${study.rows} rows` : `has ${study.markCount} marks`;
  const cells = marks.map((mark) => mark.place.cell);
  const decision = first
    ? `the first mark, ${first.position} in ${first.place.cell}, decides`
    : 'none has a mark';
  return warning(
    'TWO_READERS',
    `Sheet "${place.sheet}": ${label} ${cause} (${cellsText(cells, study.markCount) || place.cell}); ${decision}. Keep one row with one mark.`,
    [place.sheet, `${hospital} ${study.study}`],
    {
      ...(marks[1]?.place ?? first?.place ?? place),
      hospital,
      study: study.study,
      label,
      cells,
      marks: study.markCount,
      positions: marks.map((mark) => mark.position),
      decides: first?.position ?? null,
    },
  );
}

/** `nearest`: known hospitals that somebody may have meant. */
export function unknownHospital(
  name: string,
  places: readonly Place[],
  count: number,
  nearest: readonly KnownHospital[],
): ValidationMessage {
  const what = name === '' ? 'The hospital is missing' : `The hospital "${name}" is not known`;
  const remedy =
    name === '' ? 'Write its code or name' : 'Correct the name, or add the hospital and import again';
  return error('UNKNOWN_HOSPITAL', `${what} (${placesText(places, count)}). ${remedy}.`, [name], {
    ...places[0],
    hospital: name,
    count,
    cells: places.map((place) => place.cell),
    places: [...places],
    nearest: nearest.map(({ code, name: title }) => ({ code, name: title })),
  });
}

/** Rows that are no study: a legend, a date of change, a heading between blocks of studies. */
export function ignoredNotes(
  sheet: string,
  notes: readonly { label: string; place: Place }[],
  count: number,
): ValidationMessage {
  const shown = notes.slice(0, SHOWN_NOTES).map(({ label, place }) => `${place.cell} ("${label}")`);
  const more = count - shown.length;
  return info(
    'IGNORED_ROWS',
    `Sheet "${sheet}": ${count} rows name no study of a known hospital and have no mark, so they are read as notes: ${shown.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    [sheet],
    { ...notes[0]?.place, rows: count, cells: notes.map(({ place }) => place.cell) },
  );
}

export function ignoredGrid(sheet: string, grid: SideGrid): ValidationMessage {
  return warning(
    'IGNORED_GRID',
    `Sheet "${sheet}", ${grid.range}: a second grid with ${grid.marks} marks is ignored; remove it, or give it a sheet of its own.`,
    [sheet, grid.range],
    { sheet, cell: grid.range.replace(/:.*/, ''), range: grid.range, marks: grid.marks },
  );
}

export function ignoredColumn(
  sheet: string,
  headerRow: number,
  column: SideColumn,
  kind: 'position' | 'column of the list',
): ValidationMessage {
  const place = placeOf(sheet, column.column, headerRow);
  const header = column.header?.trim() ?? null;
  const what = header === null ? 'has no heading' : `("${header}") is no ${kind}`;
  return info(
    'IGNORED_COLUMN',
    `Sheet "${sheet}", column ${place.column} ${what}; its ${column.cells} cells are not read.`,
    [sheet, header ?? place.column],
    { ...place, header, cells: column.cells },
  );
}

export function idlePosition(
  sheet: string,
  position: Position,
  column: number,
  headerRow: number,
): ValidationMessage {
  const place = placeOf(sheet, column, headerRow);
  return info(
    'IDLE_POSITION',
    `Sheet "${sheet}", cell ${place.cell}: ${position} reads nothing in these hours.`,
    [sheet, position],
    { ...place, position },
  );
}

export function hiddenSheet(sheet: string, units: number, unit: 'marks' | 'rows'): ValidationMessage {
  return info(
    'HIDDEN_SHEET',
    `Sheet "${sheet}" is hidden and ignored, with its ${units} ${unit}; show it if it is to count.`,
    [sheet],
    { sheet, [unit]: units },
  );
}

export function unparsedSheet(sheet: string, reason: string, cells: number): ValidationMessage {
  return warning(
    'UNPARSED_SHEET',
    `Sheet "${sheet}" is not read, with its ${cells} cells: ${reason}. Correct it, or remove or hide the sheet.`,
    [sheet],
    { sheet, cells, reason },
  );
}

export function noValidSheets(expected: string): ValidationMessage {
  return error('NO_VALID_SHEETS', `No sheet of the file could be read: ${expected}.`, []);
}
