import { STATUS_CODES } from 'node:http';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { tidyComponents } from './api-components.ts';
import type { HttpServer } from './http-context.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { documentationPolicy } from './security-headers.ts';
import { simplifyDocument } from './simplify-document.ts';

const TAGS = {
  coverage: 'Who reads what, and how much of a schedule is covered',
  versions: 'Schedules from STAGING to PRODUCTION to ARCHIVED',
  'accepted warnings': 'Known oddities that a department accepts, with a reason',
  'changes by hand': 'Assign, unassign and swap',
  imports: 'Matrix and roster brought in, and what came of it',
  'roster drift': 'What a fresh roster says otherwise than production',
  jobs: 'Work in the background',
  people: 'Radiologists: who may read what, and how to reach them',
  hospitals: 'Sites whose studies are read',
  departments: 'What a department decides for its schedule',
  own: 'What belongs to whoever is signed in',
  calendar: 'Feeds of duties for calendar programs',
  wall: 'Tonight, for a display on a wall',
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
    transformObject: (given) => sortTags(simplifyDocument(tidyComponents(jsonSchemaTransformObject(given)))),
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
function completed({ config }: RouteOptions, schema: { response?: unknown }) {
  const needs = config?.needs;
  const problem = { content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
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

/** Tags that routes name and nobody describes are listed too. */
function sortTags<T extends object>(document: T): T {
  const { tags: described = [], paths = {} } = document as { tags?: { name: string }[]; paths?: object };
  const used = Object.values(paths).flatMap((item: object) =>
    Object.values(item).flatMap((operation: { tags?: string[] }) => operation.tags ?? []),
  );
  const missing = [...new Set(used)].filter((name) => !described.some((tag) => tag.name === name));
  const kept = described.filter(({ name }) => used.includes(name));
  return { ...document, tags: [...kept, ...missing.map((name) => ({ name }))] };
}
