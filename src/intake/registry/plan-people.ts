/**
 * A people file corrects those whose email is known and adds the others. What it has no column for stays as it was.
 *
 * `name,email,specialty` with `Mei Hollis,hollis@ashby.test,body` makes the Mei Hollis who was there body-only, and leaves her pager.
 */
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { error, type ValidationMessage } from '../../domain/validation.ts';
import type { AmionIdHolders } from './amion-id-holders.ts';
import type { PersonDraft } from './build-people.ts';

export interface PlannedPerson {
  line: number;
  /** Null: somebody new. */
  known: Person | null;
  person: Person;
}

const NOTHING = { aliases: [], amionId: null, phone: null, pager: null };

/** Each person of a file as they are to be. Emails of `drafts` are in lower case. */
export function planPeople(
  drafts: readonly PersonDraft[],
  known: readonly Person[],
  newId: () => PersonId,
): PlannedPerson[] {
  const byEmail = new Map(known.map((person) => [person.email.toLowerCase(), person]));
  return drafts.map(({ line, ...said }) => {
    const before = byEmail.get(said.email) ?? null;
    const own = { id: before?.id ?? newId(), email: before?.email ?? said.email, active: true };
    return { line, known: before, person: { ...NOTHING, ...before, ...said, ...own } };
  });
}

/** An error for each row whose Amion id is of somebody else, of the file or known before. `holders` is empty. */
export function findTakenAmionIds(
  file: string,
  planned: readonly PlannedPerson[],
  known: readonly Person[],
  holders: AmionIdHolders,
): ValidationMessage[] {
  const inFile = new Set(planned.map(({ person }) => person.id));
  for (const person of known) if (!inFile.has(person.id)) holders.add(person);
  return planned.flatMap(({ line, person }) => {
    const other = holders.findOther(person);
    holders.add(person);
    if (!other) return [];
    const { amionId, email } = person;
    const text = `Line ${line} of ${file}: ${other.name} (${other.email}) has the Amion id "${amionId}" already. A roster could mean either: correct one of them.`;
    const place = { file, line, column: 'amion_id', value: amionId };
    return [error('AMBIGUOUS_PERSON', text, [file, email], place)];
  });
}
