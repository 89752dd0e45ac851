import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { schemaText } from '../tools/schema-text.ts';
import { schemaTypes } from '../tools/schema-types.ts';

const { db } = await openTestDatabase();

const committed = (name: string) => readFile(new URL(`../src/repositories/${name}`, import.meta.url), 'utf8');
const stale =
  'The migrations have changed the schema: run `npm run generate:schema` and look at the difference.';

it('the committed row types are those of the migrated database', async () => {
  expect(await schemaTypes(db), stale).toBe(await committed('schema.generated.ts'));
});

it('the committed schema is that of the migrated database', async () => {
  expect(await schemaText(db), stale).toBe(await committed('schema.sql'));
});

it('columns with a fixed set of words are unions of them', async () => {
  const types = await committed('schema.generated.ts');
  expect(types).toContain(`state: Generated<'PENDING' | 'COMPLETE' | 'FAILED'>;`);
  expect(types).toContain(`day_type: 'WEEKDAY' | 'WEEKEND' | null;`);
});
