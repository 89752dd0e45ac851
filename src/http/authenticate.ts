import type { FastifyRequest } from 'fastify';
import { CodedError } from '#src/domain/errors.ts';
import type { Services } from '#src/services/services.ts';
import type { Principal } from '#src/services/session-opening.ts';
import { type HttpServer, requirePermission } from './http-context.ts';
import { isFromThisMachine, requireSameSite } from './request-origin.ts';
import { SESSION_COOKIE } from './session-cookies.ts';

/** Routes that the page of the API documentation brings along: they are of the page's static files. */
const DOCUMENTATION = /^\/api\/docs(?:\/|$)/;

/**
 * Decides for every route, by its `needs`, before its handler: 401 without a session, 403 where the role or the token may
 * not. A route that does not say what it needs stops the start.
 */
export function authenticate(server: HttpServer, services: Services): void {
  server.decorateRequest('principal', null);
  server.addHook('onRoute', (route) => {
    if (DOCUMENTATION.test(route.url)) route.config = { needs: 'open', ...route.config };
    if (route.config?.needs === undefined)
      throw new Error(`The route ${route.url} does not say what it needs.`);
  });
  server.addHook('onRequest', async (request) => {
    const { needs } = request.routeOptions.config;
    if (request.is404 || needs === undefined) return;
    request.principal = await identify(request, services);
    // Signing somebody in from another site's page is refused too: open routes are no exception.
    if (!request.headers.authorization) requireSameSite(request);
    if (needs === 'open') return;
    if (needs === 'operator') return requireOperator(request);
    if (!request.principal) {
      const signInMethods = services.providerSignIn.methods();
      throw new CodedError('UNAUTHENTICATED', 'Sign in first.', { signInMethods });
    }
    requirePermission(request.principal, needs);
  });
}

/** A header that names somebody stands before the cookie, also where it opens nothing. */
async function identify(request: FastifyRequest, services: Services): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [, secret] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    return secret ? await services.signIn.identify(secret, 'bearer') : null;
  }
  const session = request.cookies[SESSION_COOKIE];
  return session ? await services.signIn.identify(session, 'session') : null;
}

function requireOperator(request: FastifyRequest): void {
  if (isFromThisMachine(request) || request.principal?.scopes) return;
  throw new CodedError('UNAUTHENTICATED', 'Ask from this machine, or with a bearer token.');
}
