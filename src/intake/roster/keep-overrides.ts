/**
 * R16: what somebody changed by hand survives a new import of the same dates, unless the roster now agrees.
 *
 * In production Dunmore was put on ON1 of 18 April by hand. The fresh roster still has Grantham there: Dunmore stays, the row
 * is ignored, and the conflict is listed. If the roster now has Dunmore, the roster's row is taken.
 */
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { PersonId, RosterEntryId } from '../../domain/ids.ts';
import { type ValidationMessage, warning } from '../../domain/validation.ts';
import { groupByShift } from './build-assignments.ts';

export interface KeptOverrides {
  /** The roster's entries that stand, and copies of those made by hand. */
  entries: RosterEntry[];
  /** Entries of the roster that a hand-made one displaces. */
  displaced: RosterEntry[];
  messages: ValidationMessage[];
}

/** `current`: the live entries of the same dates as they stand now, in production or in the version itself. */
export function keepOverrides(
  fresh: readonly RosterEntry[],
  current: readonly RosterEntry[],
  nameOf: (id: PersonId) => string,
  newId: () => RosterEntryId,
): KeptOverrides {
  const handMade = [...groupByShift(current)].filter(([, entries]) =>
    entries.some((e) => e.source !== 'AMION'),
  );
  const roster = groupByShift(fresh);
  const displaced = new Set<RosterEntry>();
  const kept: RosterEntry[] = [];
  const messages: ValidationMessage[] = [];
  const people = (entries: readonly RosterEntry[]): string =>
    entries.map((e) => (e.personId ? nameOf(e.personId) : 'nobody')).join(', ') || 'nobody';

  for (const [key, entries] of handMade) {
    const ofRoster = roster.get(key) ?? [];
    if (agree(entries, ofRoster)) continue;
    for (const entry of ofRoster) displaced.add(entry);
    kept.push(...entries.map((entry) => ({ ...entry, id: newId() })));
    const [{ date, shiftType } = { date: '', shiftType: '' }] = entries;
    const text =
      `${shiftType} on ${date} was changed by hand to ${people(entries)}; the roster has ${people(ofRoster)}. The change by ` +
      'hand stays. Correct the roster, or assign the shift anew.';
    const place = { date, shiftType, byHand: people(entries), roster: people(ofRoster) };
    messages.push(warning('OVERRIDE_CONFLICT', text, [date, shiftType], place));
  }
  return {
    entries: [...fresh.filter((entry) => !displaced.has(entry)), ...kept],
    displaced: [...displaced],
    messages,
  };
}

/** The same people in the same hours; an entry without hours agrees with any hours of the same person. */
function agree(byHand: readonly RosterEntry[], roster: readonly RosterEntry[]): boolean {
  if (byHand.length !== roster.length) return false;
  const order = (a: RosterEntry, b: RosterEntry): number =>
    (a.start ?? '').localeCompare(b.start ?? '') || (a.personId ?? '').localeCompare(b.personId ?? '');
  const [left, right] = [[...byHand].sort(order), [...roster].sort(order)];
  return left.every((entry, i) => {
    const other = right[i];
    const hoursFit =
      entry.start === null ||
      other?.start === null ||
      (entry.start === other?.start && entry.end === other?.end);
    return entry.personId === other?.personId && hoursFit;
  });
}
