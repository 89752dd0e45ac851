import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import { belongsTo, type Permission, roleMay, scopesAllow } from '#src/domain/permission.ts';
import type { Actor } from '#src/domain/user.ts';
import type { Services } from '#src/services/services.ts';
import { actorOf, type Principal, type Visitor } from '#src/services/session-opening.ts';

/** A server whose routes are typed by their zod schemas. */
export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What every route file is given. */
export interface HttpContext {
  services: Services;
  /** Aborted when the server begins to close: whoever keeps a response open (server-sent events) ends it then. */
  closing: AbortSignal;
  /** Everything measured, as Prometheus reads it. */
  metrics(): Promise<string>;
}

/** Registers the routes of one resource. */
export type RouteFile = (server: HttpServer, context: HttpContext) => void;

/** What a browser is known by once somebody has signed in there (see `SignInThrottle`); it opens nothing. */
export const BROWSER_COOKIE = 'schedcu_browser';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever makes the request; null on open routes without a session. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** What the route needs; `open`: nobody has to be signed in, `operator`: loopback or any bearer token. */
    needs?: Permission | 'open' | 'operator';
  }
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  ipAddress: request.ip ?? null,
  userAgent: request.headers['user-agent'] ?? null,
  browser: request.cookies[BROWSER_COOKIE] ?? null,
});

/** Whoever is signed in; routes that need a permission have somebody. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal) return request.principal;
  throw new CodedError('UNAUTHENTICATED', 'Sign in first.');
}

export const actorOfRequest = (request: FastifyRequest): Actor =>
  actorOf(principalOf(request), visitorOf(request));

/** FORBIDDEN where the role, or a token's scope, does not allow it. */
export function requirePermission(principal: Principal, permission: Permission): void {
  const { user, scopes } = principal;
  if (!roleMay(user.role, permission)) throw new CodedError('FORBIDDEN', `A ${user.role} may not do this.`);
  if (scopes && !scopesAllow(scopes, permission)) {
    throw new CodedError(
      'FORBIDDEN',
      `This token has not the scope "${permission === 'own' ? 'ask' : permission}".`,
    );
  }
}

/** The department of a code, where it is the user's own; another department's data is NOT_FOUND, as if it were not there. */
export async function ownDepartment(
  request: FastifyRequest,
  { services }: HttpContext,
  code: string,
): Promise<Department> {
  const department = await services.departments.find(code);
  if (department && belongsTo(principalOf(request).user, department.id)) return department;
  throw notFound('department', code);
}

/** NOT_FOUND unless a row's department is the user's own. */
export function requireOwn(
  request: FastifyRequest,
  hospitalId: HospitalId | null,
  ...named: Parameters<typeof notFound>
): void {
  const { user } = principalOf(request);
  if (user.role === 'ADMIN' || (hospitalId !== null && belongsTo(user, hospitalId))) return;
  throw notFound(...named);
}
