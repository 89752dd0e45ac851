import helmet from '@fastify/helmet';
import type { onRequestHookHandler } from 'fastify';
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

export async function secureHeaders(server: HttpServer): Promise<void> {
  await server.register(helmet, {
    // Set below: the library would write the same text anew for every request.
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('content-security-policy', PAGE_POLICY);
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    // What the API answers is for whoever asked, now; a route that has an ETag says otherwise.
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}

export const documentationPolicy: onRequestHookHandler = (_request, reply, done) => {
  reply.header('content-security-policy', DOCUMENTATION_POLICY);
  done();
};
