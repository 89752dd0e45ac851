import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { MOST_BOARD_DATES } from '#src/services/board-service.ts';
import { presentBoard } from '#src/services/present/present-board.ts';
import { boardSchema, calendarSchema } from './board-schema.ts';
import type { RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { idParams, spanFields, spanOf } from './request-fields.ts';

const tags = ['versions'];
const params = idParams<VersionId>();

/** A version to look at. */
export const boardRoutes: RouteFile = (server, context) => {
  const { boards } = context.services;

  server.get(
    '/api/versions/:id/board',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'getVersionBoard', params },
        summary: `Who reads each study from when to when, for at most ${MOST_BOARD_DATES} schedule dates`,
        querystring: z.object(spanFields),
        response: { 200: boardSchema },
      },
    },
    async (request, reply) => {
      const version = await ownVersion(request, context, request.params.id);
      const { from, to } = spanOf(request.query);
      const board = presentBoard(await boards.viewBoard(version, from, to));
      // Thousands of runs: the shape is the presenter's, a test holds it against the schema.
      return await reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(board);
    },
  );

  server.get(
    '/api/versions/:id/calendar',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'getVersionCalendar', params },
        summary: 'How much of each schedule date is covered, and what the rest lacks',
        querystring: z.object(spanFields),
        response: { 200: calendarSchema },
      },
    },
    async (request) => {
      const version = await ownVersion(request, context, request.params.id);
      const { from, to } = spanOf(request.query);
      return await boards.viewCalendar(version, from, to);
    },
  );
};
