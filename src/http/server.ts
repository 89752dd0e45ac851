import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { CodedError } from '#src/domain/errors.ts';
import type { Services } from '#src/services/services.ts';
import { refuseUnknownForms } from './acceptable-types.ts';
import { documentApi } from './api-document.ts';
import { authenticate } from './authenticate.ts';
import { answerBrokenConnection, answerErrors, describeError, sendProblem } from './error-answers.ts';
import type { HttpServer } from './http-context.ts';
import { measureRequests } from './metrics.ts';
import { servePage } from './page-routes.ts';
import { readBodies } from './request-body.ts';
import { logRequests } from './request-log.ts';
import { ROUTES } from './routes.ts';
import { secureHeaders } from './security-headers.ts';
import { answerUnknownRoutes } from './unknown-route.ts';

export interface HttpOptions {
  services: Services;
  log: FastifyBaseLogger;
  /** Upload limit in bytes. */
  uploadBytes: number;
  /** Requests a minute from one address. */
  requestsPerMinute: number;
  /** Whose X-Forwarded headers count; false: nobody's. */
  trustProxy: false | number | string[];
  /** The folder of the built page; null where only the API is served. */
  page?: string | null;
  /** How long a request may take to arrive: 2 minutes. */
  requestTimeoutMs?: number;
  /** How long those under way may take when the server closes: 10 s. */
  drainMs?: number;
}

const BODY_BYTES = 1024 * 1024;
const HEADER_BYTES = 16 * 1024;
/** A connection on which nothing moves is closed; open event streams say something more often. */
const SILENCE_MS = 150_000;
/** Between two looks for idle connections while the server closes. */
const LOOK_MS = 50;
const newId = (): string => randomUUID();

/** API and page: schemas validate, document and type every route; errors are problem documents. Closing it drains. */
export async function buildServer(options: HttpOptions): Promise<HttpServer> {
  const { services, log, requestTimeoutMs = 120_000 } = options;
  const server = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    trustProxy: trusted(options.trustProxy),
    bodyLimit: BODY_BYTES,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: SILENCE_MS,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: Math.min(20_000, requestTimeoutMs),
      connectionsCheckingInterval: Math.min(5_000, requestTimeoutMs),
    },
    clientErrorHandler: answerBrokenConnection(log, newId),
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply, describeError(error, request));
    },
  }).withTypeProvider<ZodTypeProvider>() as HttpServer;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  answerErrors(server);
  answerUnknownRoutes(server);
  logRequests(server);
  secureHeaders(server);
  await limitRates(server, options.requestsPerMinute);
  refuseUnknownForms(server);
  readBodies(server);
  await server.register(cookie);
  await server.register(multipart, {
    limits: { fileSize: options.uploadBytes, files: 10, fields: 20, fieldSize: 64 * 1024, headerPairs: 100 },
  });
  authenticate(server, services);
  const metrics = measureRequests(server, services);
  await servePage(server, options.page ?? null);
  await documentApi(server);
  const context = { services, metrics, closing: drain(server, options.drainMs ?? 10_000) };
  for (const register of ROUTES) register(server, context);
  return server;
}

/** A number counts proxies, beginning with the one that is connected to us. */
const trusted = (proxies: HttpOptions['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number): boolean => hop < proxies : proxies;

/** Before anything is looked up. Guessing passwords has limits of its own (see `SignInThrottle`). */
async function limitRates(server: HttpServer, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    max: requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { after }) =>
      new CodedError('TOO_MANY_REQUESTS', `Too many requests from your address. Try again in ${after}.`),
  });
  server.addHook('onRequest', server.rateLimit());
}

/** Closing: what keeps a response open is told to end it, the rest finishes, and what takes too long is cut off. */
function drain(server: HttpServer, drainMs: number): AbortSignal {
  const closing = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  server.addHook('preClose', async () => {
    closing.abort();
    // A connection whose last answer began before the end is kept alive for a while: nobody needs it any more.
    timers.push(setInterval(() => server.server.closeIdleConnections(), LOOK_MS));
    timers.push(setTimeout(() => server.server.closeAllConnections(), drainMs));
  });
  server.addHook('onClose', async () => {
    for (const timer of timers) clearTimeout(timer);
  });
  return closing.signal;
}
