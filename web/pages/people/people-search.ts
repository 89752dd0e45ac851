import { SPECIALTIES, type Specialty } from '#src/domain/specialty.ts';
import { textOf, wordOf } from '#web/router/search-text.ts';

/** Whom a list of people shows; left out: those who are active. */
const SHOWN = ['disabled', 'all'] as const;

export interface PeopleSearch {
  /** A part of the name, the email or an alias. */
  find?: string;
  specialty?: Specialty;
  show?: (typeof SHOWN)[number];
}

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const find = textOf(search, 'find');
  const specialty = wordOf(search, 'specialty', SPECIALTIES);
  const show = wordOf(search, 'show', SHOWN);
  return { ...(find && { find }), ...(specialty && { specialty }), ...(show && { show }) };
}
