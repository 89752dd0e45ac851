import { expect, it } from 'vitest';
import { runCommandLine } from '#src/cli/program.ts';
import { folderOf } from '#test/journeys/ashby.ts';
import { addressOf } from '#test/journeys/spawned.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { commandContext } from './command-context.ts';
import { openThings } from './open-things.ts';

const { connection } = await createTestDatabase();
const file = folderOf({});

/** A command line as a process would run it, up to its orderly end. */
async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const opened = openThings();
  const output = {
    print: (text: string) => void out.push(text),
    note: (text: string) => void err.push(text),
  };
  const status = await runCommandLine(args, (options) => commandContext(options, opened, output));
  await opened.finishAll();
  await opened.closeAll();
  return { status, out: out.join('\n'), err: err.join('\n') };
}
const onServer = (...args: string[]) => run('--database-url', addressOf(connection), ...args);

it('on a server of one’s own: migrations are the operator’s, except in an empty database', async () => {
  expect(await onServer('hospitals', 'list')).toEqual({ status: 0, out: 'None.', err: '' });
  expect((await onServer('migrate', 'down')).status).toBe(0);
  const { status, err } = await onServer('hospitals', 'list');
  expect([status, err]).toEqual([
    1,
    expect.stringMatching(/^The database lacks 1 migrations .*schedcu migrate up/),
  ]);
  expect((await onServer('migrate', 'up')).out).toMatch(/^Applied:/);
  expect((await onServer('migrate', 'status')).out).not.toContain('pending');
  expect((await onServer('migrate', 'down', '1000')).status).toBe(0);
  expect((await onServer('users', 'list')).status).toBe(0);
});

it('on the embedded database: it is made, migrated, used and stopped', async () => {
  const embedded = ['--data', file('data')];
  expect(await run(...embedded, 'audit')).toEqual({ status: 0, out: 'None.', err: '' });
  const { out } = await run(
    ...embedded,
    'users',
    'add',
    'root@ashby.test',
    '--role',
    'ADMIN',
    '--no-password',
  );
  expect(out).toBe('Added root@ashby.test as ADMIN.');
  expect((await run(...embedded, 'audit')).out).toMatch(/\S+@command-line\.invalid +USER_ADDED/);
});
