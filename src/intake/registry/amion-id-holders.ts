/**
 * R12: a roster names people by Amion's unique id first, so within a department it is of one active person. Departments have
 * schedules of their own in Amion, whose ids are no concern of each other; somebody of no department may come into any.
 *
 * Nora Grantham of Ashby has 18. Mei Hollis of Ashby, or of no department, cannot have it; Otis Dunmore of Brook can.
 */
import type { HospitalId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { amionIdKey } from '../roster/match-person.ts';

export interface AmionIdHolders {
  add(person: Person): void;
  /** Somebody else whose id a person cannot have beside them, or null. */
  findOther(person: Person): Person | null;
}

export function amionIdHolders(
  departmentsOf: (id: PersonId) => ReadonlySet<HospitalId> | undefined,
): AmionIdHolders {
  const holders = new Map<string, Person[]>();
  const keyOf = ({ active, amionId }: Person) => (active && amionId ? amionIdKey(amionId) : null);
  const mayMeet = (a: PersonId, b: PersonId): boolean => {
    const [own, others] = [departmentsOf(a) ?? new Set(), departmentsOf(b) ?? new Set()];
    return own.size === 0 || others.size === 0 || !own.isDisjointFrom(others);
  };
  return {
    add(person) {
      const key = keyOf(person);
      if (key === null) return;
      const same = holders.get(key);
      if (same) same.push(person);
      else holders.set(key, [person]);
    },
    findOther(person) {
      const same = holders.get(keyOf(person) ?? '') ?? [];
      return same.find(({ id }) => id !== person.id && mayMeet(id, person.id)) ?? null;
    },
  };
}
