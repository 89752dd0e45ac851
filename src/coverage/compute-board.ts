/**
 * A version as a board to look at: for each study, in the order of the matrix, who reads it from when to when.
 *
 * Saturday, `Allen US`: MidL (Cole) from 17:00 to 22:00 in the wide window, MidC (Ames) from 22:00 to 00:00 in the narrower
 * one (R7), then nobody until 01:00, as no window lists it. Of 17 April the night 1 am - 8 am lies on the 18th.
 */
import type { Reader, ScheduleFacts } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { timelineOf } from './compute-diff.ts';
import { continuesRun } from './continues-run.ts';
import { type MatrixRow, matrixOrder } from './matrix-order.ts';
import type { StudyCell } from './study-cell.ts';

/** A run of one reader, cause, position, window and scenario. */
export type BoardRun = Pick<
  StudyCell,
  'from' | 'to' | 'window' | 'scenario' | 'shiftType' | 'person' | 'cause'
> & {
  scheduleDate: LocalDate;
  position: string | null;
};

export interface BoardRow extends MatrixRow {
  /** In order of time, without overlap; none where no window of the dates lists the study. */
  runs: BoardRun[];
}

export interface Board {
  /** Everybody who stands in a run, by name. */
  people: Reader[];
  /** Every study of the matrix, also those without a run. */
  rows: BoardRow[];
}

/** The runs of schedule dates `from` to `to`; `facts` may reach further, so that a window beside them can be the narrower one. */
export function computeBoard(facts: ScheduleFacts, from: LocalDate, to: LocalDate): Board {
  const timeline = timelineOf(facts);
  const people = new Map<string, Reader>();
  const rows = [...matrixOrder(facts)].map(([key, row]) => {
    const shown = (timeline.get(key) ?? []).filter(({ date }) => from <= date && date <= to);
    for (const { person } of shown) if (person) people.set(person.id, person);
    return { ...row, runs: toRuns(shown) };
  });
  const order = (a: Reader, b: Reader): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return { people: [...people.values()].sort(order), rows };
}

function toRuns(cells: readonly StudyCell[]): BoardRun[] {
  const runs: BoardRun[] = [];
  let before: StudyCell | null = null;
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last && before && continuesRun(before, cell) && before.scenario === cell.scenario) last.to = cell.to;
    else runs.push(toRun(cell));
    before = cell;
  }
  return runs;
}

function toRun({ demand, date, from, to, window, scenario, shiftType, person, cause }: StudyCell): BoardRun {
  return {
    ...{ scheduleDate: date, from, to, window, scenario },
    ...{ position: demand.position, shiftType, person, cause },
  };
}
