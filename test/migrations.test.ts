import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrateDown, migrateUp } from '#src/outside/migrate.ts';
import { openDatabase } from '#src/repositories/database.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { schemaText } from '../tools/schema-text.ts';

const folder = join(import.meta.dirname, '..', 'migrations');
const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
const names = files.filter((file) => file.endsWith('.up.sql')).map((file) => file.replace('.up.sql', ''));
const textOf = (file: string) => readFile(join(folder, file), 'utf8');

const { connection } = await createTestDatabase();

async function schemaNow(): Promise<string> {
  const { db, close } = openDatabase(connection);
  return await schemaText(db).finally(close);
}

async function run(file: string): Promise<void> {
  const { pool, close } = openDatabase(connection);
  await textOf(file)
    .then((text) => pool.query(text))
    .finally(close);
}

describe('migrations', () => {
  it('go all up, all down and all up again', async () => {
    const full = await schemaNow();
    expect(await migrateDown(connection, names.length)).toHaveLength(names.length);
    expect(await schemaNow()).not.toContain('CREATE');
    expect(await migrateUp(connection)).toEqual(names);
    expect(await schemaNow()).toBe(full);
    await migrateDown(connection, names.length);
  });

  // In order, each on what those before have left.
  it.each(names)('%s goes up, down to what was before, and up again', async (name) => {
    const before = await schemaNow();
    await run(`${name}.up.sql`);
    const after = await schemaNow();
    expect(after).not.toBe(before);
    await run(`${name}.down.sql`);
    expect(await schemaNow()).toBe(before);
    await run(`${name}.up.sql`);
    expect(await schemaNow()).toBe(after);
  });

  it('are pairs, numbered without gaps, each saying why it is there', async () => {
    expect(files).toEqual(names.flatMap((name) => [`${name}.down.sql`, `${name}.up.sql`]));
    expect(names.map((name) => Number(name.slice(0, 3)))).toEqual(names.map((_, place) => place + 1));
    for (const name of names) expect(await textOf(`${name}.up.sql`), name).toMatch(/^-- \S/);
  });
});

describe('landed migrations', async () => {
  // Its name begins with a dot so that tools that run the folder's files pass it over.
  const manifest = await textOf('.sha256sums');
  const landed = new Map(
    manifest
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

  it.each([...landed.keys()])('%s is as it landed', async (file) => {
    const sum = files.includes(file)
      ? createHash('sha256')
          .update(await textOf(file))
          .digest('hex')
      : 'missing';
    expect(
      sum,
      `Databases have run ${file} as it was. Put it back (git checkout migrations/${file}) and make the change in a new pair.`,
    ).toBe(landed.get(file));
  });

  it('are all listed', () => {
    const unlisted = files.filter((file) => !landed.has(file));
    expect(
      unlisted,
      `Add the new files: (cd migrations && sha256sum ${unlisted.join(' ')} >> .sha256sums).`,
    ).toEqual([]);
  });
});
