import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { installLockFile, withInstallLock } from '../../bin/install-lock.js';

const NO_PROCESS = 2_147_483_646;
const ignore = () => undefined;

test('two at once follow each other, and the second hears that it waits', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await sleep(300);
    events.push(`${name} ends`);
  };
  const folder = `/clinic/two-${process.pid}`;
  const first = withInstallLock(folder, ignore, work('first'));
  const second = withInstallLock(folder, () => events.push('second waits'), work('second'));
  await Promise.all([first, second]);
  expect(events).toEqual(['first begins', 'second waits', 'first ends', 'second begins', 'second ends']);
});

test('the lock of a process that was killed is taken over, by one of many', async () => {
  const folder = `/clinic/dead-${process.pid}`;
  writeFileSync(installLockFile(folder), String(NO_PROCESS));
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withInstallLock(folder, ignore, work)));
  expect(most).toBe(1);
});

test('work that fails gives the lock back', async () => {
  const folder = `/clinic/failing-${process.pid}`;
  const failing = withInstallLock(folder, ignore, () => Promise.reject(new Error('disk full')));
  await expect(failing).rejects.toThrow('disk full');
  expect(await withInstallLock(folder, ignore, async () => 'again')).toBe('again');
});
