import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '#src/domain/permission.ts';
import { ROLES, type Role } from '#src/domain/user.ts';
import { type Operation, UNKNOWN_ID } from '#test/support/api-operations.ts';
import { OF_FIELD, ownerOf, pathOf } from '#test/support/api-requests.ts';
import { isOpen, openApiWalk } from '#test/support/api-walk.ts';

/** Nobody can tell what another department has from what nobody has. */
const { operations, other, browsers, ownPath, ask, send } = await openApiWalk();

const NO_CODE = 'no-ward';
const isId = (value: string): boolean => /^[0-9a-f]{8}-/.test(value);
/** What is there, and what is not there, in the same form; a code also as nobody writes it. */
const pairsOf = (foreign: string): [string, string][] =>
  isId(foreign)
    ? [[foreign, UNKNOWN_ID]]
    : [
        [foreign, NO_CODE],
        [foreign.toUpperCase(), NO_CODE],
      ];

/** Everybody but an ADMIN, who sees every department. */
const askersOf = ({ needs }: Operation): Role[] => {
  const may: readonly Role[] = PERMISSIONS[needs as Permission];
  return ROLES.filter((role) => role !== 'ADMIN' && may.includes(role));
};

async function expectNoDifference(
  operation: Operation,
  foreign: string,
  askFor: (value: string) => ReturnType<typeof ask>,
): Promise<void> {
  for (const role of askersOf(operation)) {
    for (const [there, nowhere] of pairsOf(foreign)) {
      const say = async (value: string) => {
        const { statusCode, headers, body } = await send(browsers[role], operation, askFor(value));
        const told = body
          .replaceAll(value, '<named>')
          .replaceAll(String(headers['x-request-id']), '<request>');
        return { statusCode, told };
      };
      const [ofOther, ofNobody] = [await say(there), await say(nowhere)];
      expect(ofOther, `${role}, ${there}`).toEqual(ofNobody);
      // What the role may not do of any department is refused before the department is looked for.
      expect([403, 404]).toContain(ofOther.statusCode);
      if (ofOther.statusCode === 404) expect(ofOther.told).toContain('<named>');
    }
  }
}

const walked = operations.filter((operation) => !isOpen(operation) && askersOf(operation).length > 0);

describe('another department’s is told like nobody’s', () => {
  const owned = walked.flatMap((operation) => {
    const owner = operation.pathFields.length > 0 ? ownerOf(operation) : null;
    return owner ? [[operation.name, operation, owner(other)] as const] : [];
  });
  it('versions, jobs, imports, people, departments, feeds, walls and tokens', () => {
    const kinds = new Set(owned.map(([, { path }]) => path.split('/')[2]));
    expect([...kinds].toSorted()).toEqual([
      'departments',
      'feeds',
      'imports',
      'jobs',
      'people',
      'tokens',
      'versions',
      'walls',
    ]);
  });

  it.each(owned)('%s', async (_, operation, foreign) => {
    await expectNoDifference(operation, foreign, (value) =>
      ask(
        operation,
        pathOf(operation, () => value),
      ),
    );
  });

  const named = walked.flatMap((operation) => {
    const bodies = Object.values(operation.bodies).flatMap((schema) => Object.keys(schema.properties ?? {}));
    const fields = new Set([...Object.keys(operation.query), ...bodies]);
    return Object.entries(OF_FIELD)
      .filter(([field]) => fields.has(field))
      .map(([field, owner]) => [operation.name, field, operation, owner(other)] as const);
  });
  it.each(named)('%s, its %s', async (_, field, operation, foreign) => {
    await expectNoDifference(operation, foreign, (value) =>
      ask(operation, ownPath(operation), { [field]: value }),
    );
  });
});
