import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesType, weightOf } from './accepted-types.ts';
import type { HttpServer } from './http-context.ts';

/** What programs call: an unknown address below one of these is a problem document for a browser, too. */
const NOT_THE_PAGE = /^\/(?:(?:api|metrics|assets)(?:\/|$)|feeds\/)/;

/**
 * Whether somebody goes to this address and wants to see something there: a browser, which says so; at the front door
 * whoever does not refuse it.
 */
export function wantsPage({ method, headers: { accept }, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const [path = ''] = url.split('?');
  if (path === '/') return weightOf(accept, 'text/html') > 0;
  return namesType(accept, 'text/html') && !NOT_THE_PAGE.test(path);
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers with the page; its own router knows what to show at the address. Null where no page is served. */
    sendPage: ((reply: FastifyReply) => FastifyReply) | null;
  }
}

/** The page's files, built into `folder`: their names change with their content, so that browsers keep them for good. */
export async function servePage(server: HttpServer, folder: string | null): Promise<void> {
  if (folder === null) {
    server.decorate('sendPage', null);
    return;
  }
  await server.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, index: false });
  server.decorate('sendPage', (reply: FastifyReply) =>
    reply
      .headers({ 'cache-control': 'no-cache', vary: 'accept, accept-encoding' })
      .sendFile('index.html', { cacheControl: false }),
  );
  server.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { needs: 'open' }, schema: { hide: true } },
    (request, reply) => {
      reply.header('vary', 'accept-encoding');
      return reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true });
    },
  );
}
