import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations, focusedText, sidewaysScroll } from '#test/support/accessibility.ts';
import { PASSWORD } from '#test/support/http.ts';
import { provideSite, RECUT_NIGHT } from '#test/support/site.ts';

const { site, missing } = await provideSite();
const NIGHT = '/?at=2026-12-13T02:30';

describe.skipIf(missing !== null)(`tonight in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  it('leads whoever is not signed in to the door, and back to where they wanted to go', async () => {
    const page = await site.visit({ as: null });
    await page.goto(NIGHT);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Email').fill(site.emailOf('VIEWER'));
    await page.getByLabel('Password').fill('wrong wrong wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The email or the password is wrong.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Sun 13 Dec, 02:30 EST').waitFor();
    expect(decodeURIComponent(page.url())).toContain('at=2026-12-13T02:30');
  });

  it('says on a re-cut night who reads each study, until when and who is next, and why', async () => {
    const page = await site.visit({ as: 'USER' });
    await page.goto(NIGHT);
    const mercy = page.getByRole('region', { name: 'MERCY' });
    const row = mercy.getByRole('button', { name: /^Why, MERCY CT Head.*Ambrose Greavesend Jr/ });
    await row.waitFor();
    expect(await row.textContent()).toContain('until 08:00, then nothing is listed');
    await row.click();
    const why = page.getByRole('dialog', { name: 'MERCY CT Head' });
    await why.waitFor();
    const text = (await why.textContent()) ?? '';
    for (const part of [
      'ON Neuro',
      'whoever is on ON2',
      'A body-only reader is on',
      'B9',
      'line 89',
      '5550137',
    ])
      expect(text).toContain(part);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
  });

  it('asks for now where no time is chosen, and says how old the roster is', async () => {
    const page = await site.visit();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Who reads now' }).waitFor();
    await page.getByText('Sun 13 Dec, 02:30 EST').waitFor();
    await page.getByText(/may be stale: 75 days old/).waitFor();
  });

  it('loads less than 250 KB of compressed script before it answers', async () => {
    const page = await site.visit();
    const scripts: Response[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('.js')) scripts.push(answer);
    });
    await page.goto(NIGHT);
    await page.getByText('Sun 13 Dec, 02:30 EST').waitFor();
    const sizes = await Promise.all(scripts.map((script) => script.request().sizes()));
    const sent = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(sent).toBeGreaterThan(50_000);
    expect(sent).toBeLessThan(250_000);
  });

  it('shows a hole unmistakably, with its cause in words', async () => {
    const page = await site.visit();
    await page.goto('/?at=2026-11-25T02:30');
    await page
      .getByRole('status')
      .or(page.getByRole('alert'))
      .getByText(/studies have no reader/)
      .waitFor();
    const rows = page.getByRole('button', { name: /No reader. Nobody holds ON2/ });
    expect(await rows.count()).toBeGreaterThan(5);
  });

  it('says where no schedule is in force', async () => {
    const page = await site.visit();
    await page.goto('/?at=2027-02-01T02:30');
    await page.getByText('No schedule is in force for this date.').waitFor();
  });

  it('keeps what it knows when it has lost touch, says since when, and goes on when it is back', async () => {
    const page = await site.visit({ as: 'USER' });
    await page.clock.install({ time: RECUT_NIGHT });
    await page.goto('/');
    const mercy = page.getByRole('region', { name: 'MERCY' });
    await mercy.waitFor();
    await page.context().setOffline(true);
    await page.clock.fastForward('01:30');
    await expect
      .poll(async () => {
        // The tries of a question that fails are some seconds apart.
        await page.clock.fastForward('00:05');
        return await page.getByRole('alert').getByText('No answer since 02:30.').count();
      })
      .toBe(1);
    expect(await mercy.isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.clock.fastForward('01:30');
    await page.getByText('No answer since 02:30.').waitFor({ state: 'detached' });
  });

  it('shows no answer to another question where the server cannot be reached', async () => {
    const page = await site.visit();
    await page.goto(NIGHT);
    await page.getByRole('region', { name: 'MERCY' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'An hour later' }).click();
    await page
      .getByRole('alert')
      .getByText(/The server cannot be reached/)
      .waitFor();
    expect(await page.getByRole('region', { name: 'MERCY' }).count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Sun 13 Dec, 03:30 EST').waitFor();
  });

  it('narrows by search, and the address holds it', async () => {
    const page = await site.visit();
    await page.goto(NIGHT);
    await page.getByRole('searchbox').fill('lake neuro');
    await expect.poll(() => page.getByRole('button', { name: /^Why, / }).count()).toBe(1);
    await expect.poll(() => page.url()).toContain('find=');
    await page.reload();
    await expect.poll(() => page.getByRole('button', { name: /^Why, / }).count()).toBe(1);
  });

  it('answers both hours of the night on which the clocks go back', async () => {
    const page = await site.visit();
    await page.goto('/?at=2026-11-01T01:30');
    await page.getByText('This hour happens twice tonight.').waitFor();
    await page.getByRole('heading', { name: /EDT/ }).waitFor();
    await page.getByRole('heading', { name: /EST/ }).waitFor();
  });

  it.each(['wide', 'phone'] as const)(
    'has no violations and no sideways scroll: %s, light and dark',
    async (device) => {
      for (const theme of ['light', 'dark'] as const) {
        const page = await site.visit({ device, theme });
        await page.goto(NIGHT);
        await page.getByRole('region', { name: 'MERCY' }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      }
    },
  );

  it('is used by the keyboard alone', async () => {
    const page = await site.visit();
    await page.goto(NIGHT);
    await page.getByRole('region', { name: 'MERCY' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('mercy head');
    await expect.poll(() => page.getByRole('button', { name: /^Why, / }).count()).toBe(1);
    await page.getByRole('button', { name: /^Why, / }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedText(page)).toMatch(/MERCY CT Head/);
  });

  it('says that there is no such page, beside the way to every other', async () => {
    const page = await site.visit({ as: 'USER' });
    await page.goto('/nowhere/at-all');
    await page.getByText('There is nothing at this address.').waitFor();
    await page.getByRole('link', { name: 'My duties' }).first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go to tonight' }).click();
    await page.getByText('Sun 13 Dec, 02:30 EST').waitFor();
  });

  it('shows a role only where it may go', async () => {
    const page = await site.visit({ as: 'USER' });
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    const links = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents();
    expect(links).toEqual(['Tonight', 'My duties', 'Tokens']);
  });
});
