import { JOB_STATUSES, JOB_TYPES, type JobStatus, type JobType } from '#src/domain/job.ts';
import { wordOf } from '#web/router/search-text.ts';

export interface JobsSearch {
  status?: JobStatus;
  type?: JobType;
  /** `all`: of every department, and standing work; for an administrator. */
  of?: 'all';
}

export const validateJobs = (search: Record<string, unknown>): JobsSearch => {
  const status = wordOf(search, 'status', JOB_STATUSES);
  const type = wordOf(search, 'type', JOB_TYPES);
  const of = wordOf(search, 'of', ['all'] as const);
  return { ...(status && { status }), ...(type && { type }), ...(of && { of }) };
};
