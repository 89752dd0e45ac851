import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ReadingCost } from './say-reading.ts';

const PROGRAMS = ['soffice', 'libreoffice'];
const LOOK_EVERY_MS = 50;

/** The name of the installed LibreOffice, or null. */
export async function findLibreOffice(): Promise<string | null> {
  for (const program of PROGRAMS) {
    const found = await promisify(execFile)('sh', ['-c', `command -v ${program}`]).catch(() => null);
    if (found) return program;
  }
  return null;
}

/** Converts a spreadsheet to .csv, with a profile of its own, and says what that took. Needs Linux for the memory. */
export async function convertWithLibreOffice(program: string, file: string): Promise<ReadingCost> {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-bench-office-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, file];
    // The shell waits for everything that it started, and then knows its time.
    const shell = spawn('sh', ['-c', '"$@" >&2; times', 'sh', program, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(shell, 'exit');
    const [said, peakMb] = await Promise.all([text(shell.stdout), watchMemory(folder, ended)]);
    const [csv] = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    if (!csv) throw new Error(`${program} did not convert ${file}`);
    const rows = (await readFile(join(folder, csv), 'utf8')).trimEnd().split('\n').length;
    return { rows, cpuMs: cpuOfChildren(said), peakMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The last line of `times`: user and system time of the children, as `0m1.250s 0m0.110s`. */
function cpuOfChildren(times: string): number {
  const line = times.trimEnd().split('\n').at(-1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}

/** The most memory that one of the processes had which name `folder` on their command line, until `ended`. */
async function watchMemory(folder: string, ended: Promise<unknown>): Promise<number> {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  let peakKb = 0;
  while (running) {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes(folder)) peakKb = Math.max(peakKb, await highWaterMark(pid));
    }
    await sleep(LOOK_EVERY_MS);
  }
  return peakKb / 1024;
}

async function highWaterMark(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}
