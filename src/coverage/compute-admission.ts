/**
 * May somebody have a shift (R2, R3, R4, R8)? What counts is what they would read in it, under the scenario that is in force
 * once they are on.
 *
 * ON1 reads CT Body, ON2 CT Neuro. Bell, body only, may have ON1 beside Ames: the night is re-cut, Bell reads CT Body as
 * ON Body and Ames CT Neuro as ON Neuro. Nash, neuro only, may not: ON1's CT Body would be his. Nor may Bell beside Birch,
 * who is body only too: nobody would hold ON Neuro, and CT Neuro would have no reader.
 */
import type { PersonId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { ShiftType } from '../domain/shift-type.ts';
import { shiftTypesOf } from './scenario.ts';
import type { StudyCell } from './study-cell.ts';
import type { StudyTimeline } from './study-timeline.ts';

/** Studies as the matrix writes them, each once and sorted. */
export interface Admission {
  /** What the person would read in the shift. */
  reads: string[];
  /** What would be theirs to read, and may not be. */
  unfit: string[];
  /** What would have no reader through others: a position that nobody can hold, or somebody else who may not read it. */
  uncovered: string[];
}

/** The time lines are those of the schedule without and with the person on the shift. */
export function computeAdmission(
  before: StudyTimeline,
  after: StudyTimeline,
  shift: { date: LocalDate; shiftType: ShiftType; personId: PersonId },
): Admission {
  const found = { reads: new Set<string>(), unfit: new Set<string>(), uncovered: new Set<string>() };
  for (const [key, cells] of after) {
    for (const cell of cells) {
      if (cell.date !== shift.date || cell.cause === 'NO_RULE') continue;
      const { label } = cell.demand;
      const isTheirs = cell.shiftType === shift.shiftType && cell.entry?.personId === shift.personId;
      if (isTheirs) (cell.cause === null ? found.reads : found.unfit).add(label);
      else if (cell.cause !== null && losesReader(cell, before.get(key) ?? [], shift.shiftType)) {
        found.uncovered.add(label);
      }
    }
  }
  const { reads, unfit, uncovered } = found;
  return { reads: [...reads].sort(), unfit: [...unfit].sort(), uncovered: [...uncovered].sort() };
}

/** Somebody reads it now, or the position is one that two body-only readers leave to nobody (R4). */
function losesReader(cell: StudyCell, before: readonly StudyCell[], shiftType: ShiftType): boolean {
  const { position } = cell.demand;
  const isLeft = cell.shiftType === null && position !== null && shiftTypesOf(position).includes(shiftType);
  return isLeft || before.some((was) => was.cause === null && was.from < cell.to && was.to > cell.from);
}
