import { describe, expect, it } from 'vitest';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite(openTestDatabase);

/** Every page, and what it says where there is nothing. */
const PAGES: readonly (readonly [address: string, says: string | RegExp])[] = [
  ...['/', '/coverage', '/roster', '/versions', '/import', '/drift', '/settings'].map(
    (address) => [address, 'There is no department yet.'] as const,
  ),
  ['/mine', 'You are signed in as a user who is no person of a roster.'],
  ['/people', /no (?:one|person|people|member)|nobody/i],
  ['/hospitals', /no hospitals?/i],
  ['/feeds', 'There are no calendar feeds.'],
  ['/jobs', /no (?:background )?jobs|nothing/i],
  ['/users', /^Who may sign in/],
  ['/tokens', 'You have no tokens.'],
  ['/audit', 'Signed in'],
];

describe.skipIf(missing !== null)(`a new installation in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  it.each(['wide', 'phone'] as const)('says on every page what is missing: %s', async (device) => {
    const page = await site.visit({ device, as: 'ADMIN', theme: device === 'wide' ? 'dark' : 'light' });
    for (const [address, says] of PAGES) {
      await page.goto(address);
      await page.getByText(says).first().waitFor();
      expect([address, await findViolations(page)]).toEqual([address, []]);
      expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
    }
  });

  it('leads the first administrator to the first department', async () => {
    const page = await site.visit({ as: 'ADMIN' });
    await page.goto('/');
    await page.getByRole('link', { name: 'Add the first hospital' }).click();
    await page.getByRole('heading', { name: 'Hospitals' }).waitFor();
    await page.getByRole('button', { name: 'Add a hospital' }).click();
    await page.getByLabel('Code', { exact: true }).fill('ASH');
    await page.getByLabel('Name', { exact: true }).fill('Ashby General');
    await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/hospitals?hospital=ASH');
    await page.getByRole('button', { name: 'Make it a department' }).click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: /^Make/ })
      .last()
      .click();
    await expect.poll(() => site.services.departments.find('ASH')).toMatchObject({ code: 'ASH' });
    await page.goto('/import');
    await page.getByText('ASH').first().waitFor();
  });
});
