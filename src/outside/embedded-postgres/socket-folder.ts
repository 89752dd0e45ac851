import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import type { ServerAccount } from './server-account.ts';

/** Names the socket file (`.s.PGSQL.5432`); nothing listens on such a TCP port. */
export const SOCKET_PORT = 5432;
/** A unix socket's path must be shorter than this, in bytes, on every system. */
const LONGEST_SOCKET_PATH = 103;

/** The folder of the socket for a data folder (its real path): short, and the same for every process of the user. */
export function socketFolderFor(dataFolder: string, uid: number, temporary = tmpdir()): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const folder = join(temporary, `schedcu-${uid}-${hash}`);
  const socket = join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`);
  return Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH ? folder : join('/tmp', `schedcu-${uid}-${hash}`);
}

/**
 * Creates the socket's folder, closed to everyone but the server's account: who can reach the socket needs no password.
 * A folder that someone else put there is refused.
 */
export async function createSocketFolder(folder: string, account: ServerAccount): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await chown(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new CodedError(
        'UNAVAILABLE',
        `The folder ${folder} for the database's socket cannot be created. Make the folder above it writable, or set TMPDIR.`,
        {},
        error,
      );
    }
  }
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0) return;
  throw new CodedError(
    'UNAVAILABLE',
    `${folder} belongs to someone else or is open to others, so the database's socket would not be private there. ` +
      'Remove it, or set TMPDIR to a folder of your own.',
  );
}
