import type { CoverageRule, Reader, RosterEntry, ShiftInstance } from '../domain/coverage-facts.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Position, Scenario, ShiftType } from '../domain/shift-type.ts';
import type { StudyType } from '../domain/specialty.ts';
import type { EpochMinute } from '../domain/zone-clock.ts';

/** Why a listed study has no reader: what required hours lack. */
export type HoleCause = 'NO_RULE' | 'POSITION_EMPTY' | 'SPECIALTY_MISMATCH';

/** Why a study has no reader. The last two are answers to a question, never required hours. */
export type GapCause = HoleCause | 'NOT_LISTED' | 'NO_WINDOW';

/** What one window of one schedule date asks for one study. */
export interface StudyDemand {
  hospital: string;
  study: string;
  label: string;
  studyType: StudyType;
  /** Null: the row has no mark. */
  position: Position | null;
  /** Length of the window by the clock, in minutes: the narrowest decides (R7). */
  width: number;
  /** On a tie the lower one decides: the earlier sheet, or the earlier row of a flat list. */
  order: number;
  /** The rule of a matrix, or the instance of a flat list. */
  source: { rule: CoverageRule } | { instance: ShiftInstance };
}

/** A run of time in which one window of one date decides one study with one holder (R9, after R7). */
export interface StudyCell {
  demand: StudyDemand;
  date: LocalDate;
  from: EpochMinute;
  to: EpochMinute;
  /** `17:00-00:00`. */
  window: string;
  /** In force for the window's category at the time; null for a flat list. */
  scenario: Scenario | null;
  shiftType: ShiftType | null;
  entry: RosterEntry | null;
  /** Who holds the position; with cause SPECIALTY_MISMATCH the person who may not read it. */
  person: Reader | null;
  /** Null: `person` reads it. */
  cause: HoleCause | null;
}
