import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { PASSWORD } from '#test/support/http.ts';
import { provideSite, type Visit } from '#test/support/site.ts';

const { site, missing } = await provideSite();
const EMAIL = 'ambrose.greavesend@example.org';

describe.skipIf(missing !== null)(`own duties in a browser${missing ? `: ${missing}` : ''}`, async () => {
  if (!site) return;
  const greavesend = { email: EMAIL, role: 'USER' as const, department: 'HARBOR', password: PASSWORD };
  await site.services.users.add(greavesend, site.actor);
  const openMine = async (visit: Visit = {}): Promise<Page> => {
    const page = await site.visit({ ...visit, as: null });
    await page.context().request.post('/api/session', { data: { email: EMAIL, password: PASSWORD } });
    await page.goto('/mine');
    return page;
  };

  it('are the night that is on, the next, and the others by month', async () => {
    const page = await openMine();
    const now = page.getByRole('region', { name: 'On now' });
    await now.getByRole('heading', { name: 'On now: ON2' }).waitFor();
    expect(await now.textContent()).toMatch(/Sat 12 Dec, 23:00 to Sun 08:00.*MERCY.*MERCY CT Head/);
    await page.getByRole('region', { name: 'Next' }).getByText('Sun 13 Dec, 23:00 to Mon 08:00').waitFor();
    const month = page.getByRole('region', { name: 'December 2026' });
    expect(await month.getByRole('listitem').first().textContent()).toContain('Sun 13 Dec');
    await month
      .getByText(/studies/)
      .first()
      .click();
    await month
      .getByText(/MERCY CT Head/)
      .first()
      .waitFor();
    await now.getByRole('link', { name: 'See who reads then' }).click();
    await page.getByText('Sat 12 Dec, 23:00 EST').waitFor();
  });

  it('come into the own calendar by a feed that is shown once, and revoked', async () => {
    const page = await openMine();
    await page.getByRole('button', { name: 'Make my feed' }).click();
    const url = await page.getByLabel('Secret address of your feed').inputValue();
    await page.getByText('no calendar has asked for it yet').waitFor();
    expect(await findViolations(page)).toEqual([]);
    const calendar = await page.context().request.get(new URL(url).pathname);
    expect(await calendar.text()).toMatch(/BEGIN:VEVENT[\s\S]*SUMMARY:ON2 · HARBOR/);
    await page.reload();
    await page.getByText(/^Made .*last asked for/).waitFor();
    expect(await page.getByLabel('Secret address of your feed').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('The feed is revoked.').waitFor();
    expect((await page.context().request.get(new URL(url).pathname)).status()).toBe(404);
  });

  it('are nobody’s for a user who is no person, who is told so', async () => {
    const page = await site.visit({ as: 'SCHEDULER' });
    await page.goto('/mine');
    await page.getByText('You are signed in as a user who is no person of a roster.').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it.each(['wide', 'phone'] as const)('have no violations and no sideways scroll: %s', async (device) => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await openMine({ device, theme });
      await page.getByRole('heading', { name: 'December 2026' }).waitFor();
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});
