import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import type { Span } from './roster-span.ts';

const fetchRoster = (
  department: string,
  { from, to }: Span,
  version: string | undefined,
  signal: AbortSignal,
) =>
  answerOf(
    api.GET('/api/departments/{code}/duties', {
      params: { path: { code: department }, query: { from, to, ...(version && { version }) } },
      signal,
    }),
  );

export type Roster = Awaited<ReturnType<typeof fetchRoster>>;
export type Duty = Roster['duties'][number];
export type OpenShift = Roster['open'][number];

/** The roster between two schedule dates, of the versions in force or of one that is named. */
export const rosterQuery = (department: string, span: Span, version: string | undefined) =>
  queryOptions({
    queryKey: ['roster', department, span.from, span.to, version ?? 'in force'],
    queryFn: ({ signal }) => fetchRoster(department, span, version, signal),
    placeholderData: keepPreviousData,
  });

export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: ['roster version', id],
    queryFn: async ({ signal }) => {
      const view = await answerOf(api.GET('/api/versions/{id}', { params: { path: { id } }, signal }));
      return view.version;
    },
  });
