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

export async function secureHeaders(server: HttpServer): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    // What the API answers is for whoever asked, now; a route that has an ETag says otherwise.
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}

/** The page of the API documentation writes styles into its own elements; scripts stay as strict. */
export const documentationPolicy: onRequestHookHandler = (_request, reply, done) => {
  const policy = { ...POLICY, 'style-src': ["'self'", "'unsafe-inline'"] };
  const text = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  reply.header('content-security-policy', text.join(';'));
  done();
};
