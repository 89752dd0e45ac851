import type { Job } from '#web/client/job.ts';
import type { ImportOrder } from '../import-result.ts';

/** How an import is to run again. */
export interface RunOptions {
  /** Names on the roster that are left out: a partial import. */
  leftOut: ReadonlySet<string>;
  allowPartial: boolean;
  createHospitals: boolean;
  matrix: readonly File[];
  reports: readonly File[];
  people: readonly File[];
}

export const optionsOf = ({ allowPartial, createHospitals }: ImportOrder): RunOptions => ({
  ...{ allowPartial, createHospitals, leftOut: new Set() },
  ...{ matrix: [], reports: [], people: [] },
});

export const isPartial = ({ allowPartial, leftOut }: RunOptions): boolean => allowPartial || leftOut.size > 0;

/**
 * How to run it again: `retry` goes on with the same job, which keeps what it has stored; `like` is a new one with other
 * files or options, or after one that ended well. Null: not at all.
 */
export function wayAgain(
  job: Pick<Job, 'type' | 'status'>,
  order: ImportOrder,
  options: RunOptions,
): 'retry' | 'like' | null {
  const files = options.matrix.length + options.reports.length + options.people.length;
  const isOther =
    files > 0 ||
    isPartial(options) !== order.allowPartial ||
    options.createHospitals !== order.createHospitals;
  if (job.status === 'FAILED' && !isOther) return 'retry';
  if (job.type !== 'WORKFLOW' || (job.status !== 'FAILED' && job.status !== 'COMPLETE')) return null;
  return 'like';
}
