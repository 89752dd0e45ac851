import type { BatchId, HospitalId, UserId, VersionId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { ValidationResult } from './validation.ts';

export const VERSION_STATUSES = ['STAGING', 'PRODUCTION', 'ARCHIVED'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** Everything for one department and period. */
export interface ScheduleVersion {
  id: VersionId;
  hospitalId: HospitalId;
  /** Code of the department. */
  department: string;
  status: VersionStatus;
  from: LocalDate;
  to: LocalDate;
  batchId: BatchId | null;
  validation: ValidationResult | null;
  createdAt: string;
  createdBy: UserId;
  updatedAt: string;
  updatedBy: UserId;
}

export const VERSION_ACTIONS = ['import', 'change', 'promote', 'archive', 'copy', 'delete'] as const;
export type VersionAction = (typeof VERSION_ACTIONS)[number];

/** R10 as one table, for server and button alike. */
const allowed: Record<VersionAction, readonly VersionStatus[]> = {
  import: ['STAGING'],
  change: ['STAGING', 'PRODUCTION'],
  promote: ['STAGING'],
  archive: ['STAGING', 'PRODUCTION'],
  copy: ['STAGING', 'PRODUCTION', 'ARCHIVED'],
  delete: ['STAGING'],
};

export function versionCan(action: VersionAction, status: VersionStatus): boolean {
  return allowed[action].includes(status);
}

/** Dates for which a production version is the one in force, both included. */
export interface ProductionPeriod {
  versionId: VersionId;
  hospitalId: HospitalId;
  from: LocalDate;
  to: LocalDate;
}
