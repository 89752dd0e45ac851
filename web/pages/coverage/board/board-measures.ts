/** Sizes that style sheet and scrolling have in common, in px. */
export interface BoardMeasures {
  /** The column of the studies, always in sight. */
  side: number;
  /** The lines of dates and hours, always in sight. */
  head: number;
  hospital: number;
  study: number;
}

const WIDE: BoardMeasures = { side: 184, head: 50, hospital: 28, study: 28 };
/** Rows as high as a thumb asks for. */
const NARROW: BoardMeasures = { side: 112, head: 50, hospital: 28, study: 36 };

export const measuresFor = (width: number): BoardMeasures => (width < 640 ? NARROW : WIDE);
