import type { ClockTime } from '#src/domain/clock-time.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { RosterRow } from '#src/domain/roster.ts';
import { isNobody, plainStaffType } from '../find-absence.ts';
import type { Finding } from '../finding.ts';
import { parseAmionDate } from '../parse-amion-date.ts';
import { parseAmionTime } from '../parse-amion-time.ts';
import { COLUMN, type ReportLayout } from './find-report-layout.ts';

/** A line of data: its row, or every fault in it. */
type ParsedLine = { row: RosterRow } | { findings: Finding[] };

/** Characters of a source line that are kept as provenance. */
export const TEXT_LIMIT = 500;

/** Parses the fields of one line of data. One fault does not hide another. */
export function parseAssignmentLine(
  file: string,
  { line, text }: { line: number; text: string },
  fields: string[],
  layout: ReportLayout,
): ParsedLine {
  const cell = (column: number): string => fields[column + layout.offset] ?? '';
  const date = parseAmionDate(cell(COLUMN.date));
  const start = parseAmionTime(cell(COLUMN.start));
  const end = parseAmionTime(cell(COLUMN.end));
  const findings: Finding[] = [];
  if (cell(COLUMN.name) === '') findings.push(missing(line, 'staff name'));
  if (cell(COLUMN.assignment) === '') findings.push(missing(line, 'assignment name'));
  if (!date) findings.push(noDate(line, cell(COLUMN.date)));
  if (!start) findings.push(noTime(line, 'start', cell(COLUMN.start)));
  if (!end) findings.push(noTime(line, 'end', cell(COLUMN.end)));
  if (findings.length > 0 || !date || !start || !end) return { findings };
  return {
    row: rowOf({ file, line, text }, cell, layout.offset === 1 ? (fields[0] ?? '') : '', date, [start, end]),
  };
}

function rowOf(
  { file, line, text }: { file: string; line: number; text: string },
  cell: (column: number) => string,
  division: string,
  date: LocalDate,
  [start, end]: [ClockTime, ClockTime],
): RosterRow {
  const name = cell(COLUMN.name);
  const filled = (column: number): string | null => cell(column) || null;
  return {
    file,
    line,
    name: isNobody(name) ? null : name,
    staffId: filled(COLUMN.staffId),
    assignment: cell(COLUMN.assignment),
    assignmentId: filled(COLUMN.assignmentId),
    date,
    start,
    end,
    // Only rotations are marked so; the narrow reports do not tell the type, and equal hours are then 24 of them.
    marker: start === end && cell(COLUMN.type).toLowerCase() === 'r',
    staffType: plainStaffType(cell(COLUMN.staffType)),
    email: filled(COLUMN.email),
    pager: filled(COLUMN.pager),
    phone: filled(COLUMN.phone),
    note: filled(COLUMN.note),
    division: division || null,
    text: text.trim().slice(0, TEXT_LIMIT),
  };
}

const REMEDY = 'Correct it in Amion and fetch the report again';

const missing = (line: number, what: string): Finding => ({
  code: 'MISSING_VALUE',
  line,
  value: '',
  what: `the ${what} is blank`,
  remedy: `${REMEDY}; nobody is written ---.`,
});

const noDate = (line: number, value: string): Finding => ({
  code: 'INVALID_DATE',
  line,
  value,
  what: `"${value.slice(0, 40)}" is no date of the calendar`,
  remedy: `Dates are month-day-year, such as 4-1-26. ${REMEDY}.`,
});

const noTime = (line: number, which: string, value: string): Finding => ({
  code: 'INVALID_TIME',
  line,
  value,
  what: `the ${which} "${value.slice(0, 40)}" is no time of day`,
  remedy: `Times are HHMM in 24 hours, such as 0700. ${REMEDY}.`,
});
