import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import type { DateSpan } from '#web/words/date-span.ts';
import { indexBoard } from './board/board-chunk.ts';
import type { RunKey } from './coverage-search.ts';

export type Coverage = Schemas['StandingCoverage'];
export type Gap = Schemas['Gap'];

/** A stretch of the board, ready to be drawn. `patience`: how long it has to stay in view before it is asked for. */
export const boardQuery = (id: string, { from, to }: DateSpan, patience = 0) =>
  queryOptions({
    queryKey: ['version', id, 'board', from, to],
    queryFn: async ({ signal }) => {
      if (patience > 0) await pause(patience, signal);
      const params = { path: { id }, query: { from, to } };
      return indexBoard(await answerOf(api.GET('/api/versions/{id}/board', { params, signal })));
    },
    staleTime: 60_000,
    // Thousands of runs: comparing them with those of before would cost more than drawing them.
    structuralSharing: false,
  });

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ['version', id, 'calendar'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/versions/{id}/calendar', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** Counts and gaps of the whole version. */
export const coverageQuery = (id: string) =>
  queryOptions({
    queryKey: ['version', id, 'coverage'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/versions/{id}/coverage', { params: { path: { id } }, signal })),
    staleTime: 60_000,
    structuralSharing: false,
  });

/** Why a study is read by whom at an instant, by the version that is looked at. */
export const reasonQuery = (department: string, version: string, { hospital, study, at }: RunKey) =>
  queryOptions({
    queryKey: ['version', version, 'reason', hospital, study, at],
    queryFn: async ({ signal }) => {
      const query = { department, version, at, hospital, study };
      const { answers } = await answerOf(api.GET('/api/who', { params: { query }, signal }));
      return answers.find((answer) => answer.hospital === hospital && answer.study === study) ?? null;
    },
  });
