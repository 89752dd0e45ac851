import { queryOptions } from '@tanstack/react-query';
import { ApiError, answerOf, api, type Schemas } from '#web/client/api.ts';
import { indexBoard } from './board/board-chunk.ts';
import { inForceCandidates, type Version } from './choose-version.ts';
import type { RunKey } from './coverage-search.ts';
import type { DateSpan } from './date-span.ts';

export type Coverage = Schemas['StandingCoverage'];
export type Gap = Schemas['Gap'];

/** Every version of a department, the newest first. */
export const versionsQuery = (hospital: string) =>
  queryOptions({
    queryKey: ['versions', hospital, 'all'],
    queryFn: async ({ signal }) => {
      const versions: Version[] = [];
      let cursor: string | null = null;
      do {
        const query = { hospital, limit: 200, ...(cursor !== null && { cursor }) };
        const page: { versions: Version[]; nextCursor: string | null } = await answerOf(
          api.GET('/api/versions', { params: { query }, signal }),
        );
        versions.push(...page.versions);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return versions;
    },
  });

/** Which of several versions with today's date answers today; null where that needs no asking. */
export const inForceQuery = (department: string, versions: readonly Version[], date: string) => {
  const candidates = inForceCandidates(versions, date).map(({ id }) => id);
  return queryOptions({
    queryKey: ['version-in-force', department, date, candidates],
    queryFn: async ({ signal }) => {
      if (candidates.length < 2) return null;
      try {
        const { version } = await answerOf(
          api.GET('/api/who', { params: { query: { department } }, signal }),
        );
        return version;
      } catch (error) {
        if (error instanceof ApiError && error.problem.code === 'NO_SCHEDULE') return null;
        throw error;
      }
    },
  });
};

/** A stretch of the board, ready to be drawn. `patience`: how long it has to stay in view before it is asked for. */
export const boardQuery = (id: string, { from, to }: DateSpan, patience = 0) =>
  queryOptions({
    queryKey: ['board', id, from, to],
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
    queryKey: ['calendar', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/versions/{id}/calendar', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** Counts and gaps of the whole version. */
export const coverageQuery = (id: string) =>
  queryOptions({
    queryKey: ['coverage', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/versions/{id}/coverage', { params: { path: { id } }, signal })),
    staleTime: 60_000,
    structuralSharing: false,
  });

/** Why a study is read by whom at an instant, by the version that is looked at. */
export const reasonQuery = (department: string, version: string, { hospital, study, at }: RunKey) =>
  queryOptions({
    queryKey: ['reason', department, version, hospital, study, at],
    queryFn: async ({ signal }) => {
      const query = { department, version, at, hospital, study };
      const { answers } = await answerOf(api.GET('/api/who', { params: { query }, signal }));
      return answers.find((answer) => answer.hospital === hospital && answer.study === study) ?? null;
    },
  });
