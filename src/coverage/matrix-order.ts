/**
 * The studies of a schedule in the order of the matrix: by hospital, then by study, each as the workbook first names it.
 *
 * The first sheet lists `CPMC CT Body` and `Allen US`, the second `CPMC CT Chest` too: the rows are `CPMC CT Body`,
 * `CPMC CT Chest`, `Allen US`. Of a flat list the rows of the file decide.
 */
import type { ScheduleFacts, ShiftInstance } from '../domain/coverage-facts.ts';
import type { StudyType } from '../domain/specialty.ts';
import { studyKey } from '../domain/study.ts';

export interface MatrixRow {
  hospital: string;
  study: string;
  /** As first written. */
  label: string;
  studyType: StudyType;
}

/** By `studyKey`; also those that no window of the dates lists. */
export function matrixOrder(facts: ScheduleFacts): Map<string, MatrixRow> {
  const named = facts.layout === 'list' ? rowsOfList(facts.instances) : facts.rules;
  const rows = new Map<string, MatrixRow>();
  for (const { hospital, study, label, studyType } of named) {
    const key = studyKey(hospital, study);
    if (!rows.has(key)) rows.set(key, { hospital, study, label, studyType });
  }
  const hospitals = [...new Set([...rows.values()].map((row) => row.hospital))];
  const place = new Map(hospitals.map((hospital, index) => [hospital, index]));
  const placeOf = (row: MatrixRow): number => place.get(row.hospital) ?? 0;
  return new Map([...rows].sort(([, a], [, b]) => placeOf(a) - placeOf(b)));
}

/** A flat list knows a study type at a hospital. */
function rowsOfList(instances: readonly ShiftInstance[]): MatrixRow[] {
  const ordered = instances.toSorted((a, b) => (a.sourceRow ?? 0) - (b.sourceRow ?? 0));
  return ordered.map(({ hospital, studyType }) => ({
    ...{ hospital, study: studyType, label: `${hospital} ${studyType}`, studyType },
  }));
}
