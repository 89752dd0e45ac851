import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './http-context.ts';

/** What programs call: an unknown address below one of these is a problem document for a browser, too. */
const NOT_THE_PAGE = /^\/(?:(?:api|metrics|assets)(?:\/|$)|feeds\/)/;

/** Whether a browser goes to this address and wants to see something there. */
export const wantsPage = ({ method, headers, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  /\btext\/html\b/.test(headers.accept ?? '') &&
  !NOT_THE_PAGE.test(url.split('?')[0] ?? '');

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
