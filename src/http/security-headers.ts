import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { onRequestHookHandler } from 'fastify';
import helmet from 'helmet';
import type { HttpServer } from './http-context.ts';

/** The one rule that the component library writes into the page by itself: how a pressed button takes touches. */
const TOUCH_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Everything comes from us, nothing inline; the page may be framed by nobody. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", TOUCH_STYLE],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
};

const policyText = (policy: Record<string, readonly string[]>): string =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');

const PAGE_POLICY = policyText(POLICY);
/** The page of the API documentation writes styles into its own elements; scripts stay as strict. */
const DOCUMENTATION_POLICY = policyText({ ...POLICY, 'style-src': ["'self'", "'unsafe-inline'"] });

/** The same for every answer, so that the library writes them once. */
function fixedHeaders(): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  const write = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  write(answer.req, answer, (cause) => {
    if (cause) throw cause;
  });
  return {
    ...(answer.getHeaders() as Record<string, string>),
    'content-security-policy': PAGE_POLICY,
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
}

export function secureHeaders(server: HttpServer): void {
  const fixed = fixedHeaders();
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(fixed);
    reply.header('x-request-id', request.id);
    // What the API answers is for whoever asked, now; a route that has an ETag says otherwise.
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}

export const documentationPolicy: onRequestHookHandler = (_request, reply, done) => {
  reply.header('content-security-policy', DOCUMENTATION_POLICY);
  done();
};
