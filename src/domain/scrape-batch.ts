import type { Accounting } from './accounting.ts';
import type { BatchId, HospitalId, JobId, UserId, VersionId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { ValidationResult } from './validation.ts';

export const BATCH_STATES = ['PENDING', 'COMPLETE', 'FAILED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
export const BATCH_SOURCES = ['MATRIX', 'LIST', 'ROSTER'] as const;
export type BatchSource = (typeof BATCH_SOURCES)[number];

/** One import from one source (R11). */
export interface ScrapeBatch {
  id: BatchId;
  hospitalId: HospitalId;
  state: BatchState;
  source: BatchSource;
  sourceName: string | null;
  /** Instant of which a roster's data is (Amion's own stamp), where it says so. */
  sourceAsOf: string | null;
  versionId: VersionId | null;
  /** The background job that it belongs to. */
  jobId: JobId | null;
  from: LocalDate;
  to: LocalDate;
  scrapedAt: string;
  completedAt: string | null;
  rowCount: number;
  checksum: string | null;
  errorMessage: string | null;
  accounting: Accounting | null;
  validation: ValidationResult | null;
  createdAt: string;
  createdBy: UserId;
}
