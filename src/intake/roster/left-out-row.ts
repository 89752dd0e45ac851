import type { ClockTime } from '../../domain/clock-time.ts';
import type { ShiftMapping } from '../../domain/department.ts';
import type { PersonId, RosterEntryId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Person } from '../../domain/person.ts';
import type { RosterRow } from '../../domain/roster.ts';
import type { ShiftType } from '../../domain/shift-type.ts';

/** What rows of a roster are judged against. */
export interface RosterContext {
  from: LocalDate;
  to: LocalDate;
  mapping: readonly ShiftMapping[];
  people: readonly Person[];
  /** Members of the department. */
  members: ReadonlySet<PersonId>;
  /** Is there a shift instance of this type on this date? */
  hasInstance(date: LocalDate, shiftType: ShiftType): boolean;
  allowPartial: boolean;
  /** The department's: a part that begins before it lies on the next day (R5). */
  rolloverHour: ClockTime;
  newEntryId(): RosterEntryId;
}

export const IGNORED_REASONS = {
  unmapped: 'not mapped to a shift type',
  listed: 'listed as ignored',
  outside: 'outside the period',
  noInstance: 'no shift of that type on that date',
  duplicate: 'the same row again',
} as const;

/** A row that became nothing, with why. */
export interface LeftOutRow {
  row: RosterRow;
  fate: 'rejected' | 'ignored';
  reason: string;
}
