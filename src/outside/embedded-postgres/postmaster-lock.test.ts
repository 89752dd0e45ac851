import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRunningServer, releaseForeignLock } from './postmaster-lock.ts';

const NO_PROCESS = 2_147_483_646;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-lock-'));
  file = join(folder, 'postmaster.pid');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that could be a server: its command says so. */
function startLookalike() {
  return spawn('sleep', ['60'], { argv0: 'postgres' });
}

function lockOf(
  pid: number | undefined,
  rest = '/data/postgres\n1700000000\n5432\n/tmp/socket\n\n  5 6\nready   \n',
) {
  return writeFile(file, `${pid}\n${rest}`);
}

describe('findRunningServer', () => {
  test('reads process, socket and status of a living server', async () => {
    const server = startLookalike();
    await lockOf(server.pid);
    expect(await findRunningServer(folder)).toEqual({
      pid: server.pid,
      socketFolder: '/tmp/socket',
      status: 'ready',
    });
    await lockOf(server.pid, '/data/postgres\n1700000000\n5432\n\n\n');
    expect(await findRunningServer(folder)).toMatchObject({ socketFolder: undefined, status: 'starting' });
    server.kill();
  });

  test.each([
    ['no file', async () => undefined],
    ['an empty file', () => writeFile(file, '')],
    ['a process that is gone', () => lockOf(NO_PROCESS)],
    ['a process that is no PostgreSQL', () => lockOf(1)],
  ])('%s is no server', async (_, prepare) => {
    await prepare();
    expect(await findRunningServer(folder)).toBeUndefined();
  });
});

describe('releaseForeignLock', () => {
  test('frees a lock whose process id now belongs to another program, and keeps the rest of the file', async () => {
    await lockOf(1);
    await releaseForeignLock(file);
    expect((await readFile(file, 'utf8')).split('\n').slice(0, 2)).toEqual([
      String(NO_PROCESS),
      '/data/postgres',
    ]);
  });

  test('leaves the lock of a living server, and of a dead one, to PostgreSQL', async () => {
    const server = startLookalike();
    for (const pid of [server.pid, NO_PROCESS - 1]) {
      await lockOf(pid);
      await releaseForeignLock(file);
      expect((await readFile(file, 'utf8')).split('\n')[0]).toBe(String(pid));
    }
    server.kill();
  });

  test('has nothing to do where there is no lock', async () => {
    await releaseForeignLock(file);
    expect(await findRunningServer(folder)).toBeUndefined();
  });
});
