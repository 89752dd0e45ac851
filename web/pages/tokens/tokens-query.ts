import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';

export type Token = Schemas['Token'];
export type Scope = Schemas['Scope'];

export const TOKENS = ['tokens'] as const;

export const useTokens = () =>
  usePagedList({
    queryKey: TOKENS,
    load: (cursor, signal) => {
      const query = { limit: 100, ...(cursor && { cursor }) };
      return answerOf(api.GET('/api/tokens', { params: { query }, signal }));
    },
    rowsOf: ({ tokens }): Token[] => tokens,
  });
