import { dateOfSearch, textOf } from '#web/router/search-text.ts';

export interface AuditSearch {
  /** Email of whoever did it. */
  user?: string;
  action?: string;
  resource?: string;
  /** Code of the hospital or department that it belongs to; `department` is the one that the page is about. */
  of?: string;
  /** Dates of the hospital's calendar: from this one on, and up to that one, both included. */
  since?: string;
  until?: string;
}

/** What is to change in the address; undefined leaves it out. */
export type AuditChange = { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined };

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const given: AuditSearch = {};
  for (const key of ['user', 'action', 'resource', 'of'] as const) {
    const text = textOf(search, key);
    if (text) given[key] = text;
  }
  for (const key of ['since', 'until'] as const) {
    const date = dateOfSearch(search, key);
    if (date) given[key] = date;
  }
  return given;
}
