import type { ShiftPart, usualHours } from './roster-grid.ts';

/** What is shown of a shift, and what a press on it does: the same in the table and in the list of days. */
export interface PlanView {
  today: string;
  find: string;
  mayChange: boolean;
  usual: ReturnType<typeof usualHours>;
  open(part: ShiftPart): void;
}
