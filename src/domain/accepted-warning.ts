import type { HospitalId, UserId } from './ids.ts';

/** A known oddity that a department has accepted, with its reason, until withdrawn (R10). */
export interface AcceptedWarning {
  id: string;
  hospitalId: HospitalId;
  /** The stable key of the message (`context.key`). */
  key: string;
  code: string;
  reason: string;
  acceptedAt: string;
  acceptedBy: UserId;
}
