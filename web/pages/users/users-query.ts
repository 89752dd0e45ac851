import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';
import type { UsersSearch } from './users-search.ts';

export type User = Schemas['User'];

/** Everything that is known of users: forgotten when one of them changes. */
export const USERS = ['users'] as const;

export function useUsers({ find, role, of, show }: UsersSearch) {
  const active = show === 'all' ? undefined : show !== 'disabled';
  const query = {
    ...{ ...(find && { search: find }), ...(role && { role }), ...(of && { department: of }) },
    ...(active !== undefined && { active }),
  };
  return usePagedList({
    queryKey: [...USERS, 'list', query],
    load: (cursor, signal) =>
      answerOf(
        api.GET('/api/users', {
          params: { query: { ...query, limit: 100, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    rowsOf: ({ users }): User[] => users,
  });
}

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: [...USERS, 'one', id],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/users/{id}', { params: { path: { id } }, signal }))).user,
  });

/** Command lines act as users of their own, who cannot sign in. */
export const isCommandLine = ({ email }: User): boolean => email.endsWith('@command-line.invalid');
