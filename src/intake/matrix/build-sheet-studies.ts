/**
 * The main grid of one sheet, row by row: a label names hospital and study, a mark under a position says that this position
 * reads it. Worked example: `A3` is `CPMC CT Body`, the only mark of row 3 stands in `B3` under `Mid Body`: in this sheet's
 * hours Mid Body reads CT Body at CPMC. With a second mark in `D3` the first decides and the second is ignored (R7).
 */
import type { Accounting } from '#src/domain/accounting.ts';
import type { ListedStudy } from '#src/domain/matrix.ts';
import { collapseSpaces, parseStudy, studyKey } from '#src/domain/study.ts';
import type { SheetGrids } from './find-grids.ts';
import type { FoundMark, FoundStudy } from './found-study.ts';
import type { HospitalNames } from './hospital-names.ts';
import { invalidMark, type MarkFault, studyWithoutReader, twoReaders } from './matrix-messages.ts';
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

/** The studies that a sheet lists, in the order of its rows, each once; marks are accounted for, faults reported. */
export function buildSheetStudies(
  sheet: { name: string; index: number },
  grids: SheetGrids,
  context: SheetContext,
): ListedStudy[] {
  const studies = new Map<string, FoundStudy>();
  for (const { row, cells } of grids.rows) {
    const label = collapseSpaces(cells.get(grids.labelColumn)?.text ?? '');
    const subject = parseSubject(label, placeOf(sheet.name, grids.labelColumn, row), studies, context);
    for (const [column, position] of grids.positions) {
      const cell = cells.get(column);
      if (!cell) continue;
      context.accounting.read += 1;
      const mark: FoundMark = { place: placeOf(sheet.name, column, row), position, label };
      const fault = faultOf(subject, isMark(cell));
      if (fault !== null) context.log.addIfRoom('INVALID_MARK', () => invalidMark(mark, fault, cell.text));
      if (fault === null && typeof subject === 'object') subject.marks.push(mark);
      else context.accounting.rejected += 1;
    }
  }
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
  const found = studies.get(key) ?? { ...study, hospital: named.hospital, label, place, rows: 0, marks: [] };
  found.rows += 1;
  studies.set(key, found);
  return found;
}

/** R7: the first mark of the first row decides; the others are ignored, with a warning. */
function settle(
  study: FoundStudy,
  sheet: { name: string; index: number },
  { log, accounting }: SheetContext,
): ListedStudy {
  const [first] = study.marks;
  if (study.rows > 1 || study.marks.length > 1) log.add(twoReaders(study));
  if (first) {
    accounting.accepted += 1;
    accounting.ignored += study.marks.length - 1;
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
