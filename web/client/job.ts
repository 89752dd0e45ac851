import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hasEnded, type JobStatus } from '#src/domain/job.ts';
import { answerOf, api, type Schemas } from './api.ts';

export type Job = Schemas['AskedJob'];

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/jobs/{id}', { params: { path: { id } }, signal }))).job,
  });

/** Without events a job is looked at so often. */
const SLOW_MS = 10_000;
/** A line that the server has cut for good is tried anew after a while. */
const REOPEN_MS = 5_000;

/** A job as it is, and as it goes on: told by the server's events, and where there are none asked for slowly. */
export function useJob(id: string) {
  const [isFollowed, setFollowed] = useState(false);
  const query = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) => (isFollowed || !state.data || isOver(state.data) ? false : SLOW_MS),
  });
  useJobEvents(query.data && !isOver(query.data) ? id : null, setFollowed);
  return query;
}

export const isOver = ({ status }: { status: JobStatus }): boolean => hasEnded(status);

/** Keeps the query of a job up to date by its events; null: follows none. */
export function useJobEvents(id: string | null, onLine: (isOpen: boolean) => void): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    return followJob(id, {
      onLine,
      onChange(change) {
        queryClient.setQueryData(jobQuery(id).queryKey, (before) => before && { ...before, ...change });
        if (!change.status || !hasEnded(change.status)) return;
        for (const list of ['jobs', 'imports']) void queryClient.invalidateQueries({ queryKey: [list] });
      },
    });
  }, [id, onLine, queryClient]);
}

interface Follower {
  onChange(change: Partial<Job>): void;
  /** Whether the line to the server is open. */
  onLine(isOpen: boolean): void;
}

/** Listens until the job has ended, or the answered function is called; opens the line anew where it breaks. */
function followJob(id: string, { onChange, onLine }: Follower): () => void {
  let source: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(reopening);
    source?.close();
    onLine(false);
  };
  const open = (): void => {
    const line = new EventSource(`/api/jobs/${id}/events`);
    source = line;
    line.addEventListener('open', () => onLine(true));
    line.addEventListener('state', ({ data }: MessageEvent<string>) => {
      const { job } = JSON.parse(data) as { job: Schemas['Job'] };
      // The server ends the line with the job: the browser would open it again.
      if (hasEnded(job.status)) close();
      onChange(job);
    });
    line.addEventListener('progress', ({ data }: MessageEvent<string>) =>
      onChange({ progress: JSON.parse(data) as Job['progress'] }),
    );
    line.addEventListener('error', () => {
      onLine(false);
      if (line.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS);
    });
  };
  open();
  return close;
}
