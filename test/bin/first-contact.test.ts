import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
/** Stands for the product: says how it was called, and ends as it is told. */
const PROGRAM = `
const args: string[] = process.argv.slice(2);
console.log(JSON.stringify({ node: process.version, args }));
if (args[0] === 'exit') process.exitCode = Number(args[1]);
if (args[0] === 'die') process.kill(process.pid, 'SIGKILL');
if (args[0] === 'wait') {
  process.once('SIGTERM', () => process.exit(7));
  process.kill(process.ppid, 'SIGTERM');
  setTimeout(() => {}, 10_000);
}
`;

let clone: string;
const env = () => ({
  npm_config_prefer_offline: 'true',
  npm_config_registry: process.env['npm_config_registry'],
});

async function createClone() {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-clone-'));
  for (const part of ['bin', 'package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, 'src', 'main'), { recursive: true });
  for (const name of ['cli.ts', 'start.ts']) await writeFile(join(folder, 'src', 'main', name), PROGRAM);
  return folder;
}

beforeAll(async () => {
  clone = await createClone();
});
afterAll(() => rm(clone, { recursive: true, force: true }));

describe('on a fresh clone', () => {
  test('"npx schedcu" and "npm start" at once install together and run under Node 24', async () => {
    const [npx, start] = await Promise.all([
      runCommand(['npx', 'schedcu', 'who', '--json'], { cwd: clone, env: env() }),
      runCommand(['npm', 'start'], { cwd: clone, env: env() }),
    ]);
    expect(npx.stderr).toMatch(/first start: installing|another process is installing/);
    expect(npx.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(npx.stdout)).toMatchObject({ args: ['who', '--json'] });
    for (const { status, stdout } of [npx, start]) {
      expect(status).toBe(0);
      expect(Number(/"node":"v(\d+)/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(24);
    }
    expect(`${npx.stderr}${start.stderr}`.match(/: installing with npm ci/g)).toHaveLength(1);
  }, 300_000);

  test('once installed, the same commands say nothing of their own and reach no registry', async () => {
    const offline = { ...env(), npm_config_registry: 'http://127.0.0.1:9/' };
    const { status, stdout, stderr } = await runCommand(['npx', 'schedcu', 'exit', '3'], {
      cwd: clone,
      env: offline,
    });
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ args: ['exit', '3'] });
    expect(stderr).not.toContain('schedcu:');
  });

  test('"npm start" finds Node 24 also where npm has not linked it', async () => {
    await rm(join(clone, 'node_modules', '.bin', 'node'), { force: true });
    const { stdout } = await runCommand(['npm', 'start'], { cwd: clone, env: env() });
    expect(Number(/"node":"v(\d+)/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(24);
  });

  test('"npm test" has what tests need', async () => {
    const { status } = await runCommand(['npm', 'run', 'pretest'], { cwd: clone, env: env() });
    expect(status).toBe(0);
  });

  test.each([
    ['the exit status of the program is ours', ['exit', '2'], 2],
    ['a program that is killed ends us with 128 + the signal', ['die'], 137],
    ['a signal to us reaches the program', ['wait'], 7],
  ])('%s', async (_, args, expected) => {
    const { status } = await runCommand(['node', 'bin/schedcu.js', ...args], { cwd: clone });
    expect(status).toBe(expected);
  });
});

describe('when npm cannot install', () => {
  let bare: string;
  beforeAll(async () => {
    bare = await createClone();
  });
  afterAll(() => rm(bare, { recursive: true, force: true }));

  const fakeNpm = async (script: string) => {
    const npm = join(bare, 'npm-cli.js');
    await writeFile(npm, script);
    return { npm_execpath: npm, npm_config_omit: 'optional' };
  };

  test('its messages and what to do come on stderr, stdout stays empty, the status is 1', async () => {
    const npm = await fakeNpm(`console.log('npm says: no route to host'); process.exit(9);`);
    const result = await runCommand(['node', 'bin/schedcu.js', 'who'], { cwd: bare, env: npm });
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain('no route to host');
    expect(result.stderr).toContain('Check the connection to the npm registry');
  });

  test('a setting that omits optional packages is overruled, and said', async () => {
    const npm = await fakeNpm(`console.log(process.argv.join(' ')); process.exit(9);`);
    const result = await runCommand(['node', 'bin/ensure.js'], { cwd: bare, env: npm });
    expect(result.stderr).toContain('npm is set to omit optional packages');
    expect(result.stderr).toContain(' ci --include=optional');
  });

  test('a lockfile that lists only this system is installed with npm install', async () => {
    const npm = await fakeNpm(`
      console.log('called:', process.argv[2]);
      if (process.argv[2] === 'ci') console.log('npm error code EUSAGE');
      process.exit(1);`);
    const result = await runCommand(['node', 'bin/ensure.js'], { cwd: bare, env: npm });
    expect(result.stderr).toContain('does not list the packages of every system');
    expect(result.stderr).toContain('called: install');
  });

  test('packages that npm leaves out are named', async () => {
    const npm = await fakeNpm('process.exit(0);');
    const result = await runCommand(['node', 'bin/ensure.js'], { cwd: bare, env: npm });
    expect(result.stderr).toMatch(/npm left out .*node_modules\/pg/);
  });
});
