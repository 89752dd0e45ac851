import type { HospitalId, JobId, UserId } from './ids.ts';

export const JOB_STATUSES = ['PENDING', 'PROCESSING', 'COMPLETE', 'FAILED', 'RETRY'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Whether nothing more comes of it, unless somebody retries it by hand. */
export const hasEnded = (status: JobStatus): boolean => status === 'COMPLETE' || status === 'FAILED';

export const JOB_TYPES = [
  'ODS_IMPORT',
  'AMION_IMPORT',
  'COVERAGE',
  'WORKFLOW',
  'AMION_PULL',
  'CLEAN_UP',
] as const;
export type JobType = (typeof JOB_TYPES)[number];

/** The three phases of a workflow (R11); any other job has one of them. */
export type JobPhase = 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE';
export type JobStep = 'reading' | 'fetching' | 'storing' | 'stored' | 'calculating' | 'calculated';

/** How far long work is. */
export interface JobProgress {
  phase: JobPhase;
  step: JobStep;
  /** Of `total`, which is 0 where nobody knows it yet. */
  done: number;
  total: number;
  /** The step in words, with what it is about: `2 of 3 months fetched from Amion`. */
  message: string;
}

/** The record of a background job, whichever engine runs it. */
export interface Job {
  id: JobId;
  type: string;
  payload: unknown;
  status: JobStatus;
  result: unknown;
  /** Why it failed: a code for programs, a text for people. Cancelled is FAILED with `CANCELLED`. */
  errorCode: string | null;
  errorMessage: string | null;
  retryCount: number;
  maxRetries: number;
  /** Counts every start; what an older attempt would commit is refused. */
  attempt: number;
  progress: JobProgress | null;
  hospitalId: HospitalId | null;
  requestedBy: UserId | null;
  /** Address that it was asked from, for audit rows; null: this machine. */
  requestedFrom: string | null;
  worker: string | null;
  /** Not before this instant. */
  runAfter: string;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

export const JOB_ACTIONS = ['cancel', 'retry'] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

const allowed: Record<JobAction, readonly JobStatus[]> = {
  cancel: ['PENDING', 'RETRY', 'PROCESSING'],
  retry: ['FAILED'],
};

/** One table for server and button alike. */
export function jobCan(action: JobAction, status: JobStatus): boolean {
  return allowed[action].includes(status);
}

/** Waiting time before retry number `retry` (from 1): doubling from 2 s to 5 min, with `random` (0 to 1) as jitter of a half. */
export function retryDelayMs(retry: number, random: number): number {
  const full = Math.min(2_000 * 2 ** (retry - 1), 300_000);
  return Math.round(full * (0.5 + random / 2));
}
