import { z } from 'zod';
import { ownDepartment, type RouteFile } from './http-context.ts';
import { codeParams } from './request-fields.ts';
import { dateAnswer, nextCursor } from './response-parts.ts';

const periodSchema = z.object({ version: z.uuid(), from: dateAnswer, to: dateAnswer }).meta({
  id: 'ProductionPeriod',
  description: 'Schedule dates, both included, for which a version is in force',
});

/** Which version is in force when (R10). */
export const periodRoutes: RouteFile = (server, context) => {
  const { versions } = context.services;

  server.get(
    '/api/departments/:code/production-periods',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags: ['versions'], operationId: 'listProductionPeriods', params: codeParams },
        summary: 'The dates in force, each with its version, by date; dates in between have no schedule',
        response: { 200: z.object({ periods: z.array(periodSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const periods = await versions.periods(code);
      return {
        periods: periods.map(({ versionId, from, to }) => ({ version: versionId, from, to })),
        nextCursor: null,
      };
    },
  );
};
