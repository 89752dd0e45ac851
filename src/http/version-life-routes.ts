import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { presentVersion } from '#src/services/present/present-version.ts';
import { actorOfRequest, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { idParams, reasonField } from './request-fields.ts';
import { spanSchema, versionSchema } from './response-parts.ts';
import { isSeenOf, seenHeaders } from './seen-version.ts';

const tags = ['versions'];
const params = idParams<VersionId>();
const promotionSchema = z
  .object({
    version: versionSchema,
    trimmed: z.array(z.uuid()).describe('versions that keep the dates that remain to them'),
    archived: z.array(z.uuid()).describe('versions to which no date remains'),
    overridden: z.array(z.string()).describe('keys of the errors'),
  })
  .meta({ id: 'Promotion' });
const archivedSchema = z
  .object({ version: versionSchema, withoutSchedule: z.array(spanSchema) })
  .meta({ id: 'Archived' });

/** STAGING → PRODUCTION → ARCHIVED, and back by a copy. */
export const versionLifeRoutes: RouteFile = (server, context) => {
  const { versions } = context.services;

  server.post(
    '/api/versions/:id/promote',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'promoteVersion',
          summary: 'Put a STAGING version in force for its dates',
          params,
        },
        headers: seenHeaders,
        body: z
          .strictObject({ overrideReason: reasonField.nullish() })
          .meta({ id: 'PromotionOrder' })
          .nullish(),
        response: { 200: promotionSchema },
      },
    },
    async (request, reply) => {
      const askedAt = new Date(Date.now() - reply.elapsedTime).toISOString();
      await ownVersion(request, context, request.params.id);
      const reason = request.body?.overrideReason ?? null;
      const [actor, isSeen] = [actorOfRequest(request), isSeenOf(request.headers)];
      const result = await versions.promoteToProduction(request.params.id, reason, actor, isSeen, askedAt);
      return { ...result, version: presentVersion(result.version) };
    },
  );

  server.post(
    '/api/versions/:id/archive',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{ tags, operationId: 'archiveVersion', summary: 'Take a version out of force', params },
        headers: seenHeaders,
        response: { 200: archivedSchema },
      },
    },
    async (request) => {
      await ownVersion(request, context, request.params.id);
      const { version, uncovered } = await versions.archive(
        request.params.id,
        actorOfRequest(request),
        isSeenOf(request.headers),
      );
      return { version: presentVersion(version), withoutSchedule: uncovered };
    },
  );

  server.post(
    '/api/versions/:id/copy',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'copyVersion',
          summary: 'A new STAGING version with the same rules, shifts and roster',
          params,
        },
        response: { 201: z.object({ version: versionSchema }) },
      },
    },
    async (request, reply) => {
      await ownVersion(request, context, request.params.id);
      const version = await versions.copy(request.params.id, actorOfRequest(request));
      reply.code(201).header('location', `/api/versions/${version.id}`);
      return { version: presentVersion(version) };
    },
  );
};
