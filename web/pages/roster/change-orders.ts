/** What is asked of the server when somebody takes, leaves or swaps a shift. */
import type { Schemas } from '#web/client/api.ts';
import { type Hours, hoursOfRow } from './lost-hours.ts';
import type { Shift, ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';

/** A change without its reason. */
export type Order = Omit<Schemas['ChangeOrder'], 'reason' | 'dryRun' | 'replaces'>;

interface Asked {
  part: ShiftPart;
  shift: Shift;
  /** Some hours of the part only; null: all of them. */
  hours: Hours | null;
  version: string | undefined;
}

const hoursFields = (hours: Hours | null) => (hours ? { from: hours.start, to: hours.end } : {});
const isWhole = ({ shift, hours }: Asked): boolean => hours === null && shift.parts.length < 2;
const common = ({ part, version }: Asked) => ({
  ...{ date: part.date, shiftType: part.shiftType },
  ...(version && { version }),
});

/** Nobody is on instead. Null where nobody is on as it is. */
export function leaveOrder(asked: Asked): Order | null {
  const person = asked.part.duty?.person;
  if (!person) return null;
  const hours = isWhole(asked) ? null : (asked.hours ?? hoursOfRow(asked.part));
  return { kind: 'unassign', ...common(asked), person: person.email, ...hoursFields(hours) };
}

/** `email` takes the hours, by the same clock times as whoever held them. */
export const takeOrder = (asked: Asked, email: string): Order => ({
  ...{ kind: 'assign', ...common(asked), person: email },
  ...hoursFields(asked.hours ?? hoursOfRow(asked.part)),
});

/** The holder of `other` takes the part, and whoever holds the part takes `other`. Null where nobody holds `other`. */
export function swapOrder(asked: Asked, other: Duty): Order | null {
  if (!other.person) return null;
  const inReturn = { date: other.scheduleDate, shiftType: other.shiftType };
  const hours = isWhole(asked) ? null : (asked.hours ?? hoursOfRow(asked.part));
  return { kind: 'swap', ...common(asked), person: other.person.email, inReturn, ...hoursFields(hours) };
}

/** The hours for which somebody is looked for, as the list of candidates is asked. */
export const soughtHours = (asked: Asked): Hours | null =>
  isWhole(asked) ? null : (asked.hours ?? hoursOfRow(asked.part));
