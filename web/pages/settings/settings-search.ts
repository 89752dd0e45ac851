import { textOf, wordOf } from '#web/router/search-text.ts';

/** Parts of the settings; left out: the schedule. */
const PARTS = ['amion', 'mapping', 'warnings'] as const;

export interface SettingsSearch {
  part?: (typeof PARTS)[number];
  /** What is searched for in a list of that part. */
  find?: string;
}

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readSettingsSearch(search: Record<string, unknown>): SettingsSearch {
  const [part, find] = [wordOf(search, 'part', PARTS), textOf(search, 'find')];
  return { ...(part && { part }), ...(find && { find }) };
}
