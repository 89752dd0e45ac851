import { textOf } from '#web/router/search-text.ts';

export interface HospitalsSearch {
  /** A part of the code, name or location. */
  find?: string;
  /** Code of the one that is open. */
  hospital?: string;
}

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readHospitalsSearch(search: Record<string, unknown>): HospitalsSearch {
  const [find, hospital] = [textOf(search, 'find'), textOf(search, 'hospital')];
  return { ...(find && { find }), ...(hospital && { hospital }) };
}
