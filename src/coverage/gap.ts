import type { LocalDate } from '../domain/local-date.ts';
import type { EpochMinute } from '../domain/zone-clock.ts';
import type { HoleCause } from './study-cell.ts';

/** An interval in which a study has no reader who may read it (R9). */
export interface Gap {
  scheduleDate: LocalDate;
  hospital: string;
  study: string;
  label: string;
  from: EpochMinute;
  to: EpochMinute;
  window: string;
  cause: HoleCause;
  position: string | null;
  /** With SPECIALTY_MISMATCH: who holds the position and may not read. */
  person: string | null;
}
