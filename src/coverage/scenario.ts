/**
 * R3 and R4: a body-only reader on one of a category's two shift types re-cuts the positions into a body and a neuro one.
 *
 * Dunmore (body only) on ON2, Abernathy (both) on ON1: scenario BODY, Dunmore holds ON Body, Abernathy ON Neuro. Both body
 * only: the first in shift order holds ON Body, nobody holds ON Neuro. A column named by a shift type always means the
 * person rostered on it.
 */
import type { Reader, RosterEntry } from '../domain/coverage-facts.ts';
import type { PersonId } from '../domain/ids.ts';
import {
  type Category,
  isShiftType,
  type Position,
  type Scenario,
  type ShiftType,
  scenarioPair,
} from '../domain/shift-type.ts';

/** Who holds each shift type at one instant; null where nobody or no row. */
export type HoldersNow = ReadonlyMap<ShiftType, RosterEntry | null>;

/** A position's holder at one instant. */
export interface PositionHolder {
  /** The shift type through which the position is held; null where nobody can hold it. */
  shiftType: ShiftType | null;
  entry: RosterEntry | null;
}

type Readers = ReadonlyMap<PersonId, Reader>;

const NOBODY: PositionHolder = { shiftType: null, entry: null };

function isBodyOnly(entry: RosterEntry | null | undefined, readers: Readers): boolean {
  return entry?.personId ? readers.get(entry.personId)?.specialty === 'BODY_ONLY' : false;
}

/** Shift types whose holders decide a position. */
export function shiftTypesOf(position: Position): readonly ShiftType[] {
  if (isShiftType(position)) return [position];
  return scenarioPair(position.startsWith('Mid') ? 'MID' : 'ON') ?? [];
}

export function computeScenario(category: Category, now: HoldersNow, readers: Readers): Scenario {
  const pair = scenarioPair(category) ?? [];
  return pair.some((type) => isBodyOnly(now.get(type), readers)) ? 'BODY' : 'NEURO';
}

export function computeHolder(position: Position, now: HoldersNow, readers: Readers): PositionHolder {
  if (isShiftType(position)) return { shiftType: position, entry: now.get(position) ?? null };
  const [first, second] = shiftTypesOf(position);
  if (!first || !second) return NOBODY;
  const firstIsBody = isBodyOnly(now.get(first), readers);
  const secondIsBody = isBodyOnly(now.get(second), readers);
  if (!firstIsBody && !secondIsBody) return NOBODY;
  const body = firstIsBody ? first : second;
  if (position.endsWith('Body')) return { shiftType: body, entry: now.get(body) ?? null };
  if (firstIsBody && secondIsBody) return NOBODY;
  const neuro = firstIsBody ? second : first;
  return { shiftType: neuro, entry: now.get(neuro) ?? null };
}
