import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import {
  FORM_TYPE,
  type JsonSchema,
  type Operation,
  sampleObject,
  sampleParts,
  toForm,
  UNKNOWN_ID,
} from './api-operations.ts';

/** What a department has of everything: ids, a code, an email. */
export interface Furniture {
  code: string;
  version: string;
  job: string;
  batch: string;
  person: string;
  personEmail: string;
  feed: string;
  wall: string;
  token: string;
}

/** Whose is what stands behind `{id}` or `{code}` of a path; null: everybody's, or for administrators, or a secret. */
const OF_PATH: Record<string, ((of: Furniture) => string) | null> = {
  '/api/versions': (of) => of.version,
  '/api/jobs': (of) => of.job,
  '/api/imports': (of) => of.batch,
  '/api/people': (of) => of.person,
  '/api/departments': (of) => of.code,
  '/api/feeds': (of) => of.feed,
  '/api/walls': (of) => of.wall,
  '/api/tokens': (of) => of.token,
  '/api/users': null,
  '/api/hospitals': null,
  '/api/session/links': null,
  '/feeds': null,
  '/wall': null,
};
/** Fields of a query or body that name something of a department. */
export const OF_FIELD: Record<string, (of: Furniture) => string> = {
  department: (of) => of.code,
  version: (of) => of.version,
  against: (of) => of.version,
};

const resourceOf = ({ path }: Operation): string => path.slice(0, path.indexOf('/{'));

export function ownerOf(operation: Operation): ((of: Furniture) => string) | null {
  const owner = OF_PATH[resourceOf(operation)];
  if (owner === undefined) throw new Error(`Say in OF_PATH whose things ${operation.name} shows.`);
  return owner;
}

/** Values that fit, of things that are there. */
export const knownOf = (of: Furniture): Record<string, unknown> => ({
  ...{
    department: of.code,
    version: of.version,
    against: of.version,
    person: of.personEmail,
    of: 'ON1',
    kind: 'position',
    all: true,
  },
  ...{
    date: '2026-04-08',
    from: '2026-04-06',
    to: '2026-04-12',
    shiftType: 'ON1',
    line: 1,
    reason: 'because',
    timeZone: 'Europe/Paris',
  },
});
/** The `kind` of a change is not the kind of a feed, and its `from` is a time. */
const withoutFor = (operation: Operation): string[] =>
  operation.path.endsWith('/changes') && operation.method === 'POST'
    ? ['kind', 'from', 'to', 'of', 'version']
    : [];

export function pathOf(operation: Operation, fill: (field: string) => string): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(fill(field)));
}

/** The path of an operation to what is one's own. */
export const ownPathOf = (operation: Operation, own: Furniture): string =>
  pathOf(operation, (field) => {
    const owner = operation.pathFields.length > 0 ? ownerOf(operation) : null;
    return owner ? owner(own) : field === 'code' ? own.code : UNKNOWN_ID;
  });

export interface Ask {
  url: string;
  headers?: Record<string, string>;
  payload?: string;
}

/** A request that fits, but for what `over` says. */
export function askOf(
  operation: Operation,
  own: Furniture,
  url: string,
  over: Record<string, unknown> = {},
): Ask {
  const known = { ...knownOf(own), ...over };
  for (const name of withoutFor(operation)) if (!(name in over)) delete known[name];
  const query = new URLSearchParams();
  for (const [name, { required }] of Object.entries(operation.query)) {
    if (required || name in over) query.set(name, String(known[name] ?? 'sample'));
  }
  const target = query.size > 0 ? `${url}?${query}` : url;
  const [type] = Object.keys(operation.bodies).toSorted();
  if (!type) return { url: target };
  const schema = operation.bodies[type] ?? {};
  if (type === 'multipart/form-data') {
    return {
      url: target,
      headers: { 'content-type': FORM_TYPE },
      payload: toForm(sampleParts(schema, known)),
    };
  }
  const headers = { 'content-type': 'application/json' };
  return { url: target, headers, payload: JSON.stringify(sampleObject(firstOf(schema), known)) };
}

export const firstOf = (schema: JsonSchema): JsonSchema =>
  schema.properties ? schema : (schema.anyOf?.[0] ?? schema);

/** RFC 9457, with one of the statuses. */
export async function expectProblem(
  answer: Promise<LightMyRequestResponse>,
  status: number | readonly number[],
  what = '',
): Promise<void> {
  const { statusCode, headers, body } = await answer;
  expect([status].flat(), `${what} answered ${statusCode}: ${body.slice(0, 300)}`).toContain(statusCode);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({
    ...{
      type: 'about:blank',
      title: expect.any(String),
      status: statusCode,
      detail: expect.stringMatching(/.{10}/),
    },
    ...{ code: expect.any(String), requestId: headers['x-request-id'] },
  });
}
