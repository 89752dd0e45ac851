/**
 * A study that one sheet lists and another does not has no rule in the other's hours. Worked example: `CPMC CT Chest` stands
 * on 5 of 12 sheets; at 17:30 on a weekday, whose sheet lacks it, nobody can tell who reads it. One warning a sheet and study.
 */
import type { ListedStudy, MatrixSheet } from '#src/domain/matrix.ts';
import { studyKey } from '#src/domain/study.ts';
import { type ValidationMessage, warning } from '#src/domain/validation.ts';

/** Messages in the order of the sheets; made one by one, for a hostile workbook could have millions. */
export function* findMissingStudies(
  sheets: readonly MatrixSheet[],
  listed: readonly ListedStudy[],
): Generator<ValidationMessage> {
  const known = new Map<string, ListedStudy>();
  const bySheet = new Map<number, Set<string>>(sheets.map((sheet) => [sheet.index, new Set()]));
  for (const study of listed) {
    const key = studyKey(study.hospital, study.study);
    if (!known.has(key)) known.set(key, study);
    bySheet.get(study.sheetIndex)?.add(key);
  }
  for (const sheet of sheets) {
    const own = bySheet.get(sheet.index);
    for (const [key, study] of known) {
      if (!own?.has(key)) yield missingStudy(sheet, study);
    }
  }
}

function missingStudy(sheet: MatrixSheet, study: ListedStudy): ValidationMessage {
  return warning(
    'STUDY_MISSING_FROM_SHEET',
    `Sheet "${sheet.name}" does not list ${study.label}, which sheet "${study.sheet}" does (${study.cell}); add its row, or accept that it is not read in these hours.`,
    [sheet.name, `${study.hospital} ${study.study}`],
    {
      sheet: sheet.name,
      hospital: study.hospital,
      study: study.study,
      label: study.label,
      listedOn: study.sheet,
      listedAt: study.cell,
    },
  );
}
