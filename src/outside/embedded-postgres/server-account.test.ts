import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseUser, startDatabaseUser } from '#test/support/start-database-user.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import { runProgram } from './run-program.ts';
import { chooseServerAccount } from './server-account.ts';

const NOBODY = 65534;
const OTHER = 54321;
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

const isRoot = process.getuid?.() === 0;
const canReachProject = async () =>
  (await runProgram([...AS_NOBODY, 'test', '-r', import.meta.filename])).status === 0;

let folder: string;
let user: DatabaseUser | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedcu-account-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await user?.end();
  await rm(user?.opened.connection?.host ?? folder, { recursive: true, force: true });
  user = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function ownerOfDatabase(): Promise<number> {
  return (await stat(join(folder, 'data', 'postgres'))).uid;
}

async function start(prefix: readonly string[] = [], args: readonly string[] = []): Promise<DatabaseUser> {
  user = await startDatabaseUser(join(folder, 'data'), { prefix, args });
  return user;
}

// Who is not root has nothing to prove here: no tests, rather than skipped ones.
const describeAsRoot = isRoot ? describe : () => undefined;
describeAsRoot('root', () => {
  test('runs the server in a user namespace, where it may', async () => {
    expect((await start([], ['namespace'])).opened).toMatchObject({ runsServer: true });
    expect(await ownerOfDatabase()).toBe(0);
  });

  test('runs it as nobody, where namespaces are forbidden', async () => {
    const { opened, ask } = await start([], ['nobody']);
    expect(opened).toMatchObject({ runsServer: true });
    expect(await ownerOfDatabase()).toBe(NOBODY);
    expect(await ask('SELECT 1 AS n')).toMatchObject({ rows: [{ n: 1 }] });
  });

  test('runs it as nobody also in a folder that nobody could not reach by itself', async () => {
    await chmod(folder, 0o700);
    const { opened, ask } = await start([], ['nobody']);
    expect(opened).toMatchObject({ runsServer: true });
    expect(await ask('CREATE TABLE shift (n int)')).toMatchObject({ rows: [] });
  });

  test('can change from one way to the other and back', async () => {
    const owners: number[] = [];
    for (const method of ['namespace', 'nobody', 'namespace'] as const) {
      const database = await openEmbeddedDatabase(join(folder, 'data'), { rootMethods: [method] });
      owners.push(await ownerOfDatabase());
      await database.close();
    }
    expect(owners).toEqual([0, NOBODY, 0]);
  });

  test('leaves no server behind as nobody either, when it is killed', async () => {
    const { ask, kill } = await start([], ['nobody']);
    await ask('CREATE TABLE shift (n int)');
    await kill();
    expect(await (await start([], ['nobody'])).ask('SELECT * FROM shift')).toMatchObject({ rows: [] });
  });

  test('runs it as the owner of a folder that belongs to someone else', async () => {
    await mkdir(join(folder, 'data'));
    await chown(join(folder, 'data'), OTHER, OTHER);
    const account = await chooseServerAccount(join(folder, 'data'), '/bin/true');
    expect(account).toMatchObject({ uid: OTHER, gid: OTHER });
    expect(account.prefix).toContain(`--reuid=${OTHER}`);
  });

  test('is told what to do where no way works', async () => {
    const choosing = chooseServerAccount(folder, '/bin/there-is-no-such-program');
    await expect(choosing).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('normal user'),
    });
  });

  test('is told that the disk is full', async () => {
    await mkdir(join(folder, 'data'));
    const small = `mount -t tmpfs -o size=12m tmpfs ${join(folder, 'data')} && exec "$@"`;
    const { opened } = await start(['unshare', '-m', 'sh', '-c', small, 'sh']);
    expect(opened).toMatchObject({
      code: 'UNAVAILABLE',
      failure: expect.stringContaining('The disk is full'),
    });
  });
});

const describeAsNobody = isRoot && (await canReachProject()) ? describe : () => undefined;
describeAsNobody('a normal user', () => {
  test('runs the server without further ado', async () => {
    await chown(folder, NOBODY, NOBODY);
    const { opened, ask } = await start(AS_NOBODY);
    expect(opened).toMatchObject({ runsServer: true });
    expect(await ask('SELECT 1 AS n')).toMatchObject({ rows: [{ n: 1 }] });
    expect(await ownerOfDatabase()).toBe(NOBODY);
  });

  test('whose number has no name runs it, too', async () => {
    await chown(folder, OTHER, OTHER);
    const { opened } = await start(['setpriv', `--reuid=${OTHER}`, `--regid=${OTHER}`, '--clear-groups']);
    expect(opened).toMatchObject({ runsServer: true });
  });

  test('is told when the folder cannot be written', async () => {
    const { opened } = await start(AS_NOBODY);
    expect(opened).toMatchObject({
      code: 'UNAVAILABLE',
      failure: expect.stringContaining('cannot be written'),
    });
  });

  test('is told when the folder is someone else’s', async () => {
    await (await start([], ['namespace'])).end();
    const { opened } = await start(AS_NOBODY);
    expect(opened).toMatchObject({
      code: 'UNAVAILABLE',
      failure: expect.stringContaining('cannot be written'),
    });
  });
});

const describeAsOther = isRoot ? () => undefined : describe;
describeAsOther('whoever is not root', () => {
  test('runs the server without further ado', async () => {
    expect((await start()).opened).toMatchObject({ runsServer: true });
  });
});
