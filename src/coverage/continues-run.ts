/**
 * A run of a study goes on while nothing about it changes: window, date, cause, position and person.
 *
 * ON1 of 9 April is `---` from 22:00 to 00:00 and again from 00:00 to 03:00. In the window 22:00-01:00 that is one run;
 * at 01:00 another window begins, and with it another run.
 */
import type { StudyCell } from './study-cell.ts';

/** Whether a cell goes on where the one before it ends, in the same run. */
export function continuesRun(before: StudyCell, after: StudyCell): boolean {
  return (
    before.to === after.from &&
    before.date === after.date &&
    before.cause === after.cause &&
    before.demand.position === after.demand.position &&
    before.person?.id === after.person?.id &&
    sameWindow(before, after)
  );
}

function sameWindow(a: StudyCell, b: StudyCell): boolean {
  const [x, y] = [a.demand.source, b.demand.source];
  if ('rule' in x && 'rule' in y) return x.rule.sheetIndex === y.rule.sheetIndex;
  return 'instance' in x && 'instance' in y && x.instance === y.instance;
}
