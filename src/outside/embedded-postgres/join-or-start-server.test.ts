import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinOrStartServer, type ServerPlace } from './join-or-start-server.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './open-embedded-database.ts';
import { getPostgresBinaries } from './postgres-binaries.ts';
import { chooseServerAccount } from './server-account.ts';

let dataFolder: string;
let database: EmbeddedDatabase;
let place: ServerPlace;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'schedcu-join-'));
  database = await openEmbeddedDatabase(dataFolder);
  const binaries = await getPostgresBinaries();
  place = {
    dataFolder,
    socketFolder: database.connection.host,
    account: await chooseServerAccount(dataFolder, binaries.postgres),
    binaries,
    durable: true,
  };
});
afterAll(async () => {
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

describe('with a server that another process runs', () => {
  test('it is joined, and joined again', async () => {
    for (const _ of [1, 2]) {
      const { own, watch } = await joinOrStartServer(place, { mayCreate: false });
      expect(own).toBeUndefined();
      await watch.close();
    }
  });

  test('on another socket than all others use, it is refused with the reason', async () => {
    const elsewhere = { ...place, socketFolder: '/tmp/elsewhere' };
    await expect(joinOrStartServer(elsewhere, { mayCreate: true })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/another socket.*TMPDIR/),
    });
  });
});

describe('when the server cannot be used by us', () => {
  const refuse = `ALTER DATABASE postgres ALLOW_CONNECTIONS`;
  test('that is said after a while, naming the process', async () => {
    const client = new Client(database.connection);
    await client.connect();
    await client.query(`${refuse} false`);
    const joining = joinOrStartServer(place, { mayCreate: false, signal: AbortSignal.timeout(2_000) });
    await expect(joining).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/Another PostgreSQL still holds .*process \d+ \(ready\)/),
    });
    await client.query(`${refuse} true`);
    await client.end();
  });
});

test('a PostgreSQL that does not run on this system is refused with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-join-'));
  const binaries = { ...place.binaries, initdb: '/no/such/initdb' };
  await expect(
    joinOrStartServer({ ...place, dataFolder: folder, binaries }, { mayCreate: true }),
  ).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('set DATABASE_URL') });
  await rm(folder, { recursive: true });
});
