import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '#web/client/api.ts';

export type OwnDuty = Schemas['Duty'];
export type Feed = Schemas['Feed'];

/** Own duties in force, by time, for a year from a schedule date on. */
export const ownDutiesQuery = (from: string) =>
  queryOptions({
    queryKey: ['own duties', from],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/me/assignments', { params: { query: { from } }, signal })),
  });

/** Feeds that are not revoked; of whoever schedules also those of others. */
export const feedsQuery = queryOptions({
  queryKey: ['feeds', { own: true }],
  queryFn: ({ signal }) => answerOf(api.GET('/api/feeds', { params: { query: { limit: 200 } }, signal })),
});
