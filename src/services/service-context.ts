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

/** What long work tells whoever watches; `total` 0 where it is not known. */
export interface Progress {
  phase: 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE';
  step: string;
  done: number;
  total: number;
}
export type OnProgress = (progress: Progress) => void;

/** A file as a caller hands it over. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}
