import { type ClockSpan, type ClockTime, clockMinutes, minuteOfDay } from '#src/domain/clock-time.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Person } from '#src/domain/person.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import {
  assignShift,
  type EntryChange,
  type HeldShift,
  listHolders,
  swapShifts,
  unassignShift,
} from '#src/intake/changes/change-entries.ts';

/** What is to change (R16). */
export interface PlannedOrder {
  kind: 'assign' | 'unassign' | 'swap';
  date: LocalDate;
  shiftType: ShiftType;
  /** Hours of the shift (of a swap: of both shifts); null: the whole of it. */
  hours: ClockSpan | null;
  /** Swap: the person's own shift that is given in return; null: the one that they hold on the date. */
  inReturn: { date: LocalDate; shiftType: ShiftType } | null;
}

/** Which entries an order takes away and which it brings. BAD_REQUEST for a shift or hours that there are not, CONFLICT where nothing changes. */
export function planChange(
  order: PlannedOrder,
  facts: ScheduleFacts,
  person: Person,
  people: readonly Person[],
): EntryChange {
  const rollover = minuteOfDay(facts.rolloverHour);
  const shift = heldShift(facts, order.date, order.shiftType);
  if (order.hours) requireLength(order.hours);
  if (order.kind !== 'unassign') requireActive(person);
  if (order.kind === 'assign') {
    if (order.hours) requireHours(shift, order.hours, rollover);
    const [only] = shift.entries;
    if (!order.hours && shift.entries.length === 1 && only?.personId === person.id) {
      throw new CodedError('CONFLICT', `${person.name} holds ${order.shiftType} on ${order.date} already.`);
    }
    return assignShift(shift, person.id, order.hours, rollover);
  }
  if (order.kind === 'unassign') {
    const change = unassignShift(shift, person.id, order.hours, rollover);
    if (change.removed.length > 0) return change;
    throw new CodedError(
      'CONFLICT',
      `${person.name} does not hold ${order.shiftType} on ${order.date}${order.hours ? ' in these hours' : ''}.`,
    );
  }
  return planSwap(order, facts, shift, person, people, rollover);
}

function planSwap(
  order: PlannedOrder,
  facts: ScheduleFacts,
  shift: HeldShift,
  person: Person,
  people: readonly Person[],
  rollover: number,
): EntryChange {
  const { hours } = order;
  const holders = listHolders(shift, hours, rollover).filter((id) => id !== person.id);
  const [holder] = holders;
  if (!holder || holders.length > 1) {
    const says = holder
      ? 'is held by several people; assign its parts instead'
      : 'is held by nobody to swap with; assign it instead';
    throw new CodedError('CONFLICT', `${order.shiftType} on ${order.date} ${says}.`);
  }
  const other = people.find(({ id }) => id === holder);
  if (other) requireActive(other);
  const own = facts.entries.filter((entry) => entry.personId === person.id);
  const wanted = order.inReturn;
  const given = own.filter((entry) =>
    wanted
      ? entry.date === wanted.date && entry.shiftType === wanted.shiftType
      : entry.date === order.date && entry.shiftType !== order.shiftType,
  );
  const types = [...new Set(given.map((entry) => entry.shiftType))];
  const [type] = types;
  if (!type || types.length > 1) {
    const holderName = other?.name ?? 'the other';
    const says = type
      ? `${person.name} holds ${types.join(' and ')} on ${order.date}; say which one ${holderName} takes`
      : `${person.name} holds no shift on ${wanted?.date ?? order.date} that ${holderName} could take; assign instead`;
    throw new CodedError('CONFLICT', `${says}.`);
  }
  const inReturn = heldShift(facts, wanted?.date ?? order.date, type);
  if (hours && !listHolders(inReturn, hours, rollover).includes(person.id)) {
    throw new CodedError(
      'CONFLICT',
      `${person.name} holds no hours of ${type} on ${inReturn.date} between ${hours.start} and ${hours.end} to give in return; assign instead.`,
    );
  }
  return swapShifts(shift, holder, inReturn, person.id, hours, rollover);
}

/** BAD_REQUEST for somebody who is disabled: nobody puts them on call, they can only be taken off. */
function requireActive({ name, email, active }: Person): void {
  if (active) return;
  const says = `${name} is disabled and takes no shift. Choose somebody else, or enable ${name} again first.`;
  throw new CodedError('BAD_REQUEST', says, { email });
}

/** BAD_REQUEST for a part that ends when it begins. */
export function requireLength({ start, end }: ClockSpan): void {
  if (start !== end) return;
  throw new CodedError(
    'BAD_REQUEST',
    `A part of a shift that ends at ${end}, when it begins, has no hours. Leave both out for the whole shift.`,
  );
}

/** A shift as it is held, with the hours that its instances ask for. BAD_REQUEST where the date has no such shift. */
export function heldShift(facts: ScheduleFacts, date: LocalDate, shiftType: ShiftType): HeldShift {
  const instances = facts.instances.filter((i) => i.date === date && i.shiftType === shiftType);
  const rollover = minuteOfDay(facts.rolloverHour);
  const stretches = instances.map((instance) => onLine(instance, shiftType, rollover));
  const [first] = [...stretches].sort((a, b) => a.from - b.from);
  const [last] = [...stretches].sort((a, b) => b.to - a.to);
  if (!first || !last) {
    throw new CodedError(
      'BAD_REQUEST',
      `The schedule has no shift ${shiftType} on ${date}. See its coverage for those it has.`,
    );
  }
  const entries = facts.entries.filter((e) => e.date === date && e.shiftType === shiftType);
  return { date, shiftType, entries, hours: { start: first.start, end: last.end } };
}

/** Hours on a line on which those of a night before the rollover hour come last (R5). */
function onLine(
  { start, end }: ClockSpan,
  shiftType: ShiftType,
  rollover: number,
): { from: number; to: number; start: ClockTime; end: ClockTime } {
  const minute = minuteOfDay(start);
  const from = shiftType !== 'DAY' && minute < rollover ? minute + 24 * 60 : minute;
  return { from, to: from + clockMinutes({ start, end }), start, end };
}

/** BAD_REQUEST for hours outside the shift: they would take the nearest of its hours from whoever holds them (R15). */
export function requireHours(shift: HeldShift, hours: ClockSpan, rollover: number): void {
  const asked = onLine(hours, shift.shiftType, rollover);
  const held = shift.entries.flatMap(({ start, end }) => (start && end ? [{ start, end }] : []));
  const inside = [shift.hours, ...held].some((span) => {
    const own = onLine(span, shift.shiftType, rollover);
    return asked.from < own.to && own.from < asked.to;
  });
  if (inside) return;
  const { start, end } = shift.hours;
  const says = `${shift.shiftType} on ${shift.date} is ${start}-${end}; ${hours.start}-${hours.end} lies outside it.`;
  throw new CodedError('BAD_REQUEST', says);
}
