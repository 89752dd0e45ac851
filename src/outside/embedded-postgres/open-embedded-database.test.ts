import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './open-embedded-database.ts';

let folder: string;
let opened: EmbeddedDatabase[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-open-'));
  opened = [];
});
afterEach(async () => {
  for (const database of opened) await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(dataDir = folder): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase(dataDir);
  opened.push(database);
  return database;
}

async function query(database: EmbeddedDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(database.connection);
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('a new database', () => {
  test('is safe, the same on every machine, and not to be reached over the network', async () => {
    const database = await open();
    const [row] = await query(
      database,
      `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
         current_setting('TimeZone') AS time_zone, current_setting('listen_addresses') AS listen,
         current_setting('max_connections') AS connections, pg_encoding_to_char(encoding) AS encoding,
         datlocprovider AS provider, datlocale AS locale, upper('ä') AS upper, current_database() AS name
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({
      checksums: 'on',
      fsync: 'on',
      time_zone: 'UTC',
      listen: '',
      connections: '100',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      upper: 'Ä',
      name: 'schedcu',
    });
  });

  test('lies in `postgres` of the data folder, which is created; its socket in a short folder closed to others', async () => {
    const deep = join(folder, 'a folder with a rather long name, and spaces', 'x'.repeat(100), 'data');
    const database = await open(deep);
    expect(await readdir(deep)).toEqual(['postgres']);
    expect(Buffer.byteLength(join(database.connection.host, '.s.PGSQL.5432'))).toBeLessThan(107);
    expect((await stat(database.connection.host)).mode & 0o777).toBe(0o700);
  });

  test('writes a log that does not grow without end', async () => {
    const logs = join(folder, 'postgres', 'log');
    await (await open()).close();
    for (let i = 0; i < 8; i++) await writeFile(join(logs, `server-20200101-00000${i}.log`), 'old');
    await open();
    const kept = await readdir(logs);
    expect(kept).not.toContain('server-20200101-000003.log');
    expect(kept.length).toBeLessThanOrEqual(6);
  });
});

test('what is committed is there after closing and opening again; the connection stays the same', async () => {
  const first = await open();
  await query(first, 'CREATE TABLE shift (n int)');
  await first.close();
  const second = await open();
  expect(await query(second, 'SELECT * FROM shift')).toEqual([]);
  expect(second.connection).toEqual(first.connection);
});

test('opened twice in one process it is shared, and who stays takes the server over', async () => {
  const first = await open();
  const second = await open();
  expect([first.runsServer(), second.runsServer()]).toEqual([true, false]);
  const lost = new Promise<void>((resolve) => second.onServerLost(() => resolve()));
  await first.close();
  await lost;
  await second.whenReady();
  expect(second.runsServer()).toBe(true);
});

test('opened three times at once on an empty folder, one server is made and all use it', async () => {
  const three = await Promise.all([open(), open(), open()]);
  expect(three.filter((database) => database.runsServer())).toHaveLength(1);
  for (const database of three) expect(await query(database, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(await readdir(folder)).toEqual(['postgres']);
});

test('the unfinished database of a start that was killed is removed, one that is being made is not', async () => {
  const [abandoned, growing] = [join(folder, 'postgres.new-old'), join(folder, 'postgres.new-now')];
  await mkdir(abandoned);
  await mkdir(growing);
  await utimes(abandoned, new Date(0), new Date(0));
  await open();
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.new-now']);
});

test('the lock of a crashed server whose process id was given to another program does not stop a start', async () => {
  await (await open()).close();
  const lock = [1, join(folder, 'postgres'), 1_700_000_000, 5432, '/tmp', '', '  1 2', 'ready   '].join('\n');
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), lock);
  expect((await open()).runsServer()).toBe(true);
});

test('closing twice, or while the server is being replaced, is harmless', async () => {
  const first = await open();
  const second = await open();
  const lost = new Promise<void>((resolve) => second.onServerLost(() => resolve()));
  await Promise.all([first.close(), first.close(), lost.then(() => second.close())]);
  await second.close();
  expect(second.runsServer()).toBe(false);
});

describe('refuses, saying what to do', () => {
  test.each([
    [
      'a folder of another PostgreSQL',
      async () => plant('PG_VERSION', '17\n'),
      /made by PostgreSQL 17.*pg_dump of version 17/,
    ],
    ['a folder that is no database', async () => plant('notes.txt', 'hello'), /not empty.*--data DIR/],
    ['a file in the place of the folder', async () => writeFile(join(folder, 'data'), ''), /There is a file/],
  ])('%s', async (_, prepare, says) => {
    await prepare();
    const opening = openEmbeddedDatabase(join(folder, 'data'));
    await expect(opening).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(says),
    });
  });

  async function plant(name: string, text: string) {
    await mkdir(join(folder, 'data', 'postgres'), { recursive: true });
    await writeFile(join(folder, 'data', 'postgres', name), text);
  }

  test('a damaged database, in the words of its own log', async () => {
    await (await open()).close();
    await rm(join(folder, 'postgres', 'global', 'pg_control'));
    const opening = openEmbeddedDatabase(folder);
    await expect(opening).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/log says more.*could not (find the database system|open file)/),
    });
  });

  test('to make an empty database where one vanished while it was in use', async () => {
    const database = await open();
    const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const failed = new Promise<Error>((resolve) =>
      database.onServerLost((failure) => failure && resolve(failure)),
    );
    await rm(join(folder, 'postgres'), { recursive: true });
    process.kill(pid, 'SIGKILL');
    expect(await failed).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('has vanished'),
    });
    await expect(database.whenReady()).rejects.toThrow('has vanished');
    await database.close();
    expect(await readdir(folder)).toEqual([]);
    await rm(database.connection.host, { recursive: true });
  });
});
