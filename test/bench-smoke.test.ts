import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'bench', 'main.ts');

const bench = async (...args: string[]) => await promisify(execFile)(process.execPath, [MAIN, ...args]);

async function rowsOf(only: readonly string[]): Promise<string[]> {
  const { stdout } = await bench('--quick', ...only.flatMap((name) => ['--only', name]));
  expect(stdout).not.toMatch(/NaN|Infinity|MISSED/);
  const names = stdout.split('\n').flatMap((line) => /^│ (\w[^│]*?) +│/.exec(line)?.[1] ?? []);
  return [...new Set(names)];
}

describe('benches still run and have their rows', { timeout: 400_000 }, () => {
  it('reading, storing, workflow and coverage', async () => {
    expect(await rowsOf(['reading', 'storing', 'workflow', 'coverage'])).toEqual([
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
    ]);
  });

  it('the API', async () => {
    expect(await rowsOf(['who'])).toEqual([
      'GET /api/who: 1,000 requests',
      'GET /api/who: p99 at half the load',
      'bare route, for comparison: p99 at half the load',
      'GET /api/who: heap',
      'GET …/coverage',
    ]);
  });
});

it('a bench that there is not is refused with the names of those there are', async () => {
  await expect(bench('--only', 'baking')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('reading, storing, workflow, coverage'),
  });
});
