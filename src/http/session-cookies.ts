import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '#src/services/session-opening.ts';
import { BROWSER_COOKIE } from './http-context.ts';

export const SESSION_COOKIE = 'schedcu_session';
const PROVIDER_COOKIE = 'schedcu_provider';
const PROVIDER_PATH = '/api/session/oidc';

const YEAR_S = 365 * 24 * 60 * 60;
const MINUTES_10_S = 600;

/** Neither scripts nor pages of other sites get at it; over https it never leaves without. */
const closed = ({ protocol }: Pick<FastifyRequest, 'protocol'>) => ({
  ...{ httpOnly: true, sameSite: 'strict' as const, secure: protocol === 'https' },
});

export function setSession(reply: FastifyReply, { token, expiresAt, browser }: SignedIn): void {
  const options = closed(reply.request);
  reply.setCookie(SESSION_COOKIE, token, { ...options, path: '/', expires: new Date(expiresAt) });
  reply.setCookie(BROWSER_COOKIE, browser, { ...options, path: '/api/session', maxAge: YEAR_S });
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { ...closed(reply.request), path: '/' });
}

/** The provider's page sends the browser back: a strict cookie would not come along. */
export function keepForProvider(reply: FastifyReply, kept: string): void {
  const options = { ...closed(reply.request), sameSite: 'lax' as const };
  reply.setCookie(PROVIDER_COOKIE, kept, { ...options, path: PROVIDER_PATH, maxAge: MINUTES_10_S });
}

/** What was kept, which is of use once. */
export function takeFromProvider(request: FastifyRequest, reply: FastifyReply): string | null {
  const options = { ...closed(request), sameSite: 'lax' as const };
  reply.clearCookie(PROVIDER_COOKIE, { ...options, path: PROVIDER_PATH });
  return request.cookies[PROVIDER_COOKIE] ?? null;
}
