import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface Paged {
  nextCursor: string | null;
}

interface Options<Answer extends Paged, Row> {
  queryKey: readonly unknown[];
  load(cursor: string | undefined, signal: AbortSignal): Promise<Answer>;
  rowsOf(answer: Answer): readonly Row[];
}

/** A list that is asked for part by part, as a table takes it: what was there stays in sight until the answer comes. */
export function usePagedList<Answer extends Paged, Row>({ queryKey, load, rowsOf }: Options<Answer, Row>) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap(rowsOf),
    error: query.error,
    retry: () => void query.refetch(),
    isOld: query.isPlaceholderData,
    more: query.hasNextPage
      ? { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage }
      : null,
  };
}
