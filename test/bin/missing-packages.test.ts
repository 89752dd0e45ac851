import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findMissingPackages } from '../../bin/missing-packages.js';

const here = { os: [process.platform], cpu: [process.arch] };
const elsewhere = { os: ['aix'], cpu: ['mips'] };
const WANTED = {
  '': { optionalDependencies: { 'node-here': '24.0.0', 'node-elsewhere': '24.0.0' } },
  'node_modules/pg': { version: '8.0.0', integrity: 'sha512-pg' },
  'node_modules/vitest': { version: '5.0.0', integrity: 'sha512-vitest', dev: true },
  'node_modules/node-here': { version: '24.0.0', integrity: 'sha512-here', optional: true, ...here },
  'node_modules/node-elsewhere': { version: '24.0.0', optional: true, ...elsewhere },
  'node_modules/fsevents': { version: '2.0.0', integrity: 'sha512-fs', optional: true, ...here },
};
const INSTALLED = {
  'node_modules/pg': { version: '8.0.0', integrity: 'sha512-pg' },
  'node_modules/vitest': { version: '5.0.0', integrity: 'sha512-vitest', dev: true },
  'node_modules/node-here': { version: '24.0.0', integrity: 'sha512-here', optional: true },
};
type Installed = Record<string, { version: string; integrity?: string }>;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'schedcu-packages-'));
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
});
afterEach(() => rm(root, { recursive: true }));

async function install(packages: Installed) {
  for (const folder of Object.keys(packages)) {
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, 'package.json'), '{}');
  }
  await writeFile(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

describe('findMissingPackages', () => {
  test('a fresh clone lacks everything but packages of other systems and optional ones of others', () => {
    const missing = findMissingPackages(root, { dev: true });
    expect(missing).toEqual(['node_modules/pg', 'node_modules/vitest', 'node_modules/node-here']);
  });

  test('nothing is missing when all is installed', async () => {
    await install(INSTALLED);
    expect(findMissingPackages(root, { dev: true })).toEqual([]);
  });

  test('packages for tests are missed by tests only', async () => {
    const { 'node_modules/vitest': _, ...production } = INSTALLED;
    await install(production);
    expect(findMissingPackages(root, { dev: false })).toEqual([]);
    expect(findMissingPackages(root, { dev: true })).toEqual(['node_modules/vitest']);
  });

  test.each([
    ['another version', { version: '7.9.9', integrity: 'sha512-pg' }],
    ['another content', { version: '8.0.0', integrity: 'sha512-other' }],
  ])('%s is out of date', async (_, pg) => {
    await install({ ...INSTALLED, 'node_modules/pg': pg });
    expect(findMissingPackages(root, { dev: false })).toEqual(['node_modules/pg']);
  });

  test('a lockfile without a checksum accepts what npm found', async () => {
    const packages = { 'node_modules/pg': { version: '8.0.0' } };
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    await install({ 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-pg' } });
    expect(findMissingPackages(root, { dev: false })).toEqual([]);
  });

  test('a package whose folder was deleted is missing', async () => {
    await install(INSTALLED);
    await rm(join(root, 'node_modules', 'pg'), { recursive: true });
    expect(findMissingPackages(root, { dev: false })).toEqual(['node_modules/pg']);
  });

  test('an installation that was broken off counts for nothing', async () => {
    await install(INSTALLED);
    await rm(join(root, 'node_modules', '.package-lock.json'));
    expect(findMissingPackages(root, { dev: false })).toContain('node_modules/pg');
  });
});
