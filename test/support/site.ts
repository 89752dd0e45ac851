import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect, vi } from 'vitest';
import { type Actor, ROLES, type Role } from '#src/domain/user.ts';
import { startAmionServer } from '#src/example/amion-server.ts';
import { laterRoster } from '#src/example/later-roster.ts';
import { exampleRoster } from '#src/example/roster.ts';
import { buildServer } from '#src/http/server.ts';
import { preparePage } from '#src/main/build-page.ts';
import { openLog } from '#src/outside/log.ts';
import type { Database } from '#src/repositories/database.ts';
import type { Services } from '#src/services/services.ts';
import { openExampleDatabase } from './example-database.ts';
import { PASSWORD } from './http.ts';
import { startHttpWorker } from './http-worker.ts';
import { startBrowser } from './provide-browser.ts';
import { TEST_CONFIG, wire } from './services.ts';

/** The night on which a body-only reader re-cuts the example's positions: 02:30 of 13 December 2026 in New York. */
export const RECUT_NIGHT = '2026-12-13T07:30:00Z';

/** A browser on a busy machine takes its time. */
const TEST_MS = 180_000;
const ACTION_MS = 60_000;

const DEVICES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>;

export type Device = keyof typeof DEVICES;

export interface Visit {
  device?: Device;
  theme?: 'light' | 'dark';
  /** Whose session; null: nobody's. */
  as?: Role | null;
}

/** The real stack in small: the example in a database of its own, server, worker, its Amion, and a browser. */
export interface Site {
  url: string;
  services: Services;
  database: Database;
  actor: Actor;
  /** The present instant of the services. */
  clock: { now: string };
  /** A page of a browser of its own; `page.goto('/coverage')` leads into the site. */
  visit(visit?: Visit): Promise<Page>;
  /** What somebody signs in with: `admin@harbor.test`, `scheduler@harbor.test` … */
  emailOf(role: Role): string;
}

export type ProvidedSite = { site: Site; missing: null } | { site: null; missing: string };

/**
 * Called once at the top of a test file, over the example or another database. Whatever a page throws, or writes to the console as an error or warning, fails the
 * test that it happens in.
 */
export async function provideSite(openDatabase = openExampleDatabase): Promise<ProvidedSite> {
  vi.setConfig({ testTimeout: TEST_MS });
  const { browser, missing } = await startBrowser();
  if (!browser) return { site: null, missing };
  afterAll(() => browser.close());
  const amion = await startAmionServer({
    ...{ roster: laterRoster(exampleRoster()), asOf: 'Dec 13 02:10 2026', login: 'example-group' },
  });
  afterAll(() => amion.stop());
  const database = await openDatabase();
  const clock = { now: RECUT_NIGHT };
  const config = { ...TEST_CONFIG, amionBaseUrl: amion.base, amionLogin: 'example-group' };
  const services = wire(config, database, () => clock.now);
  await startHttpWorker({ database, clock }, config);
  const server = await buildServer({
    ...{ services, log: openLog('silent'), uploadBytes: TEST_CONFIG.limits.uploadBytes },
    ...{ requestsPerMinute: 1_000_000, trustProxy: false as const, drainMs: 500 },
    page: await preparePage(() => undefined),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  afterAll(() => server.close());
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const actor = await services.users.commandLineActor('tester');
  const emailOf = (role: Role): string => `${role.toLowerCase()}@harbor.test`;
  const isEmpty = (await services.registry.listHospitals()).length === 0;
  // Everybody but an administrator needs a department.
  for (const role of isEmpty ? (['ADMIN'] as const) : ROLES) {
    const department = role === 'ADMIN' ? null : 'HARBOR';
    await services.users.add({ email: emailOf(role), role, department, password: PASSWORD }, actor);
  }
  const complaints: string[] = [];
  afterEach(() => {
    expect(complaints.splice(0), 'the console of the browser').toEqual([]);
  });
  const visit = async ({ device = 'wide', theme = 'light', as = 'SCHEDULER' }: Visit = {}) => {
    const context = await browser.newContext({ ...DEVICES[device], colorScheme: theme, baseURL: url });
    afterAll(() => context.close());
    context.setDefaultTimeout(ACTION_MS);
    if (as) {
      const data = { email: emailOf(as), password: PASSWORD };
      const answer = await context.request.post('/api/session', { data });
      if (!answer.ok()) throw new Error(`Not signed in as ${as}: ${await answer.text()}`);
    }
    const page = await context.newPage();
    await page.clock.setSystemTime(clock.now);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // That a request is refused is what some tests are about; the page has to say it, and tests look for that.
      if (!['error', 'warning'].includes(message.type()) || /Failed to load resource/.test(message.text()))
        return;
      complaints.push(message.text());
    });
    return page;
  };
  return { site: { url, services, database, actor, clock, visit, emailOf }, missing: null };
}
