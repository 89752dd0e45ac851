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

/** RFC 9110: ranges with commas between, each with an optional weight; a weight of nought is a no. */
function takesOneOf(accept: string, offered: readonly string[]): boolean {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim()))
    .filter(([, ...parameters]) => !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)))
    .map(([type = '']) => type);
  return ranges.some(
    (range) =>
      range === '' ||
      range === '*/*' ||
      range.endsWith('+json') ||
      offered.some((type) => type === range || range === `${type.split('/')[0]}/*`),
  );
}

/** As the framework says what a client cannot be given. */
class NotAcceptable extends Error {
  readonly statusCode = 406;
}
