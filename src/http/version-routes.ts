import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { MOST_VERSION_DATES } from '#src/domain/schedule-dates.ts';
import { presentVersion, presentView } from '#src/services/present/present-version.ts';
import { tagOf } from '#src/services/version-view.ts';
import { versionStatusWord } from './answer-words.ts';
import { coverageCountsSchema } from './coverage-schema.ts';
import { actorOfRequest, type RouteFile } from './http-context.ts';
import { matchesTag } from './matches-tag.ts';
import { ownVersion, shownDepartment } from './own-version.ts';
import {
  codeField,
  dateField,
  given,
  givenSpan,
  idParams,
  pageFields,
  pageOf,
  spanFields,
} from './request-fields.ts';
import { nextCursor, spanSchema, validationSchema, versionSchema } from './response-parts.ts';
import { isSeenOf, seenHeaders } from './seen-version.ts';

const tags = ['versions'];
const params = idParams<VersionId>();
const viewSchema = z
  .object({
    version: versionSchema,
    inForce: z.array(spanSchema),
    coverage: coverageCountsSchema,
    validation: validationSchema,
  })
  .meta({ id: 'VersionView' });

/** Versions of schedules: made, listed, and looked at with everything that stands for and against them. */
export const versionRoutes: RouteFile = (server, context) => {
  const { versions } = context.services;

  server.post(
    '/api/versions',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{ tags, operationId: 'createVersion', summary: 'Make an empty STAGING version' },
        body: z
          .strictObject({
            ...{ department: codeField, from: dateField },
            to: dateField.describe(`at most ${MOST_VERSION_DATES} dates from \`from\` on`),
          })
          .meta({ id: 'NewVersion' }),
        response: { 201: z.object({ version: versionSchema }) },
      },
    },
    async (request, reply) => {
      const { department, from, to } = request.body;
      await shownDepartment(request, context, department);
      const version = await versions.createVersion(department, from, to, actorOfRequest(request));
      reply.code(201).header('location', `/api/versions/${version.id}`);
      return { version: presentVersion(version) };
    },
  );

  server.get(
    '/api/versions',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listVersions', summary: 'Versions, the newest first' },
        querystring: z.object({
          hospital: codeField.optional().describe('code of the department'),
          status: versionStatusWord.optional(),
          ...spanFields,
          ...pageFields,
        }),
        response: { 200: z.object({ versions: z.array(versionSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { hospital, status } = request.query;
      const span = givenSpan(request.query);
      const hospitalId = (await shownDepartment(request, context, hospital)) ?? undefined;
      const filter = { ...given({ hospitalId, status }), ...span };
      const page = await versions.pageVersions(filter, pageOf(request.query));
      return { versions: page.items.map(presentVersion), nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/versions/:id',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'getVersion',
          summary: 'A version with what stands for and against it, as of now',
          params,
        },
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: viewSchema, 304: z.null() },
      },
    },
    async (request, reply) => {
      await ownVersion(request, context, request.params.id);
      const view = await versions.viewVersion(request.params.id);
      const etag = `"${tagOf(view)}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (matchesTag(request.headers['if-none-match'], etag)) return await reply.code(304).send(null);
      return presentView(view);
    },
  );

  server.delete(
    '/api/versions/:id',
    {
      config: { needs: 'schedule' },
      schema: {
        tags,
        operationId: 'removeVersion',
        summary: 'Remove a STAGING version',
        params,
        headers: seenHeaders,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await ownVersion(request, context, request.params.id);
      await versions.remove(request.params.id, actorOfRequest(request), isSeenOf(request.headers));
      return await reply.code(204).send(null);
    },
  );
};
