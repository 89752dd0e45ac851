import type { JobId } from './ids.ts';

export const JOB_STATUSES = ['PENDING', 'PROCESSING', 'COMPLETE', 'FAILED', 'RETRY'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** The record of a background job, whichever engine runs it. */
export interface Job {
  id: JobId;
  type: string;
  payload: unknown;
  status: JobStatus;
  result: unknown;
  errorMessage: string | null;
  retryCount: number;
  maxRetries: number;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}
