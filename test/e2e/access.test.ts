import { describe, expect, it } from 'vitest';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
const SENTENCE = 'nine herons wade at low tide';

/** Every page of the registers, and words that stand there when it is whole. */
const PAGES = [
  ['/people', 'Idris Crowhurst'],
  ['/people?find=zzz', 'Nobody matches.'],
  ['/people/01a219e4-0000-7000-8000-000000000000', 'This is not there.'],
  ['/hospitals', 'Lake Children'],
  ['/hospitals?hospital=MERCY', 'Make it a department'],
  ['/settings', 'Rollover hour'],
  ['/settings?part=amion', 'Address of Amion'],
  ['/settings?part=mapping', 'Assignment on Amion'],
  ['/settings?part=warnings', 'Ignored grid'],
  ['/feeds', 'There are no wall displays.'],
  ['/users', 'scheduler@'],
  ['/tokens', 'You have no tokens.'],
  ['/audit', 'Signed in'],
] as const;

describe.skipIf(missing !== null)(
  `users, tokens, feeds and audit in a browser${missing ? `: ${missing}` : ''}`,
  () => {
    if (!site) return;

    it('a user is added with a password that is long enough, changed, and disabled; the last administrator stays', async () => {
      const page = await site.visit({ as: 'ADMIN' });
      await page.goto('/users');
      await page.getByRole('button', { name: 'Add a user' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/At least 15 characters/).waitFor();
      await dialog.getByLabel('Email').fill('desk@harbor.test');
      await dialog.getByLabel('Password').fill('kettle');
      await dialog.getByRole('button', { name: 'Add' }).click();
      await dialog.getByText('A password has at least 15 characters.').waitFor();
      await dialog.getByLabel('Password').fill(SENTENCE);
      await dialog.getByRole('button', { name: 'Add' }).click();
      await page.getByText('desk@harbor.test is added.').waitFor();

      await page.getByRole('button', { name: 'Change desk@harbor.test' }).click();
      await expect.poll(() => page.url()).toContain('user=');
      await page.reload();
      await dialog.getByRole('combobox', { name: 'Role' }).selectOption('VIEWER');
      await dialog.getByRole('button', { name: 'Save role' }).click();
      await page.getByText('desk@harbor.test is viewer of HARBOR now.').waitFor();
      await page.getByRole('button', { name: 'Change desk@harbor.test' }).click();
      await dialog.getByRole('button', { name: 'Disable …' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
      await page.getByText('desk@harbor.test is disabled, and signed out everywhere.').waitFor();

      const isOther = ({ role, email }: { role: string; email: string }) =>
        role === 'ADMIN' && email !== site.emailOf('ADMIN') && !email.endsWith('.invalid');
      for (const other of (await site.services.users.list()).filter(isOther))
        await site.services.users.update(other.id, { active: false }, site.actor);
      await page.getByRole('button', { name: `Change ${site.emailOf('ADMIN')}` }).click();
      await dialog.getByRole('button', { name: 'Disable …' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
      await page
        .getByRole('alert')
        .getByText(/is the last administrator/)
        .waitFor();
      expect(await findViolations(page)).toEqual([]);
    });

    it('a token is made, shown once, used, and revoked', async () => {
      const page = await site.visit({ as: 'VIEWER' });
      await page.goto('/tokens');
      await page.getByRole('button', { name: 'Make a token' }).first().click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('It may').getByRole('option').allTextContents()).toEqual([
        ...[expect.stringMatching(/^Ask/), expect.stringMatching(/^Read/)],
      ]);
      await dialog.getByRole('button', { name: 'Make' }).click();
      await dialog.getByText('Name the program that will use it.').waitFor();
      await dialog.getByLabel('Name').fill('night bot');
      await dialog.getByRole('button', { name: 'Make' }).click();
      const secret = await dialog.getByLabel('Token', { exact: true }).inputValue();
      const ask = () => fetch(`${site.url}/api/session`, { headers: { authorization: `Bearer ${secret}` } });
      expect((await ask()).status).toBe(200);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('cell', { name: 'night bot', exact: true }).waitFor();
      expect(await page.content()).not.toContain(secret);
      await page.getByRole('button', { name: 'Revoke night bot' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('The token “night bot” is revoked.').waitFor();
      expect((await ask()).status).toBe(401);
    });

    it('a feed of a person is made, shown once, and revoked', async () => {
      const page = await site.visit();
      await page.goto('/feeds');
      await page.getByRole('button', { name: 'Make a feed' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Of', { exact: true }).selectOption('person');
      await dialog.getByRole('button', { name: 'Make' }).click();
      await dialog.getByText('Choose the person.').waitFor();
      await dialog.getByRole('combobox', { name: 'Person' }).fill('greaves');
      await page.getByRole('option', { name: /Ambrose Greavesend Jr/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: 'Make' }).click();
      const address = await dialog.getByLabel('Secret address').inputValue();
      expect((await fetch(address)).status).toBe(200);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Revoke the feed of Ambrose Greavesend Jr' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('The feed of Ambrose Greavesend Jr is revoked.').waitFor();
      expect((await fetch(address)).status).toBe(404);
    });

    it('a wall display is made and revoked', async () => {
      const page = await site.visit();
      await page.goto('/feeds');
      await page.getByRole('button', { name: 'Make a wall display' }).click();
      const address = await page.getByRole('dialog').getByLabel('Secret address').inputValue();
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Revoke the wall display of HARBOR' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('The wall display is revoked.').waitFor();
      expect((await fetch(address)).status).toBe(404);
    });

    it('the audit shows who changed what from what, narrowed by the address, part by part and as CSV', async () => {
      const { people, departments } = site.services;
      const [person] = (await people.list({ search: 'greavesend' }, {})).items;
      if (!person) throw new Error('The example has no such person');
      for (let index = 0; index < 120; index++)
        await people.update(person.id, { pager: `555${index}` }, site.actor);
      const mapping = [{ assignment: 'Night float', shiftType: 'ON2' as const }];
      await departments.set('HARBOR', { mapping, rolloverHour: '07:30' as never }, site.actor);
      const page = await site.visit({ as: 'ADMIN' });
      await page.goto('/audit');
      const first = page.getByRole('row', { name: /Department set/ }).first();
      await first.getByText('08:00').waitFor();
      expect(await first.textContent()).toMatch(/Rollover hour08:00 . ?07:30/);
      expect(await first.textContent()).toContain('tester@command-line.invalid');

      await page.getByRole('combobox', { name: 'What' }).fill('person up');
      await page.getByRole('option', { name: 'Person updated' }).click();
      await expect.poll(() => page.url()).toContain('action=PERSON_UPDATED');
      await page
        .getByRole('button', { name: /^Person/ })
        .first()
        .click();
      await expect.poll(() => page.url()).toContain(`resource=person%3A${person.id}`);
      await page.getByLabel('From').fill('2020-01-31');
      await expect.poll(() => page.url()).toContain('since=2020-01-31');
      await page.reload();
      const rows = page.getByRole('row', { name: /Person updated/ });
      await expect.poll(() => rows.count()).toBe(100);
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(() => rows.count()).toBe(120);
      expect(await rows.first().textContent()).toMatch(/Pager555118 . ?555119/);
      expect(await findViolations(page)).toEqual([]);

      const href = (await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href')) ?? '';
      const csv = await (await page.request.get(href)).text();
      expect(csv.trim().split('\r\n')).toHaveLength(121);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await page.getByRole('row', { name: /Audit exported/ }).waitFor();
    });

    it('a role sees and does what it may, and no more', async () => {
      const viewer = await site.visit({ as: 'VIEWER' });
      await viewer.goto('/people');
      await viewer.getByRole('link', { name: 'Idris Crowhurst' }).waitFor();
      expect(await viewer.getByRole('button', { name: /Add a person|Import/ }).count()).toBe(0);
      await viewer.getByRole('link', { name: 'Idris Crowhurst' }).click();
      await viewer.getByText('Your role may read this, not change it.').waitFor();
      for (const address of ['/settings', '/settings?part=amion', '/settings?part=mapping']) {
        await viewer.goto(address);
        await viewer.getByRole('navigation', { name: 'Parts of the settings' }).waitFor();
        expect(await viewer.getByRole('button', { name: /Save|Set|Add|Change|From a file/ }).count()).toBe(0);
      }
      for (const address of ['/users', '/audit']) {
        await viewer.goto(address);
        await viewer.getByText(/^Your role may not see the/).waitFor();
        expect(await findViolations(viewer)).toEqual([]);
      }
      await viewer.goto('/feeds');
      await viewer.getByText('Those that you made.').waitFor();
      expect(await viewer.getByRole('heading', { name: 'Wall displays' }).count()).toBe(0);

      const user = await site.visit({ as: 'USER' });
      for (const address of [
        '/people',
        '/people/01a219e4-126f-7533-812e-90ba782dc9c9',
        '/hospitals',
        '/settings',
      ]) {
        await user.goto(address);
        await user.getByText(/^Your role may not see the/).waitFor();
      }
      await user.goto('/feeds');
      await user.getByRole('button', { name: 'Make a feed' }).click();
      await user.getByText('A calendar of your own duties.').waitFor();
    });

    it.each([
      ['wide', 'light'],
      ['phone', 'dark'],
    ] as const)('every page is without violations and sideways scroll: %s, %s', async (device, theme) => {
      const page = await site.visit({ device, theme, as: 'ADMIN' });
      for (const [address, shown] of PAGES) {
        await page.goto(address);
        await page.getByText(shown).first().waitFor();
        expect([address, await findViolations(page)]).toEqual([address, []]);
        expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
      }
    });
  },
);
