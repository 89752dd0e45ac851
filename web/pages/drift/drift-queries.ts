import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { jobQuery } from '#web/client/job.ts';
import type { Import } from '#web/pages/versions/version-queries.ts';

export type Drift = Schemas['Drift'];
export type VersionDrift = Schemas['VersionDrift'];

/** Rosters of a department that came from Amion, the newest first: those only looked at, and those in a version. */
export const rostersQuery = (department: string) =>
  queryOptions({
    queryKey: ['imports', department, 'rosters'],
    queryFn: async ({ signal }) => {
      const query = { department, source: 'ROSTER' as const, limit: 100 };
      return (await answerOf(api.GET('/api/imports', { params: { query }, signal }))).imports;
    },
  });

/** What the roster looked at last says otherwise; `batchId` is that look. */
export const driftQuery = (department: string, batchId: string | null) =>
  queryOptions({
    queryKey: ['drift', department, batchId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/departments/{code}/drift', { params: { path: { code: department } }, signal })),
    enabled: batchId !== null,
    placeholderData: keepPreviousData,
  });

/** Somebody else, or the clock, may look at Amion too. */
const LOOK_MS = 60_000;

/** The newest look at Amion, as the job that it is; null: there was none. */
export const newestLookQuery = (department: string) =>
  queryOptions({
    queryKey: ['jobs', department, 'newest look'],
    queryFn: async ({ signal, client }) => {
      const query = { department, type: 'AMION_PULL' as const, limit: 1 };
      const [job] = (await answerOf(api.GET('/api/jobs', { params: { query }, signal }))).jobs;
      if (job) client.setQueryData(jobQuery(job.id).queryKey, job);
      return job ?? null;
    },
    refetchInterval: LOOK_MS,
  });

/** Of the department's rosters: the last that was looked at, and the last that could not be. */
export function latestLooks(rosters: readonly Import[]): { seen: Import | null; failed: Import | null } {
  const looks = rosters.filter(({ version }) => version === null);
  const [newest] = looks.filter(({ state }) => state !== 'PENDING');
  return {
    seen: looks.find(({ state }) => state === 'COMPLETE') ?? null,
    failed: newest?.state === 'FAILED' ? newest : null,
  };
}
