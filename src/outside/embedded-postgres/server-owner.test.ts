import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from './postmaster-lock.ts';
import { recordOwner, removeSocketFolder, stopOrphan } from './server-owner.ts';

const NO_PROCESS = 2_147_483_646;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-owner-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a server whose owner has died is stopped, one whose owner lives is not', async () => {
  const server = spawn('sleep', ['60'], { argv0: 'postgres' });
  await writeFile(join(folder, 'postmaster.pid'), `${server.pid}\n`);
  await stopOrphan(folder, folder);
  await recordOwner(folder);
  await stopOrphan(folder, folder);
  expect(isAlive(server.pid ?? 0)).toBe(true);
  await writeFile(join(folder, 'owner'), String(NO_PROCESS));
  const ended = once(server, 'exit');
  await stopOrphan(folder, folder);
  expect(await ended).toEqual([null, 'SIGINT']);
});

test('the socket’s folder goes with its last user only', async () => {
  await recordOwner(folder);
  await writeFile(join(folder, '.s.PGSQL.5432'), '');
  await removeSocketFolder(folder);
  await rm(join(folder, '.s.PGSQL.5432'));
  await removeSocketFolder(folder);
  await expect(readFile(join(folder, 'owner'))).rejects.toThrow('ENOENT');
});
