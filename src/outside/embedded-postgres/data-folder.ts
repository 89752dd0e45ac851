import { existsSync } from 'node:fs';
import {
  chown,
  lchown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerAccount } from './server-account.ts';
import { explainServerFailure } from './server-failure.ts';

export const DATABASE_USER = 'schedcu';
const UNFINISHED = 'postgres.new-';
/** An unfinished folder older than this was left behind by a start that was killed. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** Creates the data folder where it is missing; answers its real path. */
export async function createDataFolder(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  return await realpath(dataFolder);
}

/** Refuses a folder that another major version of PostgreSQL wrote. Answers false where there is no database yet. */
export async function checkServerFolder(folder: string, major: string): Promise<boolean> {
  let found: string;
  try {
    found = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    if (!existsSync(folder) || (await readdir(folder)).length === 0) return false;
    throw new CodedError(
      'UNAVAILABLE',
      `${folder} is not a PostgreSQL folder, but not empty either. Move it away, or choose another data folder with --data DIR.`,
    );
  }
  if (found === major) return true;
  throw new CodedError(
    'UNAVAILABLE',
    `${folder} was made by PostgreSQL ${found}; this program brings PostgreSQL ${major}, which cannot read it. ` +
      `Dump it with pg_dump of version ${found} and load it into a new folder (--data DIR), or move the folder away.`,
  );
}

/**
 * Makes an empty cluster: UTF-8, sorted by code point the same on every machine, with checksums. It is made aside and
 * renamed when whole, so that a start that is killed leaves nothing half made, and of two at once one simply wins.
 */
export async function initializeServerFolder(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
): Promise<void> {
  await removeAbandoned(dataFolder);
  const folder = join(dataFolder, 'postgres');
  const aside = await mkdtemp(join(dataFolder, UNFINISHED));
  try {
    await chown(aside, account.uid, account.gid);
    const { status, output } = await runProgram([
      ...account.prefix,
      binaries.initdb,
      `--pgdata=${aside}`,
      `--username=${DATABASE_USER}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      // No password: only the owner can reach the socket's folder, and nothing listens on the network.
      '--auth=trust',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (status !== 0) throw explainServerFailure(folder, output);
    await rename(aside, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function removeAbandoned(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const found = await lstat(join(dataFolder, name)).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

/** Gives the folder to the server's account, where root made it under another one. */
export async function giveServerFolder(folder: string, account: ServerAccount): Promise<void> {
  if (process.getuid?.() !== 0 || (await lstat(folder)).uid === account.uid) return;
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), account.uid, account.gid);
  }
  await chown(folder, account.uid, account.gid);
}
