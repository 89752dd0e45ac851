#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, InstallationError, PROJECT_FOLDER, runMain } from './ensure.js';
import { NODE_FLAGS } from './node-flags.js';

await runMain(async () => {
  const node = await ensureInstalled();
  return runProgram(node, [
    ...NODE_FLAGS,
    join(PROJECT_FOLDER, 'src', 'main', 'cli.ts'),
    ...process.argv.slice(2),
  ]);
});

/**
 * Runs the program in our place: with our input and outputs, our signals, and its exit status as ours.
 *
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runProgram(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  // A terminal sends its signals (Ctrl-C) to the child as well; passed on, they would arrive twice.
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  /** @type {NodeJS.Signals[]} */
  const fromTerminal = ['SIGINT', 'SIGQUIT'];
  for (const signal of fromTerminal) {
    process.on(signal, () => {
      if (!atTerminal) child.kill(signal);
    });
  }
  /** @type {NodeJS.Signals[]} */
  const others = ['SIGTERM', 'SIGHUP', 'SIGUSR2'];
  for (const signal of others) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(
        new InstallationError(
          `The project's Node does not run here (${error.message}). Install Node 24 or later.`,
        ),
      );
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
