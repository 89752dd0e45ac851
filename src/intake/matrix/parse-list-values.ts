/**
 * The other values of a list's row. A time cell of 19 hours, `7:00 PM`, `1900` and `19:00` are all 19:00; `24:00` is the end of a
 * day, so an end, never a start.
 */
import { minuteOfDay, parseClockTime } from '#src/domain/clock-time.ts';
import { parseSpecialty, type Specialty, STUDY_TYPES, type StudyType } from '#src/domain/specialty.ts';
import { collapseSpaces, namesStudy, parseStudy } from '#src/domain/study.ts';
import type { WorkbookCell } from '#src/sources/matrix/workbook-event.ts';
import { parseTimeOfDay } from './parse-time-of-day.ts';

const DAY = 24 * 60;
const MOST_COVERAGE = 999;
const YES = new Set('yes y true t 1 x ✓ ✔ on mandatory required'.split(' '));
const NO = new Set('no n false f 0 off optional'.split(' '));

/** Minutes after midnight, 0 to 1440 (24:00); null where the cell is no time. */
export function parseListTime(cell: WorkbookCell): number | null {
  switch (cell.kind) {
    case 'time': {
      const minutes = Math.floor(cell.value / 60);
      return minutes <= DAY ? minutes : null;
    }
    case 'date': {
      const time = parseClockTime(cell.value.slice(11));
      return time === null ? null : minuteOfDay(time);
    }
    case 'number':
      return cell.value === 0 ? 0 : parseTimeOfDay(String(cell.value));
    case 'text':
      return parseTimeOfDay(collapseSpaces(cell.text));
    default:
      return null;
  }
}

/** One of the three study types, or that of a study label (R1); null for a text that is neither. */
export function parseListStudyType(text: string): StudyType | null {
  const label = collapseSpaces(text);
  const type = STUDY_TYPES.find((known) => known === label.toUpperCase());
  return type ?? (namesStudy(label) ? parseStudy(label).studyType : null);
}

/** BODY, NEURO or BOTH, each with or without `_ONLY`, in any case. */
export function parseListSpecialty(text: string): Specialty | null {
  return parseSpecialty(text) ?? parseSpecialty(text.replace(/[\s_-]*only\s*$/i, ''));
}

/** A whole number of readers, 0 to 999. */
export function parseListCoverage(cell: WorkbookCell): number | null {
  const figures = cell.kind === 'text' ? /^\d+(?:\.0+)?$/.exec(cell.text.trim()) : null;
  const value = cell.kind === 'number' ? cell.value : Number(figures?.[0] ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 && value <= MOST_COVERAGE ? value : null;
}

/** Yes or no in the usual spellings. */
export function parseListFlag(cell: WorkbookCell): boolean | null {
  if (cell.kind === 'boolean') return cell.value;
  const word = cell.kind === 'number' ? String(cell.value) : cell.text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
