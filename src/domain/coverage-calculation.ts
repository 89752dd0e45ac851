import type { CalculationId, HospitalId, UserId, VersionId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { ValidationMessage } from './validation.ts';

/** A coverage that was calculated and kept. */
export interface CoverageCalculation {
  id: CalculationId;
  versionId: VersionId;
  hospitalId: HospitalId;
  /** The department's date on which it was calculated. */
  calculatedOn: LocalDate;
  /** Schedule dates, both included. */
  from: LocalDate;
  to: LocalDate;
  byPosition: Record<string, { desired: number; assigned: number }>;
  /** The whole answer as it was presented. */
  summary: unknown;
  messages: ValidationMessage[];
  queryCount: number | null;
  calculatedAt: string;
  calculatedBy: UserId;
}
