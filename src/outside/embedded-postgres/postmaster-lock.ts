import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `postmaster.pid` says about a living server. */
export interface RunningServer {
  readonly pid: number;
  /** Undefined for the first moments of a start. */
  readonly socketFolder: string | undefined;
  readonly status: 'ready' | 'starting' | 'stopping';
}

/** Larger than any process id of any system. */
const NO_PROCESS = 2_147_483_646;

/** Finds the server that runs on a PostgreSQL folder, if one does. */
export async function findRunningServer(folder: string): Promise<RunningServer | undefined> {
  const lines = await readLines(join(folder, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isLivingPostgres(pid))) return undefined;
  const status = lines[7]?.trim();
  return {
    pid,
    socketFolder: lines[4] === '' ? undefined : lines[4],
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  };
}

/**
 * After a crash (or in a restarted container) the process id in a lock file left behind may by now belong to another
 * program, and PostgreSQL would refuse to start for ever. Such an id is replaced by one that nobody has; the file stays,
 * because PostgreSQL reads from it whether a child of the dead server still uses the shared memory.
 */
export async function releaseForeignLock(lockFile: string): Promise<void> {
  const lines = await readLines(lockFile);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || (await isLivingPostgres(pid))) return;
  await writeFile(lockFile, [String(NO_PROCESS), ...lines.slice(1)].join('\n'));
}

async function readLines(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function isLivingPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('postgres');
  } catch {
    return isAlive(pid);
  }
}

/** Says whether a process exists, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
