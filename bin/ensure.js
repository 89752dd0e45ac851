import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withInstallLock } from './install-lock.js';
import { findMissingPackages } from './missing-packages.js';

// Runs before anything is installed, under whatever Node the machine has (20 or later): plain JavaScript, no packages.

export const PROJECT_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_WANTED = 24;

/** Something that the user has to put right; its message says how. */
export class InstallationError extends Error {}

/**
 * Installs the packages that are missing or out of date and answers the Node to run the project with. Takes a few
 * milliseconds when all is there. Speaks on stderr only.
 *
 * @param {{ dev?: boolean, root?: string }} [options] dev: what tests and checks need, too
 * @returns {Promise<string>} path of a Node >= 24
 */
export async function ensureInstalled({ dev = false, root = PROJECT_FOLDER } = {}) {
  if (findMissingPackages(root, { dev }).length > 0) {
    await withInstallLock(
      realpathSync(root),
      () => say('another process is installing packages here; waiting for it.'),
      () => installMissing(root, dev),
    );
  }
  return findProjectNode(root);
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
async function installMissing(root, dev) {
  const missing = findMissingPackages(root, { dev });
  if (missing.length === 0) return;
  const updates = existsSync(join(root, 'node_modules', '.package-lock.json'));
  say(
    `${updates ? 'packages are missing or out of date' : 'first start'}: installing with npm ci (about half a minute).`,
  );
  if (/\boptional\b/.test(process.env['npm_config_omit'] ?? '')) {
    say(
      'npm is set to omit optional packages; they are installed nevertheless: PostgreSQL and Node come as such.',
    );
  }
  await runNpm(root, dev);
  const still = findMissingPackages(root, { dev });
  if (still.length > 0) {
    say(`npm left out ${still.join(', ')}. Run "npm ci --include=optional" and read what it says.`);
  }
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
async function runNpm(root, dev) {
  const options = [
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--engine-strict=false',
  ];
  if (dev) options.push('--include=dev');
  let { status, output } = await npm(root, ['ci', ...options]);
  if (status !== 0 && output.includes('EUSAGE')) {
    // npm ci refuses a lockfile that lacks packages of other systems, as npm writes them where a registry has no such packages.
    say(
      'package-lock.json does not list the packages of every system; installing from it with npm install instead.',
    );
    ({ status, output } = await npm(root, ['install', '--no-save', ...options]));
  }
  if (status === 0) return;
  process.stderr.write(output);
  throw new InstallationError(
    `npm failed (${status}); its messages are above. Check the connection to the npm registry and the free disk space, ` +
      'then run the same command again.',
  );
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ status: number | string, output: string }>}
 */
function npm(root, args) {
  // Inside npm scripts and npx, the very npm that runs them.
  const running = process.env['npm_execpath'] ?? '';
  const command = running.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
  const [program = 'npm', ...first] = command;
  const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: error.message, output }));
    child.once('close', (code, signal) => resolve({ status: code ?? signal ?? 1, output }));
  });
}

/**
 * @param {string} root
 * @returns {string}
 */
function findProjectNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= NODE_WANTED) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const brought = join(root, 'node_modules', name, 'bin', 'node');
  if (existsSync(brought)) {
    linkForScripts(join(root, 'node_modules', '.bin', 'node'), join('..', name, 'bin', 'node'));
    return brought;
  }
  throw new InstallationError(
    `This needs Node ${NODE_WANTED} or later, the machine has ${process.versions.node}, and the npm registry has no Node for ` +
      `${process.platform}-${process.arch} that could be installed with the project (or optional packages were left out). Install Node ${NODE_WANTED}.`,
  );
}

/**
 * Scripts of npm find this Node by its link in .bin. npm 10 removes the link again when it sets aside the packages with
 * Node for other systems, whose link has the same name.
 *
 * @param {string} link
 * @param {string} target
 */
function linkForScripts(link, target) {
  if (existsSync(link)) return;
  try {
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  } catch (error) {
    // Another process made it in the same moment.
    if (existsSync(link)) return;
    const says = error instanceof Error ? error.message : error;
    throw new InstallationError(`The link ${link} to the project's Node cannot be made: ${says}`);
  }
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`schedcu: ${text}\n`);
}

/**
 * Answers the exit status: 0, or 1 after saying what the user has to put right.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof InstallationError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    // Run as prestart and pretest of npm; only tests need the packages for tests.
    await ensureInstalled({ dev: process.env['npm_lifecycle_event'] !== 'prestart' });
    return 0;
  });
}
