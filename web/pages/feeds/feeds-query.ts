import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { usePagedList } from '#web/client/paged-list.ts';

export type Feed = Schemas['Feed'];
export type FeedKind = Schemas['FeedKind'];
export type Wall = Schemas['Wall'];

export const FEEDS = ['feeds'] as const;
export const WALLS = ['walls'] as const;

/** The own feeds; of whoever schedules, everybody's of the department. */
export const useFeeds = (department: string | undefined) =>
  usePagedList({
    queryKey: [...FEEDS, department ?? ''],
    load: (cursor, signal) => {
      const query = { limit: 100, ...(department && { department }), ...(cursor && { cursor }) };
      return answerOf(api.GET('/api/feeds', { params: { query }, signal }));
    },
    rowsOf: ({ feeds }): Feed[] => feeds,
  });

export const useWalls = (department: string | undefined) =>
  usePagedList({
    queryKey: [...WALLS, department ?? ''],
    load: (cursor, signal) => {
      const query = { limit: 100, ...(department && { department }), ...(cursor && { cursor }) };
      return answerOf(api.GET('/api/walls', { params: { query }, signal }));
    },
    rowsOf: ({ walls }): Wall[] => walls,
  });
