import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
/** Above this share of the screen people notice that the page has jumped (web.dev, "Cumulative Layout Shift"). */
const MOST_SHIFT = 0.1;
/** So late does each answer come that a page is seen without it first. */
const LATE_MS = 250;
const OBSERVE = `window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.shifts.push([entry.value, ...entry.sources.slice(0, 3).map(({ node }) => node?.className || node?.nodeName)]);
}).observe({ type: 'layout-shift', buffered: true });`;

describe.skipIf(missing !== null)(`pages stay where they are${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  it.each(
    [
      '/?at=2026-12-13T02:30',
      '/coverage?from=2026-12-07',
      '/coverage?zoom=year',
      '/roster?from=2026-12-07',
      '/mine',
      '/import',
      '/versions',
      '/drift',
      '/people',
      '/hospitals',
      '/feeds',
      '/settings',
      '/jobs',
      '/users',
      '/tokens',
      '/audit',
    ].flatMap((address) => [[address, 'wide'] as const, [address, 'phone'] as const]),
  )('%s on a %s screen, while its answers come late', async (address, device) => {
    const page = await site.visit({ device, as: 'ADMIN' });
    await page.addInitScript(OBSERVE);
    await page.route('**/api/**', async (route) => {
      await sleep(LATE_MS);
      await route.continue();
    });
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate<[number, ...string[]][]>('window.shifts');
    const sum = shifts.reduce((all, [value]) => all + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThan(MOST_SHIFT);
  });
});
