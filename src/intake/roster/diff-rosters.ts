/**
 * Two rosters compared shift by shift: who came, who went, who changed places, whose hours moved, whom nobody knows.
 *
 * ON1 of 18 April: before Grantham 22:00-07:00, after Dunmore 22:00-07:00: swapped. The same person from 21:00: hours. Somebody who
 * is in no list of people: unknown; the shift counts as vacant until the name is known.
 */
import type { RosterEntry, ScheduleFacts } from '../../domain/coverage-facts.ts';
import type { RosterEntryId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ShiftType } from '../../domain/shift-type.ts';
import { groupByShift } from './build-assignments.ts';

export type RosterDifferenceKind = 'new' | 'gone' | 'swapped' | 'hours' | 'unknown';

export interface RosterDifference {
  date: LocalDate;
  shiftType: ShiftType;
  kind: RosterDifferenceKind;
  /**
   * Who holds it, by start: `Dunmore, Otis 01:00-04:00`, `nobody` for a vacancy, a name as the roster writes it where nobody knows
   * it; empty where no row names the shift.
   */
  before: string[];
  after: string[];
}

type Roster = Pick<ScheduleFacts, 'entries' | 'readers'>;
type UnknownNames = ReadonlyMap<RosterEntryId, string>;

/** `unknown`: entries of `after` that name somebody whom nobody knows. */
export function diffRosters(
  before: Roster,
  after: Roster,
  unknown: UnknownNames = new Map(),
): RosterDifference[] {
  const [a, b] = [groupByShift(before.entries), groupByShift(after.entries)];
  return shiftsOf(a, b).flatMap(({ key, date, shiftType }) => {
    const [was, is] = [a.get(key) ?? [], b.get(key) ?? []];
    const kind = namesStranger(was, is, unknown) ? 'unknown' : kindOf(was, is);
    if (!kind) return [];
    return [{ date, shiftType, kind, before: wordsOf(before, was), after: wordsOf(after, is, unknown) }];
  });
}

const byStart = (a: RosterEntry, b: RosterEntry): number =>
  (a.start ?? '').localeCompare(b.start ?? '') || (a.line ?? 0) - (b.line ?? 0);

/** Whether a row names somebody unknown; no news where the vacancy of before came from the same row. */
function namesStranger(
  was: readonly RosterEntry[],
  is: readonly RosterEntry[],
  unknown: UnknownNames,
): boolean {
  return is.some((entry) => unknown.has(entry.id) && !was.some(({ text }) => text === entry.text));
}

function kindOf(was: readonly RosterEntry[], is: readonly RosterEntry[]): RosterDifferenceKind | null {
  const people = (entries: readonly RosterEntry[]): string =>
    [...entries]
      .sort(byStart)
      .map((entry) => entry.personId ?? '---')
      .join(' ');
  const hours = (entries: readonly RosterEntry[]): string =>
    [...entries]
      .sort(byStart)
      .map((entry) => `${entry.start}-${entry.end}`)
      .join(' ');
  const held = (entries: readonly RosterEntry[]): boolean => entries.some((entry) => entry.personId !== null);
  if (people(was) === people(is)) return hours(was) === hours(is) ? null : 'hours';
  if (!held(was)) return held(is) ? 'new' : null;
  return held(is) ? 'swapped' : 'gone';
}

function wordsOf(
  roster: Roster,
  entries: readonly RosterEntry[],
  unknown: UnknownNames = new Map(),
): string[] {
  return [...entries].sort(byStart).map((entry) => {
    const held = entry.personId ? (roster.readers.get(entry.personId)?.name ?? entry.personId) : 'nobody';
    const name = unknown.get(entry.id) ?? held;
    return entry.start ? `${name} ${entry.start}-${entry.end}` : name;
  });
}

/** The shifts of either, by date and shift type. */
export function shiftsOf<T extends { date: LocalDate; shiftType: ShiftType }>(
  a: ReadonlyMap<string, readonly T[]>,
  b: ReadonlyMap<string, readonly T[]>,
): { key: string; date: LocalDate; shiftType: ShiftType }[] {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  return keys.flatMap((key) => {
    const [item] = a.get(key) ?? b.get(key) ?? [];
    return item ? [{ key, date: item.date, shiftType: item.shiftType }] : [];
  });
}
