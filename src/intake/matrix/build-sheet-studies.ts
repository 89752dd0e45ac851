/**
 * The main grid of one sheet, row by row: a label names hospital and study, a mark under a position says that this position
 * reads it. Worked example: `A3` is `CPMC CT Body`, the only mark of row 3 stands in `B3` under `Mid Body`: in this sheet's
 * hours Mid Body reads CT Body at CPMC. With a second mark in `D3` the first decides and the second is ignored (R7).
 */
import type { Accounting } from '#src/domain/accounting.ts';
import type { ListedStudy } from '#src/domain/matrix.ts';
import { collapseSpaces, parseStudy, studyKey } from '#src/domain/study.ts';
import type { SheetGrids } from './find-grids.ts';
import { findNotes } from './find-notes.ts';
import type { FoundMark, FoundStudy } from './found-study.ts';
import type { HospitalNames } from './hospital-names.ts';
import {
  ignoredNotes,
  invalidMark,
  type MarkFault,
  studyWithoutReader,
  twoReaders,
} from './matrix-messages.ts';
import type { MessageLog } from './message-log.ts';
import type { NameFaults } from './name-faults.ts';
import { isMark } from './parse-mark.ts';
import { type Place, placeOf } from './place.ts';

/** What the sheets of a workbook share. */
export interface SheetContext {
  hospitals: HospitalNames;
  log: MessageLog;
  unknownHospitals: NameFaults;
  accounting: Accounting;
}

type RowSubject = FoundStudy | Exclude<MarkFault, 'no mark'> | 'unknown hospital';

/** A study in a thousand repeated rows has all its marks counted, but not all kept. */
const MOST_MARKS_KEPT = 100;
const MOST_NOTES_KEPT = 100;

/** The studies that a sheet lists, in the order of its rows, each once; marks are accounted for, faults reported. */
export function buildSheetStudies(
  sheet: { name: string; index: number },
  grids: SheetGrids,
  context: SheetContext,
): ListedStudy[] {
  const studies = new Map<string, FoundStudy>();
  const { labelColumn } = grids;
  const noteRows = findNotes(grids.rows, labelColumn, new Set(grids.positions.keys()), context.hospitals);
  const notes: { label: string; place: Place }[] = [];
  for (const { row, cells } of grids.rows) {
    const label = collapseSpaces(cells.get(labelColumn)?.text ?? '');
    const place = placeOf(sheet.name, labelColumn, row);
    const isNote = noteRows.has(row);
    if (isNote && notes.length < MOST_NOTES_KEPT) notes.push({ label, place });
    const subject = isNote ? 'no label' : parseSubject(label, place, studies, context);
    for (const [column, position] of grids.positions) {
      const cell = cells.get(column);
      if (!cell) continue;
      context.accounting.read += 1;
      const mark: FoundMark = { place: placeOf(sheet.name, column, row), position, label };
      const fault = faultOf(subject, isMark(cell));
      if (fault !== null) context.log.addIfRoom('INVALID_MARK', () => invalidMark(mark, fault, cell.text));
      if (fault === null && typeof subject === 'object') addMark(subject, mark);
      else context.accounting.rejected += 1;
    }
  }
  if (noteRows.size > 0) context.log.add(ignoredNotes(sheet.name, notes, noteRows.size));
  return [...studies.values()].map((study) => settle(study, sheet, context));
}

/** An unknown hospital has its own message; its marks are rejected without another. */
function faultOf(subject: RowSubject, isAMark: boolean): MarkFault | null {
  if (!isAMark) return 'no mark';
  return subject === 'no label' || subject === 'no study' ? subject : null;
}

function parseSubject(
  label: string,
  place: Place,
  studies: Map<string, FoundStudy>,
  context: SheetContext,
): RowSubject {
  if (label === '') return 'no label';
  const named = context.hospitals.parseLabel(label);
  if ('unknown' in named) {
    context.unknownHospitals.add(named.unknown, place);
    return 'unknown hospital';
  }
  if (named.rest === '') return 'no study';
  const study = parseStudy(named.rest);
  const key = studyKey(named.hospital, study.study);
  const found = studies.get(key) ?? {
    ...study,
    hospital: named.hospital,
    label,
    place,
    rows: 0,
    marks: [],
    markCount: 0,
  };
  found.rows += 1;
  studies.set(key, found);
  return found;
}

function addMark(study: FoundStudy, mark: FoundMark): void {
  study.markCount += 1;
  if (study.marks.length < MOST_MARKS_KEPT) study.marks.push(mark);
}

/** R7: the first mark of the first row decides; the others are ignored, with a warning. */
function settle(
  study: FoundStudy,
  sheet: { name: string; index: number },
  { log, accounting }: SheetContext,
): ListedStudy {
  const [first] = study.marks;
  if (study.rows > 1 || study.markCount > 1) log.add(twoReaders(study));
  if (first) {
    accounting.accepted += 1;
    accounting.ignored += study.markCount - 1;
  } else {
    log.add(studyWithoutReader(study));
  }
  return {
    sheet: sheet.name,
    sheetIndex: sheet.index,
    cell: first?.place.cell ?? study.place.cell,
    hospital: study.hospital,
    study: study.study,
    label: first?.label ?? study.label,
    studyType: study.studyType,
    position: first?.position ?? null,
  };
}
