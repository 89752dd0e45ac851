import type { Job, JobProgress, JobType } from '#src/domain/job.ts';
import type { Actor } from '#src/domain/user.ts';
import type { JobPayload } from '#src/services/job-payloads.ts';
import type { Services } from '#src/services/services.ts';

/** What one attempt of a job is given. */
export interface JobRun<T extends JobType> {
  job: Job;
  payload: JobPayload<T>;
  /** Wired for this attempt: what it commits is refused once a later attempt has begun. */
  services: Services;
  actor: Actor;
  /** Aborts when the job is cancelled, out of time, or its worker stops. */
  signal: AbortSignal;
  progress(progress: JobProgress): void;
}

/** How a job ended: done, or not for a reason that a retry can or cannot mend. */
export type JobOutcome =
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; code: string; message: string; result: unknown; retry: boolean };

export interface JobHandler<T extends JobType> {
  type: T;
  /** How long one attempt may take. */
  timeLimitMs: number;
  run(run: JobRun<T>): Promise<JobOutcome>;
}
