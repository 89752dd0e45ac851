import { z } from 'zod';
import { SCOPES } from '#src/domain/permission.ts';
import { principalOf, type RouteFile, visitorOf } from './http-context.ts';
import { pageFields, pageOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['tokens'];
const scopes = z.array(z.enum(SCOPES).meta({ id: 'Scope' }));
const tokenSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes,
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'Token' });

/** Bearer tokens: everybody's own. */
export const tokenRoutes: RouteFile = (server, { services: { tokens } }) => {
  server.get(
    '/api/tokens',
    {
      config: { needs: 'own' },
      schema: {
        ...{ tags, operationId: 'listTokens', summary: 'Own tokens, without their secrets' },
        querystring: z.object(pageFields),
        response: { 200: z.object({ tokens: z.array(tokenSchema), nextCursor }) },
      },
    },
    async (request) => {
      const page = await tokens.list(principalOf(request).user, pageOf(request.query));
      return { tokens: page.items, nextCursor: page.nextCursor };
    },
  );

  server.post(
    '/api/tokens',
    {
      config: { needs: 'own' },
      schema: {
        ...{ tags, operationId: 'createToken', summary: 'Make a token; its secret is shown this once' },
        body: z
          .strictObject({
            name: z.string().trim().min(1).max(255),
            scopes: scopes.min(1).max(SCOPES.length),
            days: z.int().min(1).max(366).default(90),
          })
          .meta({ id: 'NewToken' }),
        response: { 201: z.object({ token: tokenSchema, secret: z.string() }) },
      },
    },
    async (request, reply) => {
      const created = await tokens.create(request.body, principalOf(request), visitorOf(request));
      reply.code(201);
      return created;
    },
  );

  server.delete(
    '/api/tokens/:id',
    {
      config: { needs: 'own' },
      schema: {
        ...{ tags, operationId: 'revokeToken', summary: 'Revoke an own token' },
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await tokens.revoke(request.params.id, principalOf(request), visitorOf(request));
      return await reply.code(204).send(null);
    },
  );
};
