import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '#src/domain/permission.ts';
import { answerOf, api } from './api.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
});

/** Whoever is signed in; below the shell there always is somebody. */
export const useSession = () => useSuspenseQuery(sessionQuery).data;

/** Whether whoever is signed in may do this: the server decides by the same table. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
