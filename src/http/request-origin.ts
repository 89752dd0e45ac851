import type { FastifyRequest } from 'fastify';
import { CodedError } from '#src/domain/errors.ts';

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/;
const LOOPBACK_HOST = /^(?:localhost|\[::1\]|127(?:\.\d+){3})(?::\d+)?$/;

/**
 * Whether somebody on this machine asks. A proxy on this machine passes on others' requests, and a page of another site can
 * make its own name mean this machine: what was passed on, or asks for another name, does not count.
 */
export function isFromThisMachine({ socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>): boolean {
  const passedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return !passedOn && LOOPBACK.test(socket.remoteAddress ?? '') && LOOPBACK_HOST.test(headers.host ?? '');
}

/**
 * A cookie comes along with requests that pages of other sites make: what changes something is taken from our own pages
 * only. Every browser says where such a request comes from; a program that says nothing has no cookie that it did not mean
 * to send. FORBIDDEN.
 */
export function requireSameSite({
  method,
  headers,
  host,
}: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const fits = site ? site === 'same-origin' || site === 'none' : !origin || isOf(origin, host);
  if (!fits) throw new CodedError('FORBIDDEN', 'This request comes from a page of another site.');
}

/** The usual port of a protocol may be named or not. */
function isOf(origin: string, host: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.host === URL.parse(`${url.protocol}//${host}`)?.host;
}
