import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';

export type Hospital = Schemas['Hospital'];

/** Everything that is known of hospitals: forgotten when one of them changes. */
export const HOSPITALS = ['hospitals'] as const;

export const useHospitals = (find: string | undefined, disabled: boolean) =>
  usePagedList({
    queryKey: [...HOSPITALS, 'list', find ?? '', disabled],
    load: (cursor, signal) => {
      const query = {
        ...{ limit: 100, active: !disabled },
        ...(find && { search: find }),
        ...(cursor && { cursor }),
      };
      return answerOf(api.GET('/api/hospitals', { params: { query }, signal }));
    },
    rowsOf: ({ hospitals }): Hospital[] => hospitals,
  });

export const hospitalQuery = (code: string) =>
  queryOptions({
    queryKey: [...HOSPITALS, 'one', code],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/hospitals/{code}', { params: { path: { code } }, signal }))).hospital,
  });

/** Codes of the hospitals that are departments, as far as the role may see them. */
export const departmentCodesQuery = queryOptions({
  queryKey: [...HOSPITALS, 'departments'],
  queryFn: async ({ signal }) => {
    const { departments } = await answerOf(api.GET('/api/departments', { signal }));
    return new Set(departments.map(({ code }) => code));
  },
});
