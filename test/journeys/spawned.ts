import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { Outcome } from './command-line.ts';

const MAIN = new URL('../../src/main/', import.meta.url).pathname;

export interface RunningProgram {
  child: ChildProcess;
  /** Everything printed so far. */
  printed(): string;
  ended: Promise<Outcome & { signal: NodeJS.Signals | null }>;
}

export interface ProgramPlace {
  /** Working folder: its `.env` counts. */
  cwd: string;
  env?: Record<string, string>;
  /** What is typed. */
  input?: string;
}

/** Starts a file of src/main as a process of its own, with nothing of this one's settings. */
export function startProgram(
  main: 'cli.ts' | 'start.ts',
  args: readonly string[],
  { cwd, env = {}, input = '' }: ProgramPlace,
): RunningProgram {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const own = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }) };
  const child = spawn(process.execPath, [MAIN + main, ...args], {
    cwd,
    env: { ...own, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<Outcome & { signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status: status ?? -1, signal, stdout, stderr }));
  });
  return { child, ended, printed: () => stdout + stderr };
}

/** The address of a database, for a process of its own. */
export function addressOf({
  host = '',
  port = 5432,
  user = '',
  database = '',
  connectionString,
}: ClientConfig): string {
  return (
    connectionString ?? `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  );
}

/** Waits until something is so; fails after 45 s. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 45_000; !(await isSo()); await sleep(25)) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
  }
}
