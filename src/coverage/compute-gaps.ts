/**
 * R9: every gap of a time line, each one run of a study in one window with the same cause, position and person.
 *
 * Nobody is on MidC on 9 April: `Ashby CT Neuro` from 17:00 to 00:00 is one gap, POSITION_EMPTY; `Brook US`, whose row has
 * no mark, another, NO_RULE.
 */
import { continuesRun } from './continues-run.ts';
import type { Gap } from './gap.ts';
import type { HoleCause, StudyCell } from './study-cell.ts';
import type { StudyTimeline } from './study-timeline.ts';

/** By time, then hospital and study. */
export function computeGaps(timeline: StudyTimeline): Gap[] {
  const gaps: Gap[] = [];
  for (const cells of timeline.values()) {
    let open: { gap: Gap; cell: StudyCell } | null = null;
    for (const cell of cells) {
      if (cell.cause === null) continue;
      if (open && continuesRun(open.cell, cell)) open.gap.to = cell.to;
      else {
        const gap = toGap(cell, cell.cause);
        gaps.push(gap);
        open = { gap, cell };
      }
      open.cell = cell;
    }
  }
  const order = (a: Gap, b: Gap): number =>
    a.from - b.from || compare(a.hospital, b.hospital) || compare(a.study, b.study);
  return gaps.sort(order);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toGap(cell: StudyCell, cause: HoleCause): Gap {
  const { hospital, study, label, position } = cell.demand;
  return {
    scheduleDate: cell.date,
    hospital,
    study,
    label,
    from: cell.from,
    to: cell.to,
    window: cell.window,
    cause,
    position,
    person: cell.person?.name ?? null,
  };
}
