import type { JobProgress } from '#src/domain/job.ts';
import type { Database } from '#src/repositories/database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import type { WorkbookLimits } from '#src/sources/matrix/workbook-limits.ts';

/** What every service is given; made once in main. */
export interface ServiceContext {
  database: Database;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** Encrypts department settings; null where none is configured. */
  secret: string | null;
  /** How much of a workbook is read. */
  limits: WorkbookLimits;
  /** The attempt of a background job that works through these services; null in the foreground. */
  job: JobAttempt | null;
}

/** What long work tells whoever watches. */
export type OnProgress = (progress: JobProgress) => void;

/** Whoever waits for long work: may end it, and hears how far it is. */
export interface Watch {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** A file as a caller hands it over. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}
