/**
 * R12: whom a row of the roster names. By Amion's unique id if known, then by email, then by name and aliases. No match is
 * unknown, several are ambiguous; nothing is guessed.
 *
 * `"O'Hollis, Tamsin",18` finds the person with Amion id 18; without one, the person called Tamsin O'Hollis.
 */
import { distance } from 'fastest-levenshtein';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { nameKey, nameWords } from './person-name.ts';

export type PersonMatch =
  | { kind: 'found'; person: Person }
  | { kind: 'unknown' }
  | { kind: 'ambiguous'; people: Person[] };

export interface RosterName {
  name: string;
  staffId: string | null;
  email: string | null;
}

/** By what unique ids of Amion are compared. */
export const amionIdKey = (id: string): string => id.trim().toLowerCase();

export interface PersonMatcher {
  match(row: RosterName): PersonMatch;
  /** Up to three people, nearest by name first, whom somebody may have meant. */
  nearest(name: string): Person[];
}

/** `members` are the department's own: Amion's ids are unique within one department's schedule only. */
export function personMatcher(people: readonly Person[], members: ReadonlySet<PersonId>): PersonMatcher {
  const active = people.filter((person) => person.active);
  const own = members.size > 0 ? active.filter((person) => members.has(person.id)) : active;
  const byAmionId = index(own, (person) => (person.amionId ? [amionIdKey(person.amionId)] : []));
  const byEmail = index(active, (person) => [person.email.trim().toLowerCase()]);
  const byName = index(active, (person) => [person.name, ...person.aliases].map(nameKey).filter(Boolean));

  return {
    match(row) {
      const stages = [
        row.staffId ? byAmionId.get(amionIdKey(row.staffId)) : undefined,
        row.email ? byEmail.get(row.email.trim().toLowerCase()) : undefined,
        byName.get(nameKey(row.name)),
      ];
      for (const found of stages) {
        const [person] = found ?? [];
        if (!found || !person) continue;
        return found.length === 1 ? { kind: 'found', person } : { kind: 'ambiguous', people: found };
      }
      return { kind: 'unknown' };
    },
    nearest: (name) => nearestPeople(name, active),
  };
}

function index(people: readonly Person[], keysOf: (person: Person) => string[]): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of new Set(keysOf(person))) found.set(key, [...(found.get(key) ?? []), person]);
  }
  return found;
}

/** Distance of letters, relative to length; a shared word (a last name) counts as near. */
function nearestPeople(name: string, people: readonly Person[]): Person[] {
  const key = nameKey(name);
  const words = nameWords(name);
  const scored = people.map((person) => {
    const spellings = [person.name, ...person.aliases];
    const scores = spellings.map((spelling) => {
      const other = nameKey(spelling);
      const relative = distance(key, other) / Math.max(key.length, other.length, 1);
      const shares = nameWords(spelling).some((word) => word.length > 2 && words.includes(word));
      return shares ? Math.min(relative, 0.3) : relative;
    });
    return { person, score: Math.min(...scores) };
  });
  return scored
    .filter(({ score }) => score <= 0.4)
    .sort((a, b) => a.score - b.score || (a.person.name < b.person.name ? -1 : 1))
    .slice(0, 3)
    .map((near) => near.person);
}
