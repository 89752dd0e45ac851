import { describe, expect, it } from 'vitest';
import {
  FORM_TYPE,
  type Operation,
  sampleParts,
  toForm,
  UNKNOWN_ID,
  wrongFor,
  wrongTextFor,
} from '#test/support/api-operations.ts';
import { expectProblem, firstOf, knownOf, pathOf } from '#test/support/api-requests.ts';
import { openApiWalk } from '#test/support/api-walk.ts';
import type { Browser } from '#test/support/http.ts';

/** Every route of the OpenAPI document, with everything that can be wrong with a request. */
const { http, operations, named, own, browsers, ownPath, ask, send } = await openApiWalk();

describe('what nobody has: 404, and what is no id: 400', () => {
  it.each(named(({ pathFields }) => pathFields.length > 0))('%s', async (_, operation) => {
    const unknown = pathOf(operation, (field) => (field === 'id' ? UNKNOWN_ID : 'no-such'));
    const isSecret = operation.pathFields.includes('secret');
    await expectProblem(
      send(browsers.ADMIN, operation, ask(operation, unknown)),
      isSecret ? [401, 404] : 404,
      'unknown',
    );
    if (operation.pathFields.includes('id')) {
      for (const wrong of ['1', 'x'.repeat(60), "' or 1=1 --"]) {
        const url = pathOf(operation, () => wrong);
        await expectProblem(send(browsers.ADMIN, operation, ask(operation, url)), 400, wrong);
      }
    }
    await expectProblem(send(browsers.ADMIN, operation, { url: pathOf(operation, () => 'x\0') }), 400, 'NUL');
    await expectProblem(
      send(browsers.ADMIN, operation, { url: pathOf(operation, () => 'x'.repeat(3_000)) }),
      414,
      'endless',
    );
  });
});

describe('a query that does not fit: 400', () => {
  const cases = operations.flatMap((operation) =>
    Object.entries(operation.query).flatMap(([name, { schema }]): [string, string, Operation, string][] => {
      const wrong = wrongTextFor(schema);
      return wrong === undefined ? [] : [[operation.name, name, operation, wrong]];
    }),
  );
  it.each(cases)('%s?%s=', async (_, name, operation, wrong) => {
    await expectProblem(
      send(browsers.ADMIN, operation, ask(operation, ownPath(operation), { [name]: wrong })),
      400,
    );
  });

  it.each(named(({ query }) => 'limit' in query))(
    '%s: pages of 1 to 200, and cursors of ours',
    async (_, operation) => {
      for (const wrong of ['0', '201', '-1', '1.5', 'all']) {
        await expectProblem(
          send(browsers.ADMIN, operation, ask(operation, ownPath(operation), { limit: wrong })),
          400,
          wrong,
        );
      }
      const one = await send(browsers.ADMIN, operation, ask(operation, ownPath(operation), { limit: 1 }));
      const lists = Object.values(one.statusCode === 200 ? one.json() : {}).filter(Array.isArray);
      for (const list of lists) expect(list.length).toBeLessThanOrEqual(1);
      for (const wrong of ['x', Buffer.from('["a","b","c","d","e"]').toString('base64url')]) {
        await expectProblem(
          send(browsers.ADMIN, operation, ask(operation, ownPath(operation), { cursor: wrong })),
          400,
          wrong,
        );
      }
    },
  );
});

describe('a body that does not fit', () => {
  const takes = (type: string) => (operation: Operation) => type in operation.bodies;
  const JSON_TYPE = { 'content-type': 'application/json' };
  const browserFor = ({ needs }: Operation): Browser => (needs === 'open' ? http.visit() : browsers.ADMIN);

  it.each(named(takes('application/json')))('%s: JSON', async (_, operation) => {
    const url = ownPath(operation);
    const browser = browserFor(operation);
    const say = (payload: string, headers: Record<string, string> = JSON_TYPE) =>
      send(browser, operation, { url, headers, payload });
    for (const malformed of ['{', '{"a": }', 'null,', '\ufeff{', '{"__proto__": {}}']) {
      await expectProblem(say(malformed), 400, malformed);
    }
    for (const wrong of ['[]', '"text"', '42', '[[[[]]]]']) await expectProblem(say(wrong), 400, wrong);
    await expectProblem(say(JSON.stringify({ a: 'x'.repeat(1_200_000) })), 413, 'huge');
    await expectProblem(
      say('a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'a plain form',
    );
    await expectProblem(say('hello', { 'content-type': 'text/plain' }), 415, 'text');
    const schema = firstOf(operation.bodies['application/json'] ?? {});
    const fitting = JSON.parse(ask(operation, url).payload ?? '{}');
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const wrong = wrongFor(inner);
      if (wrong === undefined) continue;
      await expectProblem(say(JSON.stringify({ ...fitting, [name]: wrong })), 400, name);
      await expectProblem(say(`{"${name}": "a\\u0000b"}`), 400, `NUL in ${name}`);
    }
    for (const name of schema.required ?? []) {
      const { [name]: __, ...rest } = fitting;
      await expectProblem(say(JSON.stringify(rest)), 400, `no ${name}`);
    }
  });

  it.each(named(takes('multipart/form-data')))('%s: a form', async (_, operation) => {
    const url = ownPath(operation);
    const say = (payload: string, type = FORM_TYPE) =>
      send(browsers.ADMIN, operation, { url, headers: { 'content-type': type }, payload });
    const schema = operation.bodies['multipart/form-data'] ?? {};
    const parts = sampleParts(schema, knownOf(own));
    const whole = toForm(parts);
    await expectProblem(say(whole.slice(0, -30)), 400, 'cut');
    await expectProblem(say('nothing of the kind'), 400, 'no form');
    await expectProblem(say(whole, 'multipart/form-data'), [400, 415], 'no boundary');
    await expectProblem(say('hello', 'text/plain'), 415, 'text');
    if (!('application/json' in operation.bodies))
      await expectProblem(say('{}', 'application/json'), 415, 'JSON');
    const [file] = Object.entries(schema.properties ?? {}).flatMap(([name, { format }]) =>
      format === 'binary' ? [name] : [],
    );
    if (file !== undefined) {
      const huge = { name: file, value: 'x'.repeat(1_200_000), fileName: 'huge.csv' };
      await expectProblem(
        say(toForm([...parts.filter(({ name }) => name !== file), huge])),
        413,
        'a huge file',
      );
    }
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const wrong = inner.format === 'binary' ? undefined : wrongTextFor(inner);
      if (wrong === undefined) continue;
      const spoilt = [...parts.filter((part) => part.name !== name), { name, value: wrong }];
      await expectProblem(say(toForm(spoilt)), 400, name);
    }
    for (const name of schema.required ?? []) {
      await expectProblem(say(toForm(parts.filter((part) => part.name !== name))), 400, `no ${name}`);
    }
  });
});
