import { z } from 'zod';
import { presentDrift } from '#src/services/present/present-drift.ts';
import { actorOfRequest, ownDepartment, type RouteFile } from './http-context.ts';
import { codeParams } from './request-fields.ts';
import { messagesSchema, readerChangesSchema, rosterDifferencesSchema } from './response-parts.ts';

const tags = ['roster drift'];

const versionDriftSchema = z
  .object({
    version: z.uuid(),
    from: z.string(),
    to: z.string(),
    differences: rosterDifferencesSchema,
    messages: messagesSchema,
    coverage: readerChangesSchema,
  })
  .meta({ id: 'VersionDrift' });
const driftFields = z.object({
  department: z.string(),
  batchId: z.uuid(),
  asOf: z.string(),
  versions: z.array(versionDriftSchema),
});
const driftSchema = driftFields.meta({ id: 'Drift' });
const appliedSchema = driftFields
  .extend({ copies: z.array(z.object({ of: z.uuid(), id: z.uuid() })) })
  .meta({ id: 'AppliedDrift' });

/** What the roster pulled last says otherwise than production (R16). */
export const driftRoutes: RouteFile = (server, context) => {
  const { drift } = context.services;

  server.get(
    '/api/departments/:code/drift',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'getDrift',
          summary: 'What differs from production, by the roster pulled last',
          params: codeParams,
        },
        response: { 200: driftSchema },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      return presentDrift(await drift.findDrift(code));
    },
  );

  server.post(
    '/api/departments/:code/drift/apply',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'applyDrift',
          summary: 'A STAGING copy with the fresh roster, to be promoted',
          params: codeParams,
        },
        response: { 200: appliedSchema },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const applied = await drift.applyDrift(code, actorOfRequest(request));
      return { ...presentDrift(applied.drift), copies: applied.copies };
    },
  );
};
