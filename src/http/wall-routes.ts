import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import { presentWall, presentWalls } from '#src/services/present/present-shared-secret.ts';
import { presentInstant, presentWho } from '#src/services/present/present-who.ts';
import type { WallView } from '#src/services/wall-service.ts';
import { dutySchema, presentDuty } from './duty-schema.ts';
import { originOf } from './feed-routes.ts';
import {
  actorOfRequest,
  type HttpContext,
  ownDepartment,
  type RouteFile,
  requireOwn,
} from './http-context.ts';
import { shownDepartment } from './own-version.ts';
import { wantsPage } from './page-routes.ts';
import { codeField, pageFields, pageOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';
import { whoSchema } from './who-schema.ts';

const tags = ['wall'];

const wallSchema = z
  .object({
    id: z.uuid(),
    department: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    createdByEmail: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'Wall' });
const tonightSchema = z
  .object({
    department: z.object({ code: z.string(), name: z.string(), timeZone: z.string() }),
    now: z.string(),
    who: whoSchema.nullable().describe('null: no schedule is in force'),
    duties: z.array(dutySchema),
  })
  .meta({ id: 'Tonight' });

async function ownWall(request: FastifyRequest, { services }: HttpContext, id: string): Promise<WallView> {
  const wall = await services.walls.get(id);
  requireOwn(request, wall.hospitalId, 'wall', id);
  return wall;
}

/** Wall displays: their secrets, and what they show. */
export const wallRoutes: RouteFile = (server, context) => {
  const { walls } = context.services;

  server.post(
    '/api/walls',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{ tags, operationId: 'createWall', summary: 'Make the address of a wall display' },
        body: z.strictObject({ department: codeField }),
        response: {
          201: z.object({
            wall: wallSchema,
            url: z.string().describe('the secret address, shown this once'),
          }),
        },
      },
    },
    async (request, reply) => {
      const { id } = await ownDepartment(request, context, request.body.department);
      const made = await walls.create(id, actorOfRequest(request));
      const wall = await presentWall(context.services, made.wall);
      reply.code(201);
      return { wall, url: `${originOf(request)}/wall/${made.secret}` };
    },
  );

  server.get(
    '/api/walls',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listWalls', summary: 'Wall displays that are not revoked' },
        querystring: z.object({ department: codeField.optional(), ...pageFields }),
        response: { 200: z.object({ walls: z.array(wallSchema), nextCursor }) },
      },
    },
    async (request) => {
      const hospitalId = await shownDepartment(request, context, request.query.department);
      const page = await walls.list(hospitalId, pageOf(request.query));
      return { walls: await presentWalls(context.services, page.items), nextCursor: page.nextCursor };
    },
  );

  server.delete(
    '/api/walls/:id',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'revokeWall',
          summary: 'Revoke a wall display',
          params: z.object({ id: z.uuid() }),
        },
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = await ownWall(request, context, request.params.id);
      await walls.revoke(id, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );

  server.get(
    '/wall/:secret',
    {
      config: { needs: 'open' },
      schema: {
        ...{
          tags,
          operationId: 'readWall',
          summary: 'Tonight of a department, by the secret of a wall display',
        },
        params: z.object({ secret: z.string().min(1).max(100) }),
        response: { 200: tonightSchema },
      },
    },
    async (request, reply) => {
      // A browser is shown the page, which then asks here for what stands on it.
      if (server.sendPage && wantsPage(request)) return server.sendPage(reply) as never;
      const tonight = await walls.read(request.params.secret);
      if (!tonight) throw new CodedError('NOT_FOUND', 'There is no such display, or it was revoked.');
      const { department, now, who, duties } = tonight;
      reply.headers({ 'cache-control': 'no-store', vary: 'accept' });
      return {
        ...{ department, now: presentInstant(now, department.timeZone) },
        ...{ who: who && presentWho(who), duties: duties.map(presentDuty) },
      };
    },
  );
};
