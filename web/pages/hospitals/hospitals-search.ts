import { textOf, wordOf } from '#web/router/search-text.ts';

export interface HospitalsSearch {
  /** A part of the code, name or location. */
  find?: string;
  /** Those that are disabled; left out: those that are there. */
  show?: 'disabled';
  /** Code of the one that is open. */
  hospital?: string;
}

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readHospitalsSearch(search: Record<string, unknown>): HospitalsSearch {
  const [find, hospital] = [textOf(search, 'find'), textOf(search, 'hospital')];
  const show = wordOf(search, 'show', ['disabled'] as const);
  return { ...(find && { find }), ...(show && { show }), ...(hospital && { hospital }) };
}
