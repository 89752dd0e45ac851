import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DateSpan } from '#web/words/date-span.ts';
import { boardQuery } from '../coverage-queries.ts';
import type { BoardChunk, Run } from './board-chunk.ts';
import { chunkOf, chunksBetween } from './date-chunks.ts';

/** How long dates have to stay in view before they are asked for, in ms: what only flies by is not. */
const PATIENCE = 80;

export interface BoardChunks {
  loaded: readonly BoardChunk[];
  error: Error | null;
  retry(): void;
  /** The runs of a study on a schedule date; undefined: not here yet. */
  runsOf(study: string, date: string): readonly Run[] | undefined;
}

const NO_RUNS: readonly Run[] = [];

const combine = (results: UseQueryResult<BoardChunk>[]) => ({
  found: results.map(({ data }) => data),
  error: results.find(({ error }) => error !== null)?.error ?? null,
  retry: () => {
    for (const { error, refetch } of results) if (error !== null) void refetch();
  },
});

/** The dates in view from `first` to `last`, and `extra` where the focus is elsewhere. */
export function useBoardChunks(
  version: string,
  span: DateSpan,
  first: string,
  last: string,
  extra: string | null,
): BoardChunks {
  const chunks = chunksBetween(first, last, span);
  if (extra !== null && (extra < first || extra > last)) chunks.push(chunkOf(extra, span));
  const { found, error, retry } = useQueries({
    queries: chunks.map((chunk) => boardQuery(version, chunk, PATIENCE)),
    combine,
  });
  const starts = chunks.map(({ from }) => from).join(' ');
  return useMemo(() => {
    const byStart = new Map(starts.split(' ').map((from, index) => [from, found[index]]));
    const byDate = new Map<string, BoardChunk | undefined>();
    const chunkAt = (date: string): BoardChunk | undefined => {
      if (!byDate.has(date)) byDate.set(date, byStart.get(chunkOf(date, span).from));
      return byDate.get(date);
    };
    return {
      loaded: found.filter((chunk) => chunk !== undefined),
      ...{ error, retry },
      runsOf(study, date) {
        const chunk = chunkAt(date);
        return chunk && (chunk.runs.get(study)?.get(date) ?? NO_RUNS);
      },
    };
  }, [starts, found, error, retry, span]);
}
