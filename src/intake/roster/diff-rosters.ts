/**
 * Two rosters compared shift by shift: who came, who went, who changed places, whose hours moved.
 *
 * ON1 of 18 April: before Grantham 22:00-07:00, after Dunmore 22:00-07:00: swapped. The same person from 21:00: hours.
 */
import type { RosterEntry, ScheduleFacts } from '../../domain/coverage-facts.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ShiftType } from '../../domain/shift-type.ts';
import { groupByShift } from './build-assignments.ts';

export type RosterDifferenceKind = 'new' | 'gone' | 'swapped' | 'hours';

export interface RosterDifference {
  date: LocalDate;
  shiftType: ShiftType;
  kind: RosterDifferenceKind;
  /** Who holds it, by start: `Dunmore, Otis 01:00-04:00`, `nobody` for a vacancy; empty where no row names the shift. */
  before: string[];
  after: string[];
}

type Roster = Pick<ScheduleFacts, 'entries' | 'readers'>;

export function diffRosters(before: Roster, after: Roster): RosterDifference[] {
  const [a, b] = [groupByShift(before.entries), groupByShift(after.entries)];
  return shiftsOf(a, b).flatMap(({ key, date, shiftType }) => {
    const [was, is] = [a.get(key) ?? [], b.get(key) ?? []];
    const kind = kindOf(was, is);
    return kind ? [{ date, shiftType, kind, before: wordsOf(before, was), after: wordsOf(after, is) }] : [];
  });
}

const byStart = (a: RosterEntry, b: RosterEntry): number =>
  (a.start ?? '').localeCompare(b.start ?? '') || (a.line ?? 0) - (b.line ?? 0);

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

function wordsOf(roster: Roster, entries: readonly RosterEntry[]): string[] {
  return [...entries].sort(byStart).map((entry) => {
    const name = entry.personId ? (roster.readers.get(entry.personId)?.name ?? entry.personId) : 'nobody';
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
