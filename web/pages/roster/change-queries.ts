import { infiniteQueryOptions, type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import type { Order } from './change-orders.ts';
import type { Hours } from './lost-hours.ts';
import type { ShiftPart } from './roster-grid.ts';

const tryOut = (department: string, order: Order, signal: AbortSignal) =>
  answerOf(
    api.POST('/api/departments/{code}/changes', {
      params: { path: { code: department } },
      body: { ...order, reason: 'Only looking', dryRun: true },
      signal,
    }),
  );

/** A look at what an order would do; nothing is stored. Null: there is nothing to look at. */
export const dryRunQuery = (department: string, order: Order | null) =>
  queryOptions({
    queryKey: ['dry run', department, order],
    queryFn: order ? ({ signal }) => tryOut(department, order, signal) : skipToken,
  });

/** Makes a change that has been looked at; refused where it would replace anything else by now. */
export const makeChange = (department: string, order: Order, reason: string, seen: Schemas['Change']) =>
  answerOf(
    api.POST('/api/departments/{code}/changes', {
      params: { path: { code: department } },
      body: { ...order, reason, dryRun: false, replaces: seen.removed.flatMap(({ id }) => id ?? []) },
    }),
  );

export const takeBack = (department: string, entry: string, reason: string, dryRun: boolean) =>
  answerOf(
    api.POST('/api/departments/{code}/changes/take-back', {
      params: { path: { code: department } },
      body: { entry, reason, dryRun },
    }),
  );

export const takeBackQuery = (department: string, entry: string) =>
  queryOptions({
    queryKey: ['dry run', department, 'take back', entry],
    queryFn: () => takeBack(department, entry, 'Only looking', true),
  });

const fetchCandidates = (
  department: string,
  { date, shiftType }: Pick<ShiftPart, 'date' | 'shiftType'>,
  hours: Hours | null,
  version: string | undefined,
  signal: AbortSignal,
) =>
  answerOf(
    api.GET('/api/departments/{code}/candidates', {
      params: {
        path: { code: department },
        query: {
          date,
          shiftType,
          ...(hours && { from: hours.start, to: hours.end }),
          ...(version && { version }),
        },
      },
      signal,
    }),
  );

export type Candidate = Awaited<ReturnType<typeof fetchCandidates>>['candidates'][number];

/** Everybody of the department, the best first, with what stands against each. */
export const candidatesQuery = (
  department: string,
  shift: Pick<ShiftPart, 'date' | 'shiftType'>,
  hours: Hours | null,
  version: string | undefined,
) =>
  queryOptions({
    queryKey: ['candidates', department, shift.date, shift.shiftType, hours, version],
    queryFn: ({ signal }) => fetchCandidates(department, shift, hours, version, signal),
  });

/** What was changed by hand and stands, the newest first. */
export const changesQuery = (department: string, version: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['changes', department, version],
    queryFn: ({ pageParam: cursor, signal }) =>
      answerOf(
        api.GET('/api/departments/{code}/changes', {
          params: {
            path: { code: department },
            query: { limit: 100, ...(version && { version }), ...(cursor && { cursor }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** After a change of the roster nothing that is shown of a schedule is sure any more. */
export const forgetSchedules = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
