import { readRanges, weightOf } from './accepted-types.ts';
import type { HttpServer } from './http-context.ts';

/** What every route of the API may answer: its problems are JSON too. */
const ALWAYS = ['application/json', 'application/problem+json'];

/** Whoever takes none of the forms that a route of the API answers in is told so (406), before anything is done. */
export function refuseUnknownForms(server: HttpServer): void {
  server.addHook('onRequest', async ({ headers: { accept }, is404, routeOptions }) => {
    if (accept === undefined || is404 || !routeOptions.url?.startsWith('/api/')) return;
    const { response = {} } = (routeOptions.schema ?? {}) as { response?: Record<string, unknown> };
    if (!routeOptions.schema || 'hide' in routeOptions.schema) return;
    const offered = [...ALWAYS, ...Object.values(response).flatMap(typesOf)];
    if (!takesOneOf(accept, offered)) throw new NotAcceptable();
  });
}

const typesOf = (answer: unknown): string[] =>
  answer !== null && typeof answer === 'object' && 'content' in answer
    ? Object.keys(answer.content as object)
    : [];

/** JSON by another name is JSON. */
const takesOneOf = (accept: string, offered: readonly string[]): boolean =>
  offered.some((type) => weightOf(accept, type) > 0) ||
  [...readRanges(accept)].some(([range, weight]) => range.endsWith('+json') && weight > 0);

/** As the framework says what a client cannot be given. */
class NotAcceptable extends Error {
  readonly statusCode = 406;
}
