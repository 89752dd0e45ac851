import { z } from 'zod';
import { type DutyInForce, MOST_OWN_DATES } from '#src/services/duty-service.ts';
import { dutySchema, presentDuty } from './duty-schema.ts';
import { principalOf, type RouteFile } from './http-context.ts';
import { partFields, partOf } from './part-of-list.ts';
import { spanFields, spanOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

/** What belongs to whoever is signed in. */
export const meRoutes: RouteFile = (server, { services: { duties } }) => {
  server.get(
    '/api/me/assignments',
    {
      config: { needs: 'own' },
      schema: {
        tags: ['own'],
        operationId: 'listOwnAssignments',
        summary: `Own assignments in force, by time, for at most ${MOST_OWN_DATES} schedule dates; from today on for a year, where no dates are given`,
        querystring: z.object({ ...spanFields, ...partFields }),
        response: { 200: z.object({ assignments: z.array(dutySchema), nextCursor }) },
      },
    },
    async (request) => {
      const { from, to } = spanOf(request.query);
      const own = await duties.listOwn(principalOf(request).user, from, to);
      const part = partOf('own assignments', own, request.query, keyOf);
      return { assignments: part.items.map(presentDuty), nextCursor: part.nextCursor };
    },
  );
};

/** A split shift is several duties of one date, each from another instant. */
const keyOf = ({ department, entry, from }: DutyInForce): string =>
  [department.id, entry.date, entry.shiftType, from].join(' ');
