import type { Job } from '#src/domain/job.ts';

/** The JSON document of a job. */
export function presentJob(job: Job) {
  const { errorCode, errorMessage, requestedFrom: _, ...rest } = job;
  return { ...rest, error: errorCode === null ? null : { code: errorCode, message: errorMessage } };
}
