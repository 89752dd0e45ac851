import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { RouteFile } from './http-context.ts';
import { matchesTag } from './matches-tag.ts';
import { presentCalendar } from './present-calendar.ts';

/** What calendar programs ask for: open to whoever knows the secret, and to nobody once it is revoked. */
export const calendarRoutes: RouteFile = (server, { services: { feeds } }) => {
  server.get(
    '/feeds/:secret.ics',
    {
      config: { needs: 'open' },
      schema: {
        tags: ['calendar'],
        operationId: 'readFeed',
        summary: 'A calendar feed, by its secret',
        params: z.object({ secret: z.string().min(1).max(100) }),
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: { content: { 'text/calendar': { schema: z.string() } } }, 304: z.null() },
      },
    },
    async (request, reply) => {
      const content = await feeds.read(request.params.secret);
      if (!content) throw new CodedError('NOT_FOUND', 'There is no such feed, or it was revoked.');
      const text = presentCalendar(content);
      const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (matchesTag(request.headers['if-none-match'], etag)) return await reply.code(304).send(null);
      return await reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
    },
  );
};
