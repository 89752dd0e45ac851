import { expect, it } from 'vitest';
import { openThings } from './open-things.ts';

const thing = (name: string, log: string[]) => ({
  finish: async () => void log.push(`finish ${name}`),
  close: async () => void log.push(`close ${name}`),
});

it('closes the newest first, once, and what never opened not at all', async () => {
  const log: string[] = [];
  const opened = openThings();
  await opened.keep(Promise.resolve(thing('database', log)));
  await opened.keep(Promise.resolve({ close: thing('queue', log).close }));
  const failing = opened.keep(Promise.reject(new Error('no port')));
  await expect(failing).rejects.toThrow('no port');
  await opened.finishAll();
  await Promise.all([opened.closeAll(), opened.closeAll()]);
  expect(log).toEqual(['finish database', 'close queue', 'close database']);
});

it('what is only just opening is waited for, then closed', async () => {
  const log: string[] = [];
  const opened = openThings();
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof thing>>();
  void opened.keep(promise);
  const closing = opened.closeAll();
  resolve(thing('database', log));
  await closing;
  expect(log).toEqual(['close database']);
});
