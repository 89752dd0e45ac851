import type { AssignmentSource } from './coverage-facts.ts';
import type { AssignmentId, PersonId, RosterEntryId, ShiftInstanceId } from './ids.ts';
import type { LocalDate } from './local-date.ts';

/** A person on a shift instance, because of a roster entry. */
export interface Assignment {
  id: AssignmentId;
  personId: PersonId;
  instanceId: ShiftInstanceId;
  /** Schedule date, the instance's own. */
  date: LocalDate;
  /** The assignment's name on the roster, as written. */
  originalShiftType: string | null;
  source: AssignmentSource;
  /** The entry from which it follows, and with which it goes. */
  entryId: RosterEntryId | null;
}
