import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';
import type { PeopleSearch } from './people-search.ts';

export type Person = Schemas['Person'];

/** Everything that is known of people: forgotten when one of them changes. */
export const PEOPLE = ['people'] as const;

export function usePeople(department: string | undefined, { find, specialty, show }: PeopleSearch) {
  const active = show === 'all' ? undefined : show !== 'disabled';
  const query = {
    ...(department && { department }),
    ...(find && { search: find }),
    ...(specialty && { specialty }),
    ...(active !== undefined && { active }),
  };
  return usePagedList({
    queryKey: [...PEOPLE, 'list', query],
    load: (cursor, signal) =>
      answerOf(
        api.GET('/api/people', {
          params: { query: { ...query, limit: 100, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    rowsOf: ({ people }): Person[] => people,
  });
}

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [...PEOPLE, id],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/people/{id}', { params: { path: { id } }, signal }))).person,
  });
