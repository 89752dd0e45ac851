import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '#src/domain/errors.ts';
import { findRunningServer } from './postmaster-lock.ts';
import { serverEnvironment } from './run-program.ts';
import { LOG_FILES_KEPT, LOG_FOLDER } from './server-settings.ts';
import { sleep } from './sleep.ts';

/** A PostgreSQL that this process started. */
export interface ServerProcess {
  readonly pid: number;
  hasEnded(): boolean;
  /** What it said before its log took over, and the end of its log. */
  readLastWords(): Promise<string>;
  /** Ends it in order: running statements are broken off, everything committed is written. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 20_000;

/** Starts PostgreSQL on a folder; it goes when this process dies. `waitUntilReady` says whether it came up. */
export function startServerProcess(folder: string, command: readonly string[]): ServerProcess {
  const [program = '', ...args] = command;
  const startedAt = Date.now();
  // A process group of its own: Ctrl-C in a terminal is for us, who then stop the server in order.
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: serverEnvironment(),
    detached: true,
    cwd: '/',
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8000);
  });
  child.on('error', (error) => {
    output += error.message;
  });
  // Whoever forgets to close the database can still come to an end.
  child.unref();
  if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const silent = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    pid: child.pid ?? -1,
    hasEnded: () => hasEnded(child),
    readLastWords: async () => {
      await Promise.race([silent, sleep(1000)]);
      return `${output}\n${await readLogSince(folder, startedAt)}`;
    },
    stop: () => stopProcess(child, ended),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Answers true when the server takes connections, false when it ended instead. */
export async function waitUntilReady(folder: string, server: ServerProcess): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.hasEnded()) return false;
    const found = await findRunningServer(folder);
    if (found?.pid === server.pid && found.status === 'ready') return true;
    await sleep(15);
  }
  await server.stop();
  throw new CodedError(
    'UNAVAILABLE',
    `The embedded PostgreSQL on ${folder} was not ready after ${READY_WITHIN_MS / 1000} s. Its log in ${folder}/${LOG_FOLDER} says why.`,
  );
}

async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGINT');
  // While this is awaited the child must keep us alive.
  child.ref();
  const patience = new AbortController();
  await Promise.race([ended, sleep(STOPPED_WITHIN_MS, patience.signal)]);
  patience.abort();
  if (hasEnded(child)) return;
  child.kill('SIGQUIT');
  await ended;
}

async function readLogSince(folder: string, time: number): Promise<string> {
  const newest = (await listLogs(folder)).at(-1);
  if (newest === undefined || (await stat(newest)).mtimeMs < time) return '';
  return (await readFile(newest, 'utf8')).slice(-4000);
}

/** Keeps the server's log bounded: PostgreSQL begins a new file at a size, and here the oldest are removed. */
export async function removeOldLogs(folder: string): Promise<void> {
  for (const file of (await listLogs(folder)).slice(0, -LOG_FILES_KEPT)) await rm(file, { force: true });
}

async function listLogs(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, LOG_FOLDER)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(folder, LOG_FOLDER, name));
}
