import { getRouteApi } from '@tanstack/react-router';
import type { RosterSearch } from './roster-search.ts';

const route = getRouteApi('/shell/roster');

type SearchChange = { [Key in keyof RosterSearch]?: RosterSearch[Key] | undefined };

/** What the address says, and how it is changed: by a step that the browser's back button undoes, or in its place. */
export function useRosterSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const setSearch = (change: SearchChange, { replace = false } = {}): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false });
  return { search, setSearch };
}
