import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLibraryLinks, getPostgresBinaries } from './postgres-binaries.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-binaries-'));
  await mkdir(join(folder, 'native', 'lib'), { recursive: true });
  await writeFile(
    join(folder, 'native', 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ]),
  );
  await writeFile(join(folder, 'native', 'lib', 'libpq.so.5.18'), '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the installed PostgreSQL is found with its major version', async () => {
  const { major, postgres } = await getPostgresBinaries();
  expect(major).toBe('18');
  expect(postgres).toMatch(/native\/bin\/postgres$/);
});

test('a platform without PostgreSQL is told what to do', async () => {
  const getting = getPostgresBinaries('solaris-sparc');
  await expect(getting).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/solaris-sparc.*DATABASE_URL/),
  });
});

test('library links lost in the installation are made, by several processes at once, and left alone afterwards', async () => {
  await Promise.all([1, 2, 3, 4].map(() => createLibraryLinks(folder)));
  await createLibraryLinks(folder);
  const lib = join(folder, 'native', 'lib');
  expect((await readdir(lib)).sort()).toEqual(['libpq.so', 'libpq.so.5', 'libpq.so.5.18']);
  expect(await readlink(join(lib, 'libpq.so.5'))).toBe('libpq.so.5.18');
});

test('links that cannot be made are reported with what to do', async () => {
  await rm(join(folder, 'native', 'lib'), { recursive: true });
  await expect(createLibraryLinks(folder)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('npm rebuild'),
  });
});

test('a package without a list of links needs none', async () => {
  await rm(join(folder, 'native', 'pg-symlinks.json'));
  await createLibraryLinks(folder);
  expect(await readdir(join(folder, 'native', 'lib'))).toEqual(['libpq.so.5.18']);
});
