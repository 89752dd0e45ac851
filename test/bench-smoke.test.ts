import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'bench', 'main.ts');

const bench = async (...args: string[]) => await promisify(execFile)(process.execPath, [MAIN, ...args]);

it('reading, storing, workflow, coverage and who still run and have their rows', {
  timeout: 60_000,
}, async () => {
  const only = ['reading', 'storing', 'workflow', 'coverage', 'who'].flatMap((name) => ['--only', name]);
  const { stdout } = await bench('--quick', ...only);
  const names = stdout.split('\n').flatMap((line) => /^│ (\w[^│]*?) +│/.exec(line)?.[1] ?? []);
  expect([...new Set(names)]).toEqual([
    'read a list: CPU time',
    'read a list: peak memory',
    'read a list: growth',
    'store instances',
    'store instances: growth',
    'whole workflow',
    'whole workflow: growth',
    'coverage of a stored period: queries',
    'coverage of a stored period',
    'coverage of a stored period: growth',
    'pure calculation',
    'pure calculation: growth',
    'GET /api/who: 1,000 requests',
    'GET /api/who: p99 at half the load',
    'GET /api/who: heap',
    'GET …/coverage',
  ]);
  expect(stdout).not.toMatch(/NaN|Infinity|MISSED/);
});

it('a bench that there is not is refused with the names of those there are', async () => {
  await expect(bench('--only', 'baking')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('reading, storing, workflow, coverage'),
  });
});
