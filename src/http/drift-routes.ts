import { z } from 'zod';
import { presentDrift } from '#src/services/present/present-drift.ts';
import { actorOfRequest, ownDepartment, type RouteFile } from './http-context.ts';
import { codeParams } from './request-fields.ts';
import { messagesSchema, readerChangesSchema, rosterDifferencesSchema } from './response-parts.ts';

const tags = ['roster drift'];

const driftSchema = z.object({
  department: z.string(),
  batchId: z.uuid(),
  asOf: z.string(),
  versions: z.array(
    z.object({
      version: z.uuid(),
      from: z.string(),
      to: z.string(),
      differences: rosterDifferencesSchema,
      messages: messagesSchema,
      coverage: readerChangesSchema,
    }),
  ),
});

/** What the roster pulled last says otherwise than production (R16). */
export const driftRoutes: RouteFile = (server, context) => {
  const { drift } = context.services;

  server.get(
    '/api/departments/:code/drift',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, summary: 'What differs from production, by the roster pulled last', params: codeParams },
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
        ...{ tags, summary: 'A STAGING copy with the fresh roster, to be promoted', params: codeParams },
        response: {
          200: driftSchema.extend({ copies: z.array(z.object({ of: z.uuid(), id: z.uuid() })) }),
        },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const applied = await drift.applyDrift(code, actorOfRequest(request));
      return { ...presentDrift(applied.drift), copies: applied.copies };
    },
  );
};
