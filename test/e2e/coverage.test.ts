import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations, focusedText, sidewaysScroll } from '#test/support/accessibility.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
/** The week in which nobody holds ON2 on Tuesday. */
const WEEK = '/coverage?from=2026-11-23';
const HOLE = /^Wed 01:00 to Wed 08:00: no reader. Nobody holds ON2$/;

const row = (page: Page, study: string) => page.locator(`[role="row"][data-study="${study}"]`);
/** Where the first date in view stands on the board. */
const firstDate = (page: Page) => new URL(page.url()).searchParams.get('from');

describe.skipIf(missing !== null)(`the coverage in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  it('shows the version in force as a board, its holes with their cause, and says why', async () => {
    const page = await site.visit();
    await page.goto(WEEK);
    await page.getByText('99.30 %').waitFor();
    const mercy = row(page, 'MERCY|CT Head');
    await mercy.getByRole('button', { name: '08:00 to 17:00: OB, Odelie Beranger, DAY' }).first().waitFor();
    await mercy.getByRole('button', { name: HOLE }).click();
    const reason = page.getByRole('dialog', { name: 'MERCY CT Head' });
    await reason.getByText('No reader. Nobody holds ON2.').waitFor();
    const text = (await reason.textContent()) ?? '';
    for (const part of ['01:00-08:00 of schedule date Tue 24 Nov', 'cell C9', 'line 165']) {
      expect(text).toContain(part);
    }
    expect(
      await reason.getByRole('link', { name: /^Tonight at Wed 25 Nov, 01:00/ }).getAttribute('href'),
    ).toContain('why=');
    expect(await reason.getByRole('link', { name: 'Change ON2' }).getAttribute('href')).toMatch(
      /^\/roster\?.*date=2026-11-24&shift=ON2/,
    );
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    await reason.getByText('No reader. Nobody holds ON2.').waitFor();
  });

  it('zooms from a night to the year and back into a night', async () => {
    const page = await site.visit();
    await page.goto(`${WEEK}&zoom=night`);
    await row(page, 'MERCY|CT Head').getByText('! Nobody holds ON2').waitFor();
    await page.getByRole('radio', { name: 'Month' }).click();
    await page.getByRole('columnheader', { name: 'Mon 7', exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Year' }).click();
    await page
      .getByRole('button', { name: /^Wed 14 Oct 2026: 63 h of .* without a reader, in 7 gaps$/ })
      .click();
    await expect.poll(() => page.url()).toContain('zoom=night');
    expect(firstDate(page)).toBe('2026-10-14');
    await row(page, 'HARBOR|CT Neuro')
      .getByText(/^! Sunniva Hallowfield holds DAY, but may not read it$/)
      .waitFor();
  });

  it('scrolls through all dates, and the address follows', async () => {
    const page = await site.visit();
    await page.goto(WEEK);
    await row(page, 'LAKE|Neuro').waitFor();
    await page.locator('.board-frame').hover();
    await page.mouse.wheel(4000, 0);
    await expect.poll(() => firstDate(page)).toMatch(/^2026-12-/);
    const date = firstDate(page) ?? '';
    await row(page, 'HARBOR|CT Neuro').locator(`[data-date="${date}"] button`).first().waitFor();
    await page.getByRole('button', { name: 'A week earlier' }).click();
    await expect.poll(() => firstDate(page)).not.toBe(date);
    await page.goBack();
    await expect.poll(() => firstDate(page)).toBe(date);
  });

  it('is gone through by keys, and gives the focus back', async () => {
    const page = await site.visit();
    await page.goto(WEEK);
    await row(page, 'HARBOR|CT Neuro').getByRole('button').first().waitFor();
    await page.locator('.board-run[tabindex="0"]').focus();
    const focused = () => page.evaluate<string>('document.activeElement.ariaLabel ?? ""');
    await expect.poll(() => focused()).toBe('08:00 to 17:00: OB, Odelie Beranger, DAY');
    const study = () =>
      page.evaluate<string>('document.activeElement.closest("[data-study]")?.dataset.study ?? ""');
    for (const [key, leadsTo] of [
      ['ArrowDown', 'HARBOR|CT Chest 08:00 to 17:00: OB, Odelie Beranger, DAY'],
      ['ArrowDown', 'HARBOR|CT Body 08:00 to 17:00: OB, Odelie Beranger, DAY'],
      ['End', 'HARBOR|CT Body Tue 00:00 to Tue 08:00: AG, Ambrose Greavesend Jr, ON1'],
      ['ArrowRight', 'HARBOR|CT Body 08:00 to 17:00: OB, Odelie Beranger, DAY'],
      ['ArrowRight', 'HARBOR|CT Body 17:00 to Wed 00:00: IC, Idris Crowhurst, Mid Body'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(async () => `${await study()} ${await focused()}`).toBe(leadsTo);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'HARBOR CT Body' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('17:00 to Wed 00:00: IC, Idris Crowhurst, Mid Body');
    for (let dates = 0; dates < 12; dates += 1) {
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
    }
    await expect.poll(() => firstDate(page)).not.toBe('2026-11-23');
    expect(await focusedText(page)).not.toBe('');
  });

  it('lists the gaps to work off, narrowed by the address, and leads the board to one', async () => {
    const page = await site.visit();
    await page.goto('/coverage');
    const gaps = page.getByRole('region', { name: 'Gaps' });
    await gaps.getByText('63 gaps in 20 groups').waitFor();
    await gaps.getByLabel('Cause').selectOption('POSITION_EMPTY');
    await gaps.getByText('36 gaps of 63').waitFor();
    await gaps.getByLabel('Position').selectOption('MidC');
    await gaps.getByText('15 gaps of 63 in 2 groups').waitFor();
    await page.getByLabel('Hospital', { exact: true }).selectOption('MERCY');
    await gaps.getByText('4 gaps of 63 in 2 groups').waitFor();
    await page.reload();
    await gaps.getByText('4 gaps of 63 in 2 groups').waitFor();
    await gaps.getByRole('link', { name: 'DX Bone' }).click();
    await page
      .getByRole('dialog', { name: 'MERCY DX Bone' })
      .getByText('Nobody holds MidC')
      .first()
      .waitFor();
    expect(firstDate(page)).toBe('2026-12-10');
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedText(page)).toBe('DX Bone');
    await row(page, 'MERCY|DX Bone').locator('[data-date="2026-12-10"] .board-hole').first().waitFor();
  });

  it('gives the gaps as a file that says version and dates', async () => {
    const page = await site.visit();
    await page.goto('/coverage?cause=NO_RULE&gapsFrom=2026-12-01');
    await page.getByText('5 gaps of 63 in 5 groups').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^gaps-HARBOR-\w{6}-2026-12-01-to-2026-12-31\.csv$/);
    const [head, first] = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(head).toBe('schedule_date,hospital,study,from,to,hours,cause,position,person');
    expect(first).toBe(
      '2026-12-19,LAKE,Neuro,2026-12-19T17:00:00-05:00,2026-12-19T22:00:00-05:00,5,NO_RULE,,',
    );
  });

  it('makes one reader stand out', async () => {
    const page = await site.visit();
    await page.goto(WEEK);
    await page.getByRole('button', { name: 'Idris Crowhurst', exact: true }).click();
    await expect.poll(() => page.url()).toContain('reader=');
    await page.reload();
    await page.locator('.board-run-chosen').first().waitFor();
    const chosen = await page
      .locator('.board-run-chosen')
      .evaluateAll((blocks) => blocks.map((block) => (block as unknown as { ariaLabel: string }).ariaLabel));
    expect(chosen.every((label) => label.includes('Idris Crowhurst'))).toBe(true);
  });

  it('prints a week, and finds its place again', async () => {
    const page = await site.visit();
    await page.goto(`${WEEK}&zoom=night`);
    await row(page, 'MERCY|CT Head').waitFor();
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => page.evaluate('window.printed')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/^Schedule dates 23.*29 Nov 2026$/).waitFor();
    expect(await page.locator('.printed-board .board-hole').count()).toBeGreaterThan(8);
    await page.emulateMedia({ media: 'screen' });
    await row(page, 'MERCY|CT Head').locator('[data-date="2026-11-23"] button').first().waitFor();
    expect(firstDate(page)).toBe('2026-11-23');
  });

  it('shows another version, and says where there is none', async () => {
    const { versions } = site.services;
    const [inForce] = await versions.listVersions('HARBOR', 'PRODUCTION');
    if (!inForce) throw new Error('The example has a version in force.');
    const copy = await versions.copy(inForce.id, site.actor);
    const page = await site.visit({ as: 'VIEWER' });
    await page.goto(
      `/coverage?version=${copy.id}&open=${encodeURIComponent('MERCY|CT Head|2026-11-25T01:00:00-05:00')}`,
    );
    const reason = page.getByRole('dialog', { name: 'MERCY CT Head' });
    await reason.getByText('line 165').waitFor();
    expect(await reason.getByRole('link').count()).toBe(0);
    await page.goto(`/coverage?version=${copy.id.replace(/.{4}$/, '0000')}`);
    await page.getByText('HARBOR has no such version.').waitFor();
    await versions.remove(copy.id, site.actor);
  });

  it.each(['week', 'night', 'month', 'year'] as const)('has no violations as a %s', async (zoom) => {
    for (const [device, theme] of [
      ['wide', 'light'],
      ['phone', 'dark'],
    ] as const) {
      const page = await site.visit({ device, theme });
      await page.goto(`${WEEK}&zoom=${zoom}`);
      await page.getByText('63 gaps in 20 groups').waitFor();
      await page
        .locator(zoom === 'year' ? '.year-day' : '.board-run')
        .first()
        .waitFor();
      expect(await findViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });

  it('is not for a role that may not read a version', async () => {
    const page = await site.visit({ as: 'USER' });
    await page.goto(WEEK);
    await page.getByText('Your role may not see how a version is covered.').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});
