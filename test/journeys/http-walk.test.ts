import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '#src/domain/permission.ts';
import { ROLES, type Role } from '#src/domain/user.ts';
import { hashSecret } from '#src/outside/secret.ts';
import type { Operation } from '#test/support/api-operations.ts';
import { expectProblem, OF_FIELD, ownerOf, pathOf } from '#test/support/api-requests.ts';
import { isOpen, openApiWalk } from '#test/support/api-walk.ts';
import type { Browser } from '#test/support/http.ts';

/** Who may call which route of the OpenAPI document, of which department. */
const { http, operations, named, other, browsers, ownPath, ask, send } = await openApiWalk();

it('every route says what it needs, and there are many', () => {
  for (const { needs } of operations)
    expect([...Object.keys(PERMISSIONS), 'open', 'operator']).toContain(needs);
  expect(operations.length).toBeGreaterThan(50);
});

it('open are those of the contract, and no others', () => {
  expect(operations.filter(({ needs }) => needs === 'open').map(({ name }) => name)).toEqual([
    ...[
      'GET /api/health/live',
      'POST /api/session',
      'GET /api/session/links/{secret}',
      'GET /api/session/oidc',
    ],
    ...['GET /api/session/oidc/callback', 'GET /feeds/{secret}.ics', 'GET /wall/{secret}'],
  ]);
});

describe('without a session: 401', async () => {
  const expired = await http.browse('root@ashby.test');
  const ended = await http.browse('root@ashby.test');
  const secretOf = (browser: Browser): string => browser.cookies.get('schedcu_session') ?? '';
  await http.services.database.db
    .updateTable('sessions')
    .set({ expires_at: '2026-04-01T00:00:00Z' })
    .where('token_hash', '=', hashSecret(secretOf(expired)))
    .execute();
  const cookie = `schedcu_session=${secretOf(ended)}`;
  await ended.call('DELETE', '/api/session');

  it.each(named(({ needs }) => needs !== 'open'))('%s', async (_, operation) => {
    const asked = ask(operation);
    const withHeaders = (headers: Record<string, string>) =>
      send(http.visit(), operation, { ...asked, headers: { ...asked.headers, ...headers } });
    await expectProblem(withHeaders({}), 401, 'nobody');
    await expectProblem(
      withHeaders({ cookie: `schedcu_session=${'f'.repeat(43)}` }),
      401,
      'a forged session',
    );
    await expectProblem(
      withHeaders({ cookie: `schedcu_session=${secretOf(expired)}` }),
      401,
      'an expired session',
    );
    await expectProblem(withHeaders({ cookie }), 401, 'an ended session');
    await expectProblem(
      withHeaders({ authorization: `Bearer schedcu_${'f'.repeat(43)}` }),
      401,
      'a forged token',
    );
  });
});

describe('where the role may not: 403', () => {
  it.each(named((operation) => !isOpen(operation)))('%s', async (_, operation) => {
    const may: readonly Role[] = PERMISSIONS[operation.needs as Permission];
    for (const role of ROLES.filter((one) => !may.includes(one))) {
      await expectProblem(send(browsers[role], operation, ask(operation)), 403, role);
    }
  });

  it.each(named((operation) => !isOpen(operation) && operation.method !== 'GET'))(
    '%s from another site',
    async (_, operation) => {
      const asked = ask(operation);
      const headers = { ...asked.headers, 'sec-fetch-site': 'cross-site' };
      await expectProblem(send(browsers.ADMIN, operation, { ...asked, headers }), 403);
    },
  );
});

describe('where the role may: an answer', () => {
  const quick = (operation: Operation): boolean =>
    operation.method === 'GET' && !isOpen(operation) && !operation.path.endsWith('/events');
  it.each(named(quick))('%s', async (_, operation) => {
    for (const role of PERMISSIONS[operation.needs as Permission]) {
      const { statusCode, headers } = await send(browsers[role], operation, ask(operation));
      // Of what nobody has, and of what is not in force, there is nothing to answer.
      expect([200, 404], role).toContain(statusCode);
      const [form] = String(headers['content-type']).split(';');
      if (statusCode === 200) expect(operation.forms, role).toContain(form);
    }
  });
});

describe('of another department: 404', () => {
  const reaches = ({ needs }: Operation): boolean =>
    !['open', 'operator'].includes(needs) &&
    (PERMISSIONS[needs as Permission] as readonly Role[]).includes('SCHEDULER');

  it.each(named((operation) => reaches(operation) && operation.pathFields.length > 0))(
    '%s',
    async (_, operation) => {
      const owner = ownerOf(operation);
      if (!owner) return;
      const url = pathOf(operation, () => owner(other));
      await expectProblem(send(browsers.SCHEDULER, operation, ask(operation, url)), 404);
    },
  );

  const fieldsOf = (operation: Operation): string[] => {
    const bodies = Object.values(operation.bodies).flatMap((schema) => Object.keys(schema.properties ?? {}));
    return [...new Set([...Object.keys(operation.query), ...bodies])].filter((name) => name in OF_FIELD);
  };
  const cases = operations
    .filter(reaches)
    .flatMap((operation) =>
      fieldsOf(operation).map((field): [string, string, Operation] => [operation.name, field, operation]),
    );
  it.each(cases)('%s, its %s', async (_, field, operation) => {
    const value = OF_FIELD[field]?.(other);
    await expectProblem(
      send(browsers.SCHEDULER, operation, ask(operation, ownPath(operation), { [field]: value })),
      404,
    );
  });
});
