/**
 * R16, changes by hand: which roster entries go and which come when somebody is assigned, unassigned or swapped.
 *
 * ON1 on 18 April is Grantham 22:00-07:00. Assigning Dunmore from 01:00 to 04:00 leaves Grantham 22:00-01:00 and
 * 04:00-07:00 and puts Dunmore between. Unassigning Grantham leaves a vacancy with his hours.
 */
import { type ClockSpan, clockMinutes, minuteOfDay, toClockTime } from '../../domain/clock-time.ts';
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { categoryOf, type ShiftType } from '../../domain/shift-type.ts';

/** A shift type on a date, with who holds it now. */
export interface HeldShift {
  date: LocalDate;
  shiftType: ShiftType;
  entries: readonly RosterEntry[];
  /** Hours that its windows ask for: what an entry without hours is taken to last when it is cut. */
  hours: ClockSpan;
}

/** Who is to hold which hours; `hours` null: the whole shift. */
export interface EntryDraft {
  date: LocalDate;
  shiftType: ShiftType;
  personId: PersonId | null;
  hours: ClockSpan | null;
}

export interface EntryChange {
  removed: RosterEntry[];
  added: EntryDraft[];
}

const DAY = 24 * 60;

/** Minutes on a line on which the parts of a night stand in order: hours before the rollover hour come last. */
interface Stretch {
  from: number;
  to: number;
}

function stretchOf(span: ClockSpan, shiftType: ShiftType, rollover: number): Stretch {
  const start = minuteOfDay(span.start);
  const from = categoryOf(shiftType) !== 'DAY' && start < rollover ? start + DAY : start;
  return { from, to: from + clockMinutes(span) };
}

const spanOf = (stretch: Stretch): ClockSpan => ({
  start: toClockTime(stretch.from),
  end: toClockTime(stretch.to),
});

const entrySpan = (entry: RosterEntry, shift: HeldShift): ClockSpan =>
  entry.start && entry.end ? { start: entry.start, end: entry.end } : shift.hours;

/** `personId` takes the shift, or the hours of it; whoever held them keeps the rest. */
export function assignShift(
  shift: HeldShift,
  personId: PersonId | null,
  hours: ClockSpan | null,
  rollover: number,
): EntryChange {
  const { date, shiftType } = shift;
  const taken: EntryDraft = { date, shiftType, personId, hours };
  if (hours === null) return { removed: [...shift.entries], added: [taken] };
  const cut = stretchOf(hours, shiftType, rollover);
  const held = shift.entries.length > 0 ? shift.entries : [];
  const removed: RosterEntry[] = [];
  const added: EntryDraft[] = [];
  for (const entry of held) {
    const own = stretchOf(entrySpan(entry, shift), shiftType, rollover);
    if (own.to <= cut.from || own.from >= cut.to) {
      if (entry.start !== null || held.length > 1) continue;
    }
    removed.push(entry);
    const keeps = [
      { from: own.from, to: Math.min(own.to, cut.from) },
      { from: Math.max(own.from, cut.to), to: own.to },
    ];
    for (const rest of keeps) {
      if (rest.from < rest.to) added.push({ date, shiftType, personId: entry.personId, hours: spanOf(rest) });
    }
  }
  if (held.length === 0) added.push(...vacantAround(shift, cut, rollover));
  return { removed, added: [...added, taken] };
}

/** A part of a shift that nobody held leaves its other hours open, so that they don't fall to the nearest part (R15). */
function vacantAround(shift: HeldShift, cut: Stretch, rollover: number): EntryDraft[] {
  const { date, shiftType } = shift;
  const whole = stretchOf(shift.hours, shiftType, rollover);
  const rests = [
    { from: whole.from, to: Math.min(whole.to, cut.from) },
    { from: Math.max(whole.from, cut.to), to: whole.to },
  ];
  return rests.flatMap((rest) =>
    rest.from < rest.to ? [{ date, shiftType, personId: null, hours: spanOf(rest) }] : [],
  );
}

/** The person's hours (or the given ones of them) become a vacancy. Nothing to remove where they hold nothing. */
export function unassignShift(
  shift: HeldShift,
  personId: PersonId,
  hours: ClockSpan | null,
  rollover: number,
): EntryChange {
  const { date, shiftType } = shift;
  const own = shift.entries.filter((entry) => entry.personId === personId);
  if (own.length === 0) return { removed: [], added: [] };
  if (hours === null) {
    const added = own.map((entry): EntryDraft => {
      const whole = shift.entries.length === 1;
      return { date, shiftType, personId: null, hours: whole ? null : entrySpan(entry, shift) };
    });
    return { removed: own, added };
  }
  return handOver(shift, personId, null, hours, rollover);
}

/** The given hours of what `from` holds go to `to`; `from` keeps the rest. Nothing where `from` holds none of them. */
function handOver(
  shift: HeldShift,
  from: PersonId,
  to: PersonId | null,
  hours: ClockSpan,
  rollover: number,
): EntryChange {
  const { date, shiftType } = shift;
  const cut = stretchOf(hours, shiftType, rollover);
  const change: EntryChange = { removed: [], added: [] };
  for (const entry of shift.entries.filter(({ personId }) => personId === from)) {
    const mine = stretchOf(entrySpan(entry, shift), shiftType, rollover);
    const gone = { from: Math.max(mine.from, cut.from), to: Math.min(mine.to, cut.to) };
    if (gone.from >= gone.to) continue;
    change.removed.push(entry);
    for (const rest of [
      { from: mine.from, to: gone.from },
      { from: gone.to, to: mine.to },
    ]) {
      if (rest.from < rest.to) change.added.push({ date, shiftType, personId: from, hours: spanOf(rest) });
    }
    change.added.push({ date, shiftType, personId: to, hours: spanOf(gone) });
  }
  return change;
}

/** Who holds a shift, or the given hours of it, each once. */
export function listHolders(shift: HeldShift, hours: ClockSpan | null, rollover: number): PersonId[] {
  const asked = hours && stretchOf(hours, shift.shiftType, rollover);
  const within = shift.entries.filter((entry) => {
    const own = stretchOf(entrySpan(entry, shift), shift.shiftType, rollover);
    return asked === null || (own.from < asked.to && asked.from < own.to);
  });
  return [...new Set(within.flatMap(({ personId }) => personId ?? []))];
}

/** Two people change places: each takes what the other held, in the given hours or the whole of it (`hours` null). */
export function swapShifts(
  first: HeldShift,
  one: PersonId,
  second: HeldShift,
  other: PersonId,
  hours: ClockSpan | null,
  rollover: number,
): EntryChange {
  const take = (shift: HeldShift, from: PersonId, to: PersonId): EntryChange => {
    if (hours) return handOver(shift, from, to, hours, rollover);
    const removed = shift.entries.filter((entry) => entry.personId === from);
    const added = removed.map((entry) => ({
      date: shift.date,
      shiftType: shift.shiftType,
      personId: to,
      hours: entry.start && entry.end ? { start: entry.start, end: entry.end } : null,
    }));
    return { removed, added };
  };
  const [a, b] = [take(first, one, other), take(second, other, one)];
  return { removed: [...a.removed, ...b.removed], added: [...a.added, ...b.added] };
}
