import type { HospitalId, UserId } from './ids.ts';

/** Who changed what, when and from where (R14). */
export interface AuditEntry {
  id: string;
  userId: UserId;
  /** Verb in capitals: `VERSION_PROMOTED`. */
  action: string;
  /** What it was done to: `schedule_version:0198…`. */
  resource: string;
  oldValues: unknown;
  newValues: unknown;
  at: string;
  /** Null: this machine. */
  ipAddress: string | null;
  /** The department it belongs to, where it belongs to one. */
  hospitalId: HospitalId | null;
}
