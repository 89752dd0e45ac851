import { rm } from 'node:fs/promises';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';
import { withInstallLock } from '../../bin/install-lock.js';
import { installPackages } from './install-packages.ts';

/** A real Chromium, or why there is none. */
export type ProvidedBrowser = { browser: Browser; missing: null } | { browser: null; missing: string };

/** Libraries of the system that the browser of the npm package is linked to. */
const LIBRARIES = ['libnss3', 'libnspr4'];
const TRIES = 3;

/** Starts the browser that the caller closes; installs the libraries that it misses, where that is allowed. */
export async function startBrowser(): Promise<ProvidedBrowser> {
  const first = await launch();
  if (typeof first !== 'string') return { browser: first, missing: null };
  if (!/error while loading shared libraries/.test(first)) return { browser: null, missing: first };
  const missing = await installPackages('a browser with its libraries', LIBRARIES);
  const second = await launch();
  if (typeof second !== 'string') return { browser: second, missing: null };
  return { browser: null, missing: missing ?? second };
}

/** One process unpacks at a time: the package takes whatever stands at the path for a whole browser. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  withInstallLock('the browser of the tests', () => undefined, work);

/** The browser, or what it said when it did not start. */
async function launch(): Promise<Browser | string> {
  for (let tries = 1; ; tries++) {
    const executablePath = await alone(() => chromium.executablePath());
    try {
      return await driver.launch({
        ...{ executablePath, headless: true },
        args: [...chromium.args.filter((arg) => !arg.startsWith('--single-process')), '--no-sandbox'],
      });
    } catch (cause) {
      const says = cause instanceof Error ? cause.message : String(cause);
      if (tries === TRIES || /shared libraries/.test(says)) return says;
      // Half a browser, where a run was killed that unpacked it.
      await alone(() => rm(executablePath, { force: true }));
    }
  }
}
