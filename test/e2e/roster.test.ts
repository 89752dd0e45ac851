import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations, focusedText, sidewaysScroll } from '#test/support/accessibility.ts';
import { provideSite, type Visit } from '#test/support/site.ts';

const { site, missing } = await provideSite();

/**
 * Every page that a test comes by is held to this. What was read out of a button that is gone stays in the page for some
 * seconds, and its name leads nowhere as long.
 */
async function expectFit(page: Page): Promise<void> {
  const readOut = page.locator('[data-live-announcer] [role="img"]');
  await expect.poll(() => readOut.count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}
const sheetOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const cell = (page: Page, name: RegExp): Locator => page.getByRole('table').getByRole('button', { name });

describe.skipIf(missing !== null)(`the roster in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;
  const open = async (path: string, visit: Visit = {}): Promise<Page> => {
    const page = await site.visit(visit);
    await page.goto(path);
    return page;
  };

  it('is a table of dates and shift types, with parts, vacancies and open shifts told apart', async () => {
    const page = await open('/roster?from=2026-12-07&to=2026-12-13');
    await cell(page, /^ON1, Sat 12 Dec: Idris Crowhurst 01:00–04:00/).waitFor();
    await cell(page, /^MidC, Thu 10 Dec: Not on the roster/).waitFor();
    await page.getByRole('rowheader', { name: 'Sun 13 Dec Today Weekend' }).waitFor();
    await expectFit(page);
    await page.getByRole('button', { name: 'Four weeks' }).click();
    await page.getByRole('rowheader', { name: 'Fri 25 Dec Holiday' }).waitFor();
    expect(page.url()).toContain('to=2027-01-03');
    await page.getByRole('searchbox').fill('greav');
    await page.getByText('Ambrose Greavesend Jr: 9 shifts, marked below.').waitFor();
    expect(await page.locator('[data-found]').count()).toBe(9);
    await page.goto('/roster?from=2026-11-23&to=2026-11-29');
    await cell(page, /^ON2, Tue 24 Nov: Nobody/).waitFor();
    await page.goto('/roster?from=2027-03-01&to=2027-03-07');
    await page.getByText('No schedule is in force on these dates.').waitFor();
    await expectFit(page);
  });

  it('lets a sick call in the night be made good in five taps on a phone, and taken back', async () => {
    const page = await open('/?at=2026-12-13T02:30', { device: 'phone', theme: 'dark' });
    let taps = 0;
    const tap = async (target: Locator): Promise<void> => {
      taps += 1;
      await target.tap();
    };
    await tap(page.getByRole('button', { name: /^Why, MERCY CT Head.*Ambrose Greavesend Jr/ }));
    await tap(page.getByRole('link', { name: 'Somebody is sick? Change ON2' }));
    const sheet = sheetOf(page, 'ON2, Sat 12 Dec');
    await sheet.getByText(/^Without Ambrose Greavesend Jr: \d+ studies lose their reader/).waitFor();
    expect(await sheet.getByRole('radio', { name: 'From 02:30 on' }).isChecked()).toBe(true);
    await sheet
      .getByRole('button', { name: /^Noor Vexley Body and neuro · 12 shifts in December, 7 nights/ })
      .waitFor();
    await expectFit(page);
    await sheet.getByText('8 others, with what stands against it').click();
    await sheet.getByRole('button', { name: /Sunniva Hallowfield.*leaves nobody to read/ }).waitFor();
    await sheet.getByText('8 others, with what stands against it').click();

    await tap(sheet.getByRole('button', { name: /^Noor Vexley/ }));
    await sheet.getByText(/^All \d+ studies have a reader\.$/).waitFor();
    await sheet.getByRole('link', { name: 'Call Noor Vexley, 555-0143' }).waitFor();
    await expectFit(page);
    await tap(sheet.getByRole('button', { name: 'Sick' }));
    await tap(sheet.getByRole('button', { name: 'Put Noor Vexley on ON2' }));
    await sheet.getByRole('heading', { name: 'Done. Noor Vexley takes ON2, 02:30–08:00.' }).waitFor();
    expect(taps).toBe(5);
    await sheet.getByText('Ambrose Greavesend Jr is on again: ON2, Sun 13 Dec, 23:00.').waitFor();
    await expectFit(page);

    await sheet.getByRole('link', { name: 'See who reads at Sun 13 Dec, 02:30' }).tap();
    await page.getByRole('button', { name: /^Why, MERCY CT Head.*Noor Vexley/ }).waitFor();
    await page.goto('/roster?date=2026-12-12&shift=ON2&part=23:00');
    const kept = sheetOf(page, 'ON2, Sat 12 Dec');
    await kept.getByRole('radio', { name: /Ambrose Greavesend Jr 23:00–02:30/ }).waitFor();

    await page.goto('/roster?view=changes');
    await page.getByText(/Noor Vexley 02:30–08:00/).waitFor();
    await expectFit(page);
    await page.getByRole('button', { name: /^Take back: ON2 of Sat 12 Dec/ }).tap();
    const back = sheetOf(page, 'Take a change back');
    await back.getByText(/studies change reader; all have one/).waitFor();
    await expectFit(page);
    await back.getByRole('button', { name: 'Take it back' }).tap();
    await back.getByText('Give a reason: it stands in the audit trail.').waitFor();
    await back.getByRole('button', { name: 'No longer needed' }).tap();
    await back.getByRole('button', { name: 'Take it back' }).tap();
    await page.getByText(/^Taken back: ON2 of Sat 12 Dec/).waitFor();
    await page.getByText('Nothing was changed by hand.').waitFor();
    await page.goto('/?at=2026-12-13T02:30');
    await page.getByRole('button', { name: /^Why, MERCY CT Head.*Ambrose Greavesend Jr/ }).waitFor();
  });

  it('says which positions a reader re-cuts, and what somebody leaves without one', async () => {
    const page = await open('/roster?date=2026-12-16&shift=ON2');
    const night = sheetOf(page, 'ON2, Wed 16 Dec');
    await night.getByText(/others, with what stands against it/).click();
    await night.getByRole('button', { name: /^Noor Vexley/ }).click();
    await night.getByText('Thu 17 Dec, 01:00 to 08:00: back to the standard cut').waitFor();
    await page.goto('/roster?date=2026-12-16&shift=ON1');
    const sheet = sheetOf(page, 'ON1, Wed 16 Dec');
    await sheet.getByText(/others, with what stands against it/).click();
    await sheet.getByRole('button', { name: /^Sunniva Hallowfield/ }).click();
    await sheet.getByText('8 of 18 studies have a reader, 10 have none.').waitFor();
    await sheet.getByText('Know before you go on').waitFor();
    await expectFit(page);
    await page.goBack();
    await sheet.getByRole('heading', { name: 'Who may take it' }).waitFor();
  });

  it('swaps two people over two dates', async () => {
    const page = await open('/roster?from=2026-12-14&to=2026-12-20');
    await cell(page, /^ON1, Mon 14 Dec: Fergus O'Quillan/).click();
    const sheet = sheetOf(page, 'ON1, Mon 14 Dec');
    await sheet.getByRole('button', { name: 'Swap with somebody instead' }).click();
    await sheet.getByRole('searchbox').fill('greavesend');
    await sheet.getByRole('button', { name: /Ambrose Greavesend Jr ON2 of Fri 18 Dec/ }).click();
    await sheet
      .getByRole('heading', {
        name: "Ambrose Greavesend Jr takes ON1 of Mon 14 Dec; Fergus O'Quillan takes ON2 of Fri 18 Dec",
      })
      .waitFor();
    await sheet.getByText(/studies change reader; all have one/).waitFor();
    await expectFit(page);
    await sheet.getByLabel('Reason').fill('Both asked for it');
    await page.keyboard.press('Enter');
    await sheet.getByRole('heading', { name: /^Done\./ }).waitFor();
    await sheet.getByRole('button', { name: 'Close' }).last().click();
    await cell(page, /^ON1, Mon 14 Dec: Ambrose Greavesend Jr.*By hand: Both asked for it/).waitFor();
    await cell(page, /^ON2, Fri 18 Dec: Fergus O'Quillan/).waitFor();
    await expectFit(page);
  });

  it('is worked by the keyboard alone', async () => {
    const page = await open('/roster?from=2026-12-21&to=2026-12-27');
    const start = cell(page, /^MidC, Tue 22 Dec/);
    await start.focus();
    await page.keyboard.press('Enter');
    const sheet = sheetOf(page, 'MidC, Tue 22 Dec');
    await sheet.getByRole('heading', { name: 'Who may take it' }).waitFor();
    const tabTo = async (words: RegExp): Promise<string> => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        const text = await focusedText(page);
        if (words.test(text)) return text;
      }
      throw new Error(`The focus never comes to ${words}.`);
    };
    await sheet.getByRole('radio', { name: /^All/ }).focus();
    await page.keyboard.press('ArrowDown');
    const found = page.waitForResponse((answer) =>
      /\/candidates\?.*20:00/.test(decodeURIComponent(answer.url())),
    );
    await sheet.getByLabel('From', { exact: true }).fill('20:00');
    // Until it is known who may take these hours, there is nobody to come to.
    await found;
    await sheet.getByRole('heading', { name: 'Who may take it' }).waitFor();
    const name = ((await tabTo(/shifts? in December/)).match(/^[A-Z]{2}(.+?)(?:Body|Neuro)/) ?? [])[1] ?? '';
    await page.keyboard.press('Enter');
    await sheet.getByRole('heading', { name: `${name} takes MidC, 20:00–00:00` }).waitFor();
    await expect.poll(() => focusedText(page)).toBe(`${name} takes MidC, 20:00–00:00`);
    await sheet.getByText(/have a reader|has a reader/).waitFor();
    await tabTo(/^Called away$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Put .* on MidC$/);
    await page.keyboard.press('Enter');
    await sheet.getByRole('heading', { name: /^Done\./ }).waitFor();
    await expect.poll(() => focusedText(page)).toMatch(/^Done\./);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await cell(page, /^MidC, Tue 22 Dec: .*20:00–00:00 By hand ?: Called away/).waitFor();
    await expect.poll(() => focusedText(page)).toMatch(/^MidC, Tue 22 Dec:/);
  });

  it('of a version that is not in force says so, is changed alone, and only read once archived', async () => {
    const [inForce] = await site.services.versions.listVersions('HARBOR', 'PRODUCTION');
    const copy = await site.services.versions.copy(inForce?.id ?? ('' as never), site.actor);
    const page = await open(`/roster?version=${copy.id}&date=2026-12-30&shift=ON2`);
    await page.getByText(/staging version/).waitFor();
    const sheet = sheetOf(page, 'ON2, Wed 30 Dec');
    await sheet.getByRole('button', { name: /nobody instead$/ }).click();
    await sheet.getByText(/studies lose their reader/).waitFor();
    await sheet.getByLabel('Reason').fill('Moves away');
    await page.keyboard.press('Enter');
    await sheet.getByRole('heading', { name: 'Done. Nobody is on ON2.' }).waitFor();
    await page.keyboard.press('Escape');
    await cell(page, /^ON2, Wed 30 Dec: Nobody/).waitFor();
    await page.getByRole('link', { name: 'Show what is in force' }).click();
    await cell(page, /^ON2, Mon 28 Dec/).waitFor();
    await expect.poll(() => cell(page, /^ON2, Wed 30 Dec: Nobody/).count()).toBe(0);
    await site.services.versions.archive(copy.id, site.actor);
    await page.goto(`/roster?version=${copy.id}&date=2026-12-30&shift=ON2`);
    await page.getByText('An archived version is evidence of who was on call: it is only read.').waitFor();
    await sheet.getByText('The roster says nobody is on ON2').waitFor();
    expect(await sheet.getByRole('heading', { name: 'Who may take it' }).count()).toBe(0);
  });

  it('says plainly that somebody else was quicker, and looks again', async () => {
    const page = await open('/roster?date=2026-12-29&shift=ON1&hours=whole');
    const sheet = sheetOf(page, 'ON1, Tue 29 Dec');
    await sheet
      .getByRole('button', { name: /shifts? in December/ })
      .nth(1)
      .click();
    await sheet.getByText(/have a reader/).waitFor();
    await sheet.getByLabel('Reason').fill('Sick');
    const others = await site.services.candidates.listCandidates({
      ...{ department: await site.services.departments.get('HARBOR'), versionId: null, hours: null },
      ...{ date: '2026-12-29' as never, shiftType: 'ON1' },
    });
    await site.services.changes.change({
      ...{ kind: 'assign', department: 'HARBOR', date: '2026-12-29' as never, shiftType: 'ON1' },
      ...{ person: others.candidates[0]?.person.email ?? '', hours: null, inReturn: null, versionId: null },
      ...{ reason: 'by phone', dryRun: false, actor: site.actor },
    });
    await page.keyboard.press('Enter');
    await sheet.getByText('Nothing was changed: somebody else was quicker.').waitFor();
    await expectFit(page);
    await sheet.getByRole('button', { name: 'Look again' }).click();
    await sheet.getByText('Changed by hand: by phone').waitFor();
  });

  it('is read by whoever does not schedule, and says so', async () => {
    const page = await open('/roster?date=2026-12-12&shift=ON1&at=2026-12-13T02:30', { as: 'VIEWER' });
    const sheet = sheetOf(page, 'ON1, Sat 12 Dec');
    await sheet.getByRole('region', { name: 'Who holds it' }).getByText('Idris Crowhurst').first().waitFor();
    expect(await sheet.getByRole('heading', { name: 'Who may take it' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page
      .getByText('You see the roster; changing it is for the schedulers of the department.')
      .waitFor();
    await page.goto('/roster?view=changes');
    await page.getByRole('heading', { name: 'Roster' }).waitFor();
    expect(await page.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
    const user = await open('/roster', { as: 'USER' });
    await user.getByText('Your role may not see the roster.').waitFor();
    await expectFit(user);
  });

  it.each(['wide', 'phone'] as const)('has no violations and no sideways scroll: %s', async (device) => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await open('/roster?from=2026-12-07&to=2027-01-03&find=marit', { device, theme });
      await page.getByText(/^Marit Ashgrove: \d+ shifts, marked below/).waitFor();
      await expectFit(page);
    }
  });
});
