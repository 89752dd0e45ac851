import { STATUS_CODES } from 'node:http';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpServer } from './http-context.ts';
import { PROBLEM_TYPE, problemSchema } from './problem.ts';
import { documentationPolicy } from './security-headers.ts';

const TAGS = {
  session: 'Signing in and out',
  tokens: 'Bearer tokens of programs',
  users: 'Who may sign in, and with which role',
  audit: 'Who changed what and when',
  operation: 'Health and measures, for whoever operates it',
};

/** The OpenAPI document of all routes that are registered later, and the page to read it. */
export async function documentApi(server: HttpServer): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'schedcu',
        version: '1.0.0',
        description: 'Who reads which study at which hospital, and why.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        schemas: { Problem: z.toJSONSchema(problemSchema) as object },
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'schedcu_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given);
      return {
        url,
        schema: schema && !schema.hide ? { ...schema, ...completed(given.route, schema) } : schema,
      };
    },
    transformObject: (given) => sortTags(jsonSchemaTransformObject(given)),
  });
  await server.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiHooks: { onRequest: documentationPolicy },
    uiConfig: { deepLinking: true, displayOperationId: true },
  });
  server.get('/api/openapi.json', { schema: { hide: true }, config: { needs: 'open' } }, async () =>
    server.swagger(),
  );
}

/** For operators nothing is needed on the machine itself. */
const SECURITY = { open: [], operator: [{ token: [] }, {}], signedIn: [{ session: [] }, { token: [] }] };

/** What is the same for every route, or follows from what it needs. */
function completed(
  { config, method, url }: RouteOptions,
  schema: { operationId?: string; response?: unknown },
) {
  const needs = config?.needs;
  const problem = { content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
    operationId: schema.operationId ?? operationIdOf(String([method].flat()[0]), url),
    security: SECURITY[needs === 'open' || needs === 'operator' ? needs : 'signedIn'],
    'x-needs': needs,
    response: {
      ...described(schema.response ?? {}),
      '4xx': { description: 'The request is refused; the problem says why', ...problem },
      '5xx': { description: 'We, or something that we need, have a fault', ...problem },
    },
  };
}

/** Every answer says at least what its status is called. */
const described = (response: object): object =>
  Object.fromEntries(
    Object.entries(response).map(([status, schema]) => [
      status,
      { 'x-response-description': STATUS_CODES[status] ?? 'Answer', ...schema },
    ]),
  );

/** `GET /api/versions/:id/shifts` → `getVersionsByIdShifts`. */
function operationIdOf(method: string, url: string): string {
  const words = url
    .split('/')
    .filter((part) => part !== '' && part !== 'api')
    .flatMap((part) => (part.startsWith(':') ? ['by', ...part.slice(1).split(/\W/)] : part.split(/\W/)));
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return method.toLowerCase() + words.map(capital).join('');
}

/** Tags that routes name and nobody describes are listed too. */
function sortTags<T extends { tags?: { name: string }[]; paths?: object }>(document: T): T {
  const used = Object.values(document.paths ?? {}).flatMap((item: object) =>
    Object.values(item).flatMap((operation: { tags?: string[] }) => operation.tags ?? []),
  );
  const described = document.tags ?? [];
  const missing = [...new Set(used)].filter((name) => !described.some((tag) => tag.name === name));
  const kept = described.filter(({ name }) => used.includes(name));
  return { ...document, tags: [...kept, ...missing.map((name) => ({ name }))] };
}
