import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { JobStatus, JobType } from '#src/domain/job.ts';
import { answerOf, api } from '#web/client/api.ts';
import { type Job, jobQuery } from '#web/client/job.ts';
import { datesText } from '#web/words/date-span.ts';

export interface JobsFilter {
  /** Null: of every department, and of none. */
  department: string | null;
  status: JobStatus | undefined;
  type: JobType | undefined;
}

/** Jobs that are asked for elsewhere meanwhile appear by themselves, if not at once. */
const LOOK_MS = 30_000;

export const jobsQuery = ({ department, status, type }: JobsFilter) =>
  infiniteQueryOptions({
    queryKey: ['jobs', department, status ?? null, type ?? null],
    queryFn: async ({ pageParam, signal, client }) => {
      const query = {
        ...(department && { department }),
        ...(status && { status }),
        ...(type && { type }),
        ...(pageParam && { cursor: pageParam }),
      };
      const page = await answerOf(api.GET('/api/jobs', { params: { query }, signal }));
      for (const job of page.jobs) client.setQueryData(jobQuery(job.id).queryKey, job);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  });

/** What an import or calculation is about, as far as its payload says: files, dates. */
export function aboutJob({ payload }: Pick<Job, 'payload'>): string {
  const told = isRecord(payload) ? payload : {};
  const files = [told['matrix'], told['file'], ...(Array.isArray(told['roster']) ? told['roster'] : [])];
  const names = files.flatMap((file) =>
    isRecord(file) && typeof file['name'] === 'string' ? file['name'] : [],
  );
  const { from, to } = told;
  const dates = typeof from === 'string' && typeof to === 'string' ? datesText({ from, to }) : null;
  const months = typeof told['months'] === 'number' ? `${told['months']} months` : null;
  return [names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', '), dates, months]
    .filter(Boolean)
    .join(' · ');
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `0.4 s`, `12 s`, `3 min 20 s`, `1 h 5 min` between two instants; null where it has not begun. */
export function durationText(startedAt: string | null, endedAt: string | null, now: number): string | null {
  if (startedAt === null) return null;
  const seconds = Math.max(
    0,
    ((endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000,
  );
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
