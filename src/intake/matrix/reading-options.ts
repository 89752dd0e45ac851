import type { ClockTime } from '#src/domain/clock-time.ts';
import type { KnownHospital, MatrixReading } from '#src/domain/matrix.ts';

/** How a workbook is to be understood. */
export interface ReadingOptions {
  /** Null: none are given, so the first word of a label is its hospital and nothing is unknown. */
  hospitals: readonly KnownHospital[] | null;
  /** Otherwise told by the content. */
  layout?: 'matrix' | 'list' | undefined;
  /** Names that nobody knows become hospitals instead of errors. */
  createHospitals?: boolean | undefined;
  /** The department's rollover hour (R5), 08:00 where it is not given. */
  rollover?: ClockTime | undefined;
  /** Non-empty cells of all sheets of a matrix at most: it is understood as a whole, and hundreds of times what one needs is none. */
  gridCells?: number | undefined;
}

export interface BuiltReading extends MatrixReading {
  /** Codes of hospitals to be made, in the order of their appearance; only with `createHospitals`. */
  createdHospitals: string[];
}
