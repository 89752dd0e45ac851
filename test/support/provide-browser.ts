import { setTimeout as sleep } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';
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

/** The browser, or what it said when it did not start. Several test files may unpack it at once: it is tried again. */
async function launch(): Promise<Browser | string> {
  for (let tries = 1; ; tries++) {
    try {
      return await driver.launch({
        ...{ executablePath: await chromium.executablePath(), headless: true },
        args: [...chromium.args.filter((arg) => !arg.startsWith('--single-process')), '--no-sandbox'],
      });
    } catch (cause) {
      const says = cause instanceof Error ? cause.message : String(cause);
      if (tries === TRIES || /shared libraries/.test(says)) return says;
      await sleep(500 * tries);
    }
  }
}
