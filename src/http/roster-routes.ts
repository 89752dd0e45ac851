import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { presentRoster } from '#src/services/present/present-roster.ts';
import { MOST_ROSTER_DATES } from '#src/services/roster-service.ts';
import { ownDepartment, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { codeParams, dateField, idField } from './request-fields.ts';
import { rosterSchema } from './roster-schema.ts';

const tags = ['departments'];

/** Who holds which shift. */
export const rosterRoutes: RouteFile = (server, context) => {
  const { rosters } = context.services;

  server.get(
    '/api/departments/:code/duties',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listDepartmentDuties', params: codeParams },
        summary: `The roster between two schedule dates, at most ${MOST_ROSTER_DATES}: every duty, vacancy and open shift`,
        querystring: z.object({
          from: dateField,
          to: dateField,
          version: idField<VersionId>().optional().describe('another version than the one in force'),
        }),
        response: { 200: rosterSchema },
      },
    },
    async (request) => {
      const department = await ownDepartment(request, context, request.params.code);
      const { from, to, version } = request.query;
      if (version) await ownVersion(request, context, version);
      return presentRoster(await rosters.viewRoster(department, from, to, version ?? null));
    },
  );
};
