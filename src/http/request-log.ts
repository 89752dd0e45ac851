import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-context.ts';

/**
 * One line for each answer. Neither query nor parameters called `secret` are written: feeds, wall displays, one-time links
 * and sign-in providers carry secrets there.
 */
export function logRequests(server: HttpServer): void {
  server.addHook('onResponse', async (request, reply) => {
    const { method, ip, principal } = request;
    const who = principal ? { user: principal.user.id, by: principal.scopes ? 'token' : 'session' } : {};
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, path: pathOf(request), status: reply.statusCode, ms, ip, ...who }, 'Answered');
  });
  server.addHook('onTimeout', async (request) => {
    request.log.warn({ method: request.method, path: pathOf(request) }, 'The connection timed out');
  });
}

/** Of an address that nobody knows only the beginning is written: what follows may be a secret, mistyped or asked for amiss. */
function pathOf({ url, is404, routeOptions, params }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  if (is404 || routeOptions.url === undefined)
    return path
      .split('/')
      .slice(0, path.startsWith('/api/') ? 3 : 2)
      .join('/')
      .slice(0, 40);
  const secret = (params as Record<string, string> | undefined)?.['secret'];
  return secret === undefined ? path : routeOptions.url;
}
