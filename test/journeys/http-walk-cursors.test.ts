import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '#test/support/api-operations.ts';
import { expectProblem, ownerOf, pathOf } from '#test/support/api-requests.ts';
import { openApiWalk } from '#test/support/api-walk.ts';

/** Every list of the OpenAPI document, with cursors that are not its own. */
const { named, operations, other, browsers, ownPath, ask, send } = await openApiWalk();
const isPaged = ({ query }: Operation): boolean => 'cursor' in query;
const paged = operations.filter(isPaged);

const askFor = (operation: Operation, over: Record<string, unknown>, url = ownPath(operation)) =>
  send(browsers.ADMIN, operation, ask(operation, url, over));

async function nextCursorOf(operation: Operation, url?: string): Promise<string | null> {
  const { statusCode, body } = await askFor(operation, { limit: 1 }, url);
  expect(statusCode, `${operation.name}: ${body.slice(0, 300)}`).toBe(200);
  return JSON.parse(body).nextCursor;
}

const given: { name: string; cursor: string }[] = [];
for (const operation of paged) {
  const cursor = await nextCursorOf(operation);
  if (cursor !== null) given.push({ name: operation.name, cursor });
}

describe('a cursor of another list: 400', () => {
  it('there are many lists, of many kinds', () => {
    expect(paged.length).toBeGreaterThan(14);
    expect(given.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['GET /api/hospitals', 'GET /api/users', 'GET /api/audit', 'GET /api/versions']),
    );
  });

  it.each(named(isPaged))('%s', async (_, operation) => {
    for (const { name, cursor } of given) {
      const answer = askFor(operation, { cursor });
      if (name === operation.name) expect((await answer).statusCode).toBe(200);
      else await expectProblem(answer, 400, `the cursor of ${name}`);
    }
  });

  const owned = (operation: Operation): boolean =>
    isPaged(operation) && operation.pathFields.length > 0 && ownerOf(operation) !== null;
  it.each(named(owned))('%s, of another thing', async (_, operation) => {
    const url = pathOf(operation, () => ownerOf(operation)?.(other) ?? '');
    const cursor = await nextCursorOf(operation, url);
    if (cursor === null) return;
    await expectProblem(askFor(operation, { cursor }), 400);
    expect((await askFor(operation, { cursor }, url)).statusCode).toBe(200);
  });
});

describe('a cursor that is none: 400, whatever it is', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const textOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();
  const nameIn = (cursor: string): unknown => /^\["(.*?)"/.exec(textOf(cursor))?.[1];
  const ofSomeList = given.map(({ cursor }) => JSON.parse(textOf(cursor)) as string[]);
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.uuid(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc.integer(),
    fc.constantFrom('a', '\0', '0000-01-01', '1e400'),
  );
  const cursors = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.toWellFormed().replaceAll('\0', '0')),
    fc.json({ maxDepth: 2 }).map((text) => Buffer.from(text).toString('base64url')),
    fc.array(part, { maxLength: 3 }).map(encode),
    fc
      .tuple(fc.constantFrom(...ofSomeList), fc.array(part, { minLength: 1, maxLength: 3 }))
      .map(([[name, ...key], parts]) => encode([name, ...key.with(-1, String(parts[0])), ...parts.slice(1)])),
  );

  it.each(named(isPaged))('%s', async (_, operation) => {
    const own = given.find(({ name }) => name === operation.name)?.cursor;
    await fc.assert(
      fc.asyncProperty(cursors, async (cursor) => {
        const answer = askFor(operation, { cursor });
        // A place in this list where no row stands (any more) is a place all the same.
        const isPlace = own !== undefined && nameIn(cursor) === nameIn(own);
        if (isPlace && (await answer).statusCode === 200) return;
        await expectProblem(answer, 400, cursor);
      }),
      { numRuns: 40 },
    );
  });
});
