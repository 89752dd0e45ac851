import { chmod, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSocketFolder, socketFolderFor } from './socket-folder.ts';

const account = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, prefix: [] };

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'schedcu-socket-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

describe('socketFolderFor', () => {
  test('is the same for the same folder and user, another for others', () => {
    const ours = socketFolderFor('/data', 1000, '/tmp');
    expect(ours).toMatch(/^\/tmp\/schedcu-1000-[0-9a-f]{12}$/);
    expect(socketFolderFor('/data', 1000, '/tmp')).toBe(ours);
    expect(socketFolderFor('/data', 1001, '/tmp')).not.toBe(ours);
    expect(socketFolderFor('/data2', 1000, '/tmp')).not.toBe(ours);
  });

  test('goes to /tmp where the temporary folder has too long a name for a socket', () => {
    expect(socketFolderFor('/data', 1000, `/${'t'.repeat(57)}`)).toMatch(/^\/ttt/);
    expect(socketFolderFor('/data', 1000, `/${'t'.repeat(58)}`)).toMatch(/^\/tmp\//);
    expect(socketFolderFor('/data', 1000, `/${'ü'.repeat(29)}`)).toMatch(/^\/tmp\//);
  });
});

describe('createSocketFolder', () => {
  test('makes it closed to others, and takes it again', async () => {
    const folder = join(parent, 'socket');
    await createSocketFolder(folder, account);
    await createSocketFolder(folder, account);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['open to others', async (folder: string) => mkdir(folder).then(() => chmod(folder, 0o755))],
    ['a link to elsewhere', async (folder: string) => symlink(parent, folder)],
  ])('refuses one that is %s', async (_, plant) => {
    const folder = join(parent, 'socket');
    await plant(folder);
    await expect(createSocketFolder(folder, account)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('TMPDIR'),
    });
  });

  test('refuses one of another user', async () => {
    const folder = join(parent, 'socket');
    await createSocketFolder(folder, account);
    await expect(createSocketFolder(folder, { ...account, uid: account.uid + 1 })).rejects.toThrow(
      'someone else',
    );
  });

  test('says what to do where it cannot be made', async () => {
    const creating = createSocketFolder(join(parent, 'missing', 'socket'), account);
    await expect(creating).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('TMPDIR'),
    });
  });
});
