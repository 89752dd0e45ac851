import { readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRunningServer, isAlive } from './postmaster-lock.ts';

const FILE = 'owner';

/** Writes down, beside the socket, that this process runs the server. */
export async function recordOwner(socketFolder: string): Promise<void> {
  await writeFile(join(socketFolder, FILE), String(process.pid), { mode: 0o600 });
}

/**
 * Stops a server whose owner has died without it: where the system cannot end a child with its parent (macOS), or when
 * the owner was killed in the very moment of starting it. A server with a living owner is left alone.
 */
export async function stopOrphan(folder: string, socketFolder: string): Promise<void> {
  const running = await findRunningServer(folder);
  const owner = Number(await readFile(join(socketFolder, FILE), 'utf8').catch(() => ''));
  if (running === undefined || owner === 0 || isAlive(owner)) return;
  process.kill(running.pid, 'SIGINT');
}

/** Removes what a stopped server leaves in the temporary folder, unless another process already uses it again. */
export async function removeSocketFolder(socketFolder: string): Promise<void> {
  await rm(join(socketFolder, FILE), { force: true });
  await rmdir(socketFolder).catch(() => undefined);
}
