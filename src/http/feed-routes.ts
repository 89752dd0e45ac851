import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import { notFound } from '#src/domain/not-found.ts';
import { roleMay } from '#src/domain/permission.ts';
import type { FeedView } from '#src/services/feed-service.ts';
import { FEED_WORDS, presentFeed, presentFeeds } from '#src/services/present/present-shared-secret.ts';
import {
  actorOfRequest,
  type HttpContext,
  ownDepartment,
  principalOf,
  type RouteFile,
} from './http-context.ts';
import { shownDepartment } from './own-version.ts';
import { codeField, pageFields, pageOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['calendar'];

const kindWord = z.enum(['person', 'position', 'hospital']).meta({ id: 'FeedKind' });
const feedSchema = z
  .object({
    id: z.uuid(),
    kind: kindWord,
    title: z.string(),
    department: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    createdByEmail: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'Feed' });

/** One's own, or any of the department for whoever schedules there. */
async function ownFeed(request: FastifyRequest, { services }: HttpContext, id: string): Promise<FeedView> {
  const feed = await services.feeds.get(id);
  const { user } = principalOf(request);
  const schedules =
    roleMay(user.role, 'schedule') && (user.role === 'ADMIN' || user.hospitalId === feed.hospitalId);
  if (schedules || feed.createdBy === user.id) return feed;
  throw notFound('feed', id);
}

/** Calendar feeds under secret addresses: made, listed and revoked. */
export const feedRoutes: RouteFile = (server, context) => {
  const { feeds } = context.services;

  server.post(
    '/api/feeds',
    {
      config: { needs: 'own' },
      schema: {
        ...{
          tags,
          operationId: 'createFeed',
          summary: 'Make a feed: anybody of the own duties, else whoever may read the department',
        },
        body: z
          .strictObject({
            kind: kindWord,
            department: codeField.optional().describe('default the own'),
            of: z
              .string()
              .trim()
              .min(1)
              .max(255)
              .optional()
              .describe('email, position (`ON1`, `ON Body`), or code; default: oneself'),
          })
          .meta({ id: 'NewFeed' }),
        response: {
          201: z.object({
            feed: feedSchema,
            url: z.string().describe('the secret address, shown this once'),
          }),
        },
      },
    },
    async (request, reply) => {
      const { user } = principalOf(request);
      const kind = FEED_WORDS[request.body.kind];
      const of = request.body.of ?? (kind === 'PERSON_FEED' ? user.email : undefined);
      if (of === undefined) throw new CodedError('BAD_REQUEST', 'Say of which position or hospital.');
      if (!feeds.isOwn({ kind, of }, user) && !roleMay(user.role, 'read')) {
        throw new CodedError('FORBIDDEN', `A ${user.role} may make a feed of the own duties only.`);
      }
      const { department } = request.body;
      const departmentId = department
        ? (await ownDepartment(request, context, department)).id
        : user.hospitalId;
      if (!departmentId) throw new CodedError('BAD_REQUEST', 'Name the department.');
      const made = await feeds.create({ kind, of, departmentId }, user, actorOfRequest(request));
      const feed = await presentFeed(context.services, made.feed);
      reply.code(201);
      return { feed, url: `${originOf(request)}/feeds/${made.secret}.ics` };
    },
  );

  server.get(
    '/api/feeds',
    {
      config: { needs: 'own' },
      schema: {
        ...{
          tags,
          operationId: 'listFeeds',
          summary: 'Feeds that are not revoked: the own, or all of the department for whoever schedules',
        },
        querystring: z.object({
          department: codeField.optional().describe('of this one only'),
          ...pageFields,
        }),
        response: { 200: z.object({ feeds: z.array(feedSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { user } = principalOf(request);
      const { department } = request.query;
      const schedules = roleMay(user.role, 'schedule');
      const hospitalId = schedules || department ? await shownDepartment(request, context, department) : null;
      const filter = { ...(hospitalId && { hospitalId }), ...(!schedules && { createdBy: user.id }) };
      const page = await feeds.list(filter, pageOf(request.query));
      return { feeds: await presentFeeds(context.services, page.items), nextCursor: page.nextCursor };
    },
  );

  server.delete(
    '/api/feeds/:id',
    {
      config: { needs: 'own' },
      schema: {
        ...{
          tags,
          operationId: 'revokeFeed',
          summary: 'Revoke a feed: its address answers no more',
          params: z.object({ id: z.uuid() }),
        },
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = await ownFeed(request, context, request.params.id);
      await feeds.revoke(id, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );
};

/** `https://schedcu.example.org`, as the request came in. */
export const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;
