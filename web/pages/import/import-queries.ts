import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { monthEnd, nextSpan } from '#web/words/date-span.ts';
import { localNow } from '#web/words/moments.ts';

/** What the department decides: its Amion login, its mapping. */
export const departmentQuery = (code: string) =>
  queryOptions({
    queryKey: ['department', code],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/departments/{code}', { params: { path: { code } }, signal }))).department,
  });

/** The dates that are scheduled next: the month after what is in force, else the month after the present one. */
export const nextDatesQuery = (department: string, timeZone: string) =>
  queryOptions({
    queryKey: ['versions', department, 'next dates'],
    queryFn: async ({ signal }) => {
      const params = { path: { code: department } };
      const { periods } = await answerOf(
        api.GET('/api/departments/{code}/production-periods', { params, signal }),
      );
      const last = periods.at(-1)?.to ?? null;
      return { last, ...nextSpan(last ?? monthEnd(localNow(timeZone).slice(0, 10))) };
    },
  });

/** Imports of the department, the newest first. */
export const importsQuery = (department: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', department],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/imports', {
          params: { query: { department, limit: 20, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** The workbook of an import as it came. */
export const workbookQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['imports', 'workbook', batchId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/imports/{id}/workbook', { params: { path: { id: batchId } }, signal })),
    // What was imported does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The lines of an imported report around one of them. */
export const linesQuery = (batchId: string, file: string | null, line: number) =>
  queryOptions({
    queryKey: ['imports', 'lines', batchId, file, line],
    queryFn: ({ signal }) => {
      const query = { line, ...(file !== null && { file }) };
      return answerOf(
        api.GET('/api/imports/{id}/lines', { params: { path: { id: batchId }, query }, signal }),
      );
    },
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** An import with everything that was found. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
  });

/** Keys of the warnings that the department accepts. */
export const acceptedKeysQuery = (code: string) =>
  queryOptions({
    queryKey: ['accepted-warnings', code, 'keys'],
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
      const params = { path: { code } };
      const call = api.GET('/api/departments/{code}/accepted-warnings', { params, signal });
      return new Set((await answerOf(call)).acceptedWarnings.map(({ key }) => key));
    },
  });

/** Codes of the hospitals that are known, in small letters. */
export const hospitalCodesQuery = queryOptions({
  queryKey: ['hospitals', 'codes'],
  queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
    const call = api.GET('/api/hospitals', { params: { query: { limit: 200 } }, signal });
    return new Set((await answerOf(call)).hospitals.map(({ code }) => code.toLowerCase()));
  },
});
