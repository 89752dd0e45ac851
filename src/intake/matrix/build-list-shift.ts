/**
 * One row of a flat list is one shift. Worked example: `2026-03-01 | ON1 | 7:00 PM | 24:00 | CPMC | CT Neuro | NEURO | 1 | yes` is
 * ON1 on 1 March from 19:00 to the day's end at CPMC for NEURO studies, one neuro reader, mandatory. Every fault of a row is
 * found, not only the first.
 */
import { type ClockTime, toClockTime } from '#src/domain/clock-time.ts';
import type { ListShift } from '#src/domain/matrix.ts';
import { parseShiftType } from '#src/domain/shift-type.ts';
import type { HospitalNames } from './hospital-names.ts';
import { type ListHeader, parseListColumn } from './list-columns.ts';
import { emptyTimeRange, notAShift, startAtDaysEnd } from './list-messages.ts';
import { ListRow } from './list-row.ts';
import type { MessageLog } from './message-log.ts';
import type { NameFaults } from './name-faults.ts';
import { parseListDate } from './parse-list-date.ts';
import {
  parseListCoverage,
  parseListFlag,
  parseListSpecialty,
  parseListStudyType,
  parseListTime,
} from './parse-list-values.ts';
import type { SheetRow } from './sheet-rows.ts';

const DAY = 24 * 60;
/** Of the five columns that every shift needs, a row that is none leaves as many blank. */
const LEAST_BLANK = 3;

/** What the rows of a workbook share. */
export interface ListContext {
  hospitals: HospitalNames;
  log: MessageLog;
  unknownHospitals: NameFaults;
  unknownShiftTypes: NameFaults;
}

/** The shift of a row, or null where it has a fault or lacks a column; faults are reported. */
export function buildListShift(
  sheet: string,
  row: SheetRow,
  header: ListHeader,
  context: ListContext,
): ListShift | null {
  const cells = new ListRow(sheet, row, header, context.log);
  if (isJunk(cells)) {
    context.log.add(notAShift(cells.place('date'), cells.text()));
    return null;
  }
  const date = cells.required('date', 'INVALID_DATE', parseListDate);
  const shiftType = cells.named('shiftType', context.unknownShiftTypes, parseShiftType);
  const hours = parseHours(cells, context.log);
  const hospital = cells.named('hospital', context.unknownHospitals, (name) =>
    context.hospitals.findByName(name),
  );
  const studyType = cells.optional('studyType', 'INVALID_STUDY_TYPE', 'GENERAL', (cell) =>
    parseListStudyType(cell.text),
  );
  const specialty = cells.optional('specialty', 'INVALID_SPECIALTY', 'BOTH', (cell) =>
    parseListSpecialty(cell.text),
  );
  const coverage = cells.optional('coverage', 'INVALID_COVERAGE', 1, parseListCoverage);
  const mandatory = cells.optional('mandatory', 'INVALID_FLAG', false, parseListFlag);
  if (date === null || shiftType === null || hours === null || hospital === null) return null;
  if (studyType === null || specialty === null || coverage === null || mandatory === null) return null;
  return {
    sheet,
    row: row.row,
    date,
    shiftType,
    ...hours,
    hospital,
    studyType,
    specialty,
    coverage,
    mandatory,
  };
}

/** A total line, a note below the list, its header once more: hardly any of what a shift needs, and none of it right. */
function isJunk(cells: ListRow): boolean {
  const date = cells.cell('date');
  if (date?.kind === 'text' && parseListColumn(date.text)?.column === 'date') return true;
  if (cells.filledRequired() > 1 && cells.blankRequired() < LEAST_BLANK) return false;
  const start = cells.cell('start');
  const end = cells.cell('end');
  return (
    (date === undefined || parseListDate(date) === null) &&
    parseShiftType(cells.cell('shiftType')?.text ?? '') === null &&
    (start === undefined || parseListTime(start) === null) &&
    (end === undefined || parseListTime(end) === null)
  );
}

/** Equal times are an empty range as they are written; 00:00 to 24:00 is a whole day. */
function parseHours(cells: ListRow, log: MessageLog): { start: ClockTime; end: ClockTime } | null {
  const start = cells.required('start', 'INVALID_TIME', parseListTime);
  const end = cells.required('end', 'INVALID_TIME', parseListTime);
  if (start === DAY) {
    log.add(startAtDaysEnd(cells.place('start'), cells.cell('start')?.text ?? '24:00'));
    return null;
  }
  if (start === null || end === null) return null;
  if (start === end) {
    log.add(emptyTimeRange(cells.place('end'), toClockTime(start), toClockTime(end)));
    return null;
  }
  return { start: toClockTime(start), end: toClockTime(end) };
}
