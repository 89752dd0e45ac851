import { CodedError } from '#src/domain/errors.ts';
import type { HttpServer } from './http-context.ts';

const JSON_TYPE = 'application/json';

/** JSON is the form of a body, unless the route names others (`consumes`). An empty one is none. */
export function readBodies(server: HttpServer): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text.trim() === '') return done(null, undefined);
    // No text of the database can hold it.
    if (/\\u0000/i.test(text))
      return done(new CodedError('BAD_REQUEST', 'A text contains the character NUL.'));
    return parse(request, text, done);
  });
  server.addHook('onRequest', async ({ url }) => {
    if (/%00/.test(url)) throw new CodedError('BAD_REQUEST', 'The address contains the character NUL.');
  });
  server.addHook('preParsing', async (request, _reply, payload) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const { schema } = request.routeOptions;
    const { consumes } = (schema ?? {}) as { consumes?: string[] };
    const taken = consumes ?? (schema?.body ? [JSON_TYPE] : null);
    if (type && taken && !taken.includes(type)) throw new UnsupportedMediaType();
    return payload;
  });
}

/** As the framework says it of a type that nobody reads. */
class UnsupportedMediaType extends Error {
  readonly statusCode = 415;
}
