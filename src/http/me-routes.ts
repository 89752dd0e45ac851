import { z } from 'zod';
import { dutySchema, presentDuty } from './duty-schema.ts';
import { principalOf, type RouteFile } from './http-context.ts';
import { spanFields } from './request-fields.ts';

/** What belongs to whoever is signed in. */
export const meRoutes: RouteFile = (server, { services: { duties } }) => {
  server.get(
    '/api/me/assignments',
    {
      config: { needs: 'own' },
      schema: {
        tags: ['own'],
        operationId: 'listOwnAssignments',
        summary: 'Own assignments in force, by time; from today on for a year, where no dates are given',
        querystring: z.object(spanFields),
        response: { 200: z.object({ assignments: z.array(dutySchema), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const { from = null, to = null } = request.query;
      const own = await duties.listOwn(principalOf(request).user, from, to);
      return { assignments: own.map(presentDuty), nextCursor: null };
    },
  );
};
