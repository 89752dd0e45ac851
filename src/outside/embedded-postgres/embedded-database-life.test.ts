import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type DatabaseUser,
  type DatabaseUserAnswer,
  startDatabaseUser,
} from '#test/support/start-database-user.ts';
import { findRunningServer, isAlive } from './postmaster-lock.ts';

// Real processes on a real data folder, killed as machines and people kill them.

let folder: string;
let users: DatabaseUser[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-life-'));
  users = [];
});
afterEach(async () => {
  for (const user of users) await user.kill();
  await waitForServerToGo();
  for (const { opened } of users)
    await rm(opened.connection?.host ?? folder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

async function startUser(): Promise<DatabaseUser> {
  const user = await startDatabaseUser(folder);
  users.push(user);
  return user;
}

async function serverPid(): Promise<number> {
  const running = await findRunningServer(join(folder, 'postgres'));
  if (running === undefined) throw new Error('no server runs');
  return running.pid;
}

const isRunner = ({ runsServer }: DatabaseUserAnswer) => runsServer === true;

/** Until no server process is left on the folder. */
async function waitForServerToGo(): Promise<void> {
  await expect.poll(() => serversOn(folder), { message: 'a server was left behind' }).toEqual([]);
}

/** Process ids of servers whose command line names the folder. */
async function serversOn(place: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found: number[] = [];
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('/bin/postgres') && command.includes(place)) found.push(Number(pid));
  }
  return found;
}

describe('one process', () => {
  test('killed in the middle of its work, it leaves no server, and the next finds what was committed', async () => {
    const first = await startUser();
    await first.ask('CREATE TABLE shift (n int)');
    await first.ask('INSERT INTO shift VALUES (1)');
    await first.kill();
    await waitForServerToGo();
    const second = await startUser();
    expect(await second.ask('SELECT n FROM shift')).toMatchObject({ rows: [{ n: 1 }], runsServer: true });
  });

  test('killed with its server, the next start recovers', async () => {
    const first = await startUser();
    await first.ask('CREATE TABLE shift (n int)');
    await first.ask('INSERT INTO shift SELECT generate_series(1, 1000)');
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await first.kill();
    const second = await startUser();
    expect(await second.ask('SELECT count(*)::int AS n FROM shift')).toMatchObject({ rows: [{ n: 1000 }] });
  });

  test('whose server alone is killed starts it again', async () => {
    const user = await startUser();
    await user.ask('CREATE TABLE shift (n int)');
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await serverPid()).not.toBe(pid), { timeout: 30_000 });
    await user.askUntilAnswered('SELECT * FROM shift');
    expect(await user.ask('status')).toMatchObject({ runsServer: true });
  });

  test('keeps its server when one of the server’s processes crashes and the server resets itself', async () => {
    const user = await startUser();
    const pid = await serverPid();
    const backend = await user.ask('SELECT pg_backend_pid() AS pid');
    process.kill(Number(backend.rows?.[0]?.['pid']), 'SIGKILL');
    await user.askUntilAnswered('SELECT 1');
    expect(await serverPid()).toBe(pid);
    expect(await user.ask('status')).toMatchObject({ runsServer: true });
    expect(await user.ask('close')).toMatchObject({ closed: true });
    expect(await serversOn(folder)).toEqual([]);
  });

  test('closed in order, it leaves neither server nor socket', async () => {
    const user = await startUser();
    const socketFolder = user.opened.connection?.host ?? '';
    expect(await readdir(socketFolder)).toContain('.s.PGSQL.5432');
    expect(await user.ask('close')).toMatchObject({ closed: true });
    expect(await serversOn(folder)).toEqual([]);
    await expect(readdir(socketFolder)).rejects.toThrow('ENOENT');
  });
});

describe('several processes on one folder', () => {
  test('started at once on an empty folder, one runs the server and all use it', async () => {
    const three = await Promise.all([startUser(), startUser(), startUser()]);
    expect(three.filter(({ opened }) => isRunner(opened))).toHaveLength(1);
    for (const user of three) expect(await user.ask('SELECT 1 AS n')).toMatchObject({ rows: [{ n: 1 }] });
    expect(await serversOn(folder)).toHaveLength(1);
    expect((await readdir(folder)).sort()).toEqual(['postgres']);
  });

  test.each([
    ['ends in order', (owner: DatabaseUser) => owner.ask('close')],
    ['is killed', (owner: DatabaseUser) => owner.kill()],
  ])('when the one that runs the server %s, another goes on with it within 2 s', async (_, end) => {
    const asked = performance.now();
    const owner = await startUser();
    // A machine that needs long for the first start needs as long for this one.
    const soon = Math.max(2_000, 2 * (performance.now() - asked));
    await owner.ask('CREATE TABLE shift (n int)');
    const guests = [await startUser(), await startUser()];
    expect(guests.map(({ opened }) => opened.runsServer)).toEqual([false, false]);
    for (const guest of guests) await guest.ask('INSERT INTO shift VALUES (1)');
    await end(owner);
    // The dying server may still answer for a moment; what counts is that another process runs one.
    const guestRuns = async () =>
      (await Promise.all(guests.map(({ ask }) => ask('status')))).filter(isRunner);
    await vi.waitFor(async () => expect(await guestRuns()).toHaveLength(1), { timeout: soon, interval: 20 });
    for (const guest of guests) await guest.askUntilAnswered('INSERT INTO shift VALUES (2)');
    for (const guest of guests) {
      expect(await guest.ask('SELECT sum(n)::int AS n FROM shift')).toMatchObject({ rows: [{ n: 6 }] });
    }
  });

  test('one that only uses the server leaves it running when it ends', async () => {
    const owner = await startUser();
    const guest = await startUser();
    await guest.ask('close');
    expect(await owner.ask('SELECT 1 AS n')).toMatchObject({ rows: [{ n: 1 }] });
    expect(isAlive(await serverPid())).toBe(true);
  });
});
