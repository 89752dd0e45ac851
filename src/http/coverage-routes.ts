import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { coverageSchema, standingCoverageSchema } from './coverage-schema.ts';
import { actorOfRequest, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { idParams, spanFields, spanOf } from './request-fields.ts';

const tags = ['coverage'];
const params = idParams<VersionId>();

/** How much of a version is covered, and every gap with its cause. */
export const coverageRoutes: RouteFile = (server, context) => {
  const { coverage, storedCoverage } = context.services;

  server.post(
    '/api/versions/:id/coverage',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'calculateCoverage',
          summary: 'Calculate the coverage of a version and keep it',
          params,
        },
        querystring: z.object(spanFields),
        body: z.strictObject(spanFields).nullish(),
        response: { 200: coverageSchema },
      },
    },
    async (request) => {
      const { id } = await ownVersion(request, context, request.params.id);
      const { from, to } = spanOf({ ...request.query, ...request.body });
      const result = await coverage.calculateCoverage(id, from, to, actorOfRequest(request));
      return { ...result.coverage, validation: result.validation };
    },
  );

  server.get(
    '/api/versions/:id/coverage',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'getCoverage',
          summary: 'The coverage of a version as of now, and what was calculated last',
          params,
        },
        querystring: z.object(spanFields),
        response: { 200: standingCoverageSchema },
      },
    },
    async (request) => {
      const { id } = await ownVersion(request, context, request.params.id);
      const { from, to } = spanOf(request.query);
      const { coverage: standing, ...rest } = await storedCoverage.view(id, from, to);
      return { ...standing, ...rest };
    },
  );
};
