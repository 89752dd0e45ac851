import { describe, expect, it } from 'vitest';
import { findViolations, focusedText } from '#test/support/accessibility.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
const PEOPLE_FILE = (lines: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['name,email,specialty', ...lines].join('\n')),
});

describe.skipIf(missing !== null)(`the registers in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  it('add and correct a person, and say beside the field what is wrong', async () => {
    const page = await site.visit();
    await page.goto('/people');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    const add = dialog.getByRole('button', { name: 'Add', exact: true }).last();
    await add.click();
    const name = dialog.getByLabel('Name');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await dialog.getByText('Write the name as the roster has it.').waitFor();
    expect(await name.and(page.locator(':focus')).count()).toBe(1);
    await name.fill('Runa Vesper');
    await dialog.getByLabel('Email').fill('vesper at ashby');
    await dialog.getByLabel('Specialty').selectOption('BOTH');
    await dialog.getByLabel('Add an alias').fill('R. Vesper');
    await page.keyboard.press('Enter');
    await add.click();
    await dialog.getByText(/"vesper at ashby" is no email address/).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByLabel('Email').fill('vesper@ashby.test');
    await page.keyboard.press('Enter');
    await page.getByText('Runa Vesper is added.').waitFor();
    await expect.poll(() => focusedText(page)).toBe('Add a person');

    await page.getByRole('searchbox').fill('vesp');
    await expect.poll(() => page.url()).toContain('find=vesp');
    await page.getByRole('link', { name: 'Runa Vesper' }).click();
    await page.getByRole('heading', { name: 'Runa Vesper' }).waitFor();
    await page.getByLabel('Specialty').selectOption('BODY_ONLY');
    await page.getByText('A new specialty changes every answer at once.').waitFor();
    await page.getByLabel('Email').fill('marit.ashgrove@example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/A person with this email exists already/).waitFor();
    await page.getByLabel('Email').fill('vesper@ashby.test');
    await page.getByRole('button', { name: 'Remove R. Vesper' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Every answer now takes Runa Vesper as body only.').waitFor();
    const [person] = (await site.services.people.list({ search: 'vesper@' }, {})).items;
    expect(person).toMatchObject({ specialty: 'BODY_ONLY', aliases: [], active: true });

    await page.getByRole('button', { name: 'Disable …' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Runa Vesper is disabled.').waitFor();
    await page.getByRole('button', { name: 'Enable again' }).click();
    await page.getByText('Runa Vesper is active again.').waitFor();
  });

  it('take a file of people in, all or nothing, each problem with its line', async () => {
    const page = await site.visit();
    await page.goto('/people');
    await page.getByRole('button', { name: 'Import from a file' }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Import' });
    await send.click();
    await dialog.getByText('Choose a file first.').waitFor();
    const file = dialog.getByLabel('File', { exact: true });
    await file.setInputFiles(PEOPLE_FILE(['Nobody,none,both', 'Ida Corwin,ida@ashby.test,chest']));
    await send.click();
    await dialog.getByText('The file has 2 errors.').waitFor();
    await dialog.getByText(/^Line 2 of people.csv: "none" is no email address/).waitFor();
    await dialog.getByText(/^Line 3 of people.csv: "chest" is no specialty/).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await file.setInputFiles(PEOPLE_FILE(['Ida Corwin,ida@ashby.test,body']));
    await send.click();
    await dialog.getByText('1 added, 0 updated, 0 as they were.').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: 'Ida Corwin' }).waitFor();
  });

  it('let an administrator add a hospital, find its zone, and make it a department', async () => {
    const page = await site.visit({ as: 'ADMIN' });
    await page.goto('/hospitals');
    await page.getByRole('button', { name: 'Add a hospital' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').fill('mercy');
    await dialog.getByLabel('Name').fill('Fenwick Infirmary');
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill('chicago');
    await page.getByRole('option', { name: 'America/Chicago' }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('There is a hospital mercy already.').waitFor();
    await dialog.getByLabel('Code').fill('FENWICK');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('FENWICK is added.').waitFor();
    await page.getByRole('button', { name: 'Change FENWICK' }).click();
    await expect.poll(() => page.url()).toContain('hospital=FENWICK');
    await page.getByRole('button', { name: 'Make it a department …' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make it one' }).click();
    await page.getByText('FENWICK is a department now.').waitFor();
    expect(await site.services.departments.get('FENWICK')).toMatchObject({ timeZone: 'America/Chicago' });
    await page.getByRole('button', { name: 'Change HARBOR' }).click();
    await page.getByRole('button', { name: 'Disable …' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText(/HARBOR has a schedule in force/).waitFor();
  });

  it('let an administrator bring a disabled hospital back; one that is read for stays', async () => {
    const page = await site.visit({ as: 'ADMIN' });
    const disable = async (code: string) => {
      await page.getByRole('button', { name: `Change ${code}` }).click();
      await page.getByRole('button', { name: 'Disable …' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
    };
    await page.goto('/hospitals');
    await disable('FENWICK');
    await page.getByText('FENWICK is disabled.').waitFor();
    await page.getByLabel('Shown').selectOption('disabled');
    await expect.poll(() => page.url()).toContain('show=disabled');
    await page.getByRole('button', { name: 'Enable FENWICK again' }).click();
    await page.getByText('FENWICK is back.').waitFor();
    await page.getByText('No hospital is disabled.').waitFor();
    await page.getByLabel('Shown').selectOption('');
    await disable('MERCY');
    await page.getByText(/MERCY is read for by HARBOR \(in force\)/).waitFor();
  });

  it('map an assignment, set holidays and the login, and never show the login', async () => {
    const page = await site.visit();
    await page.goto('/settings?part=mapping');
    await page.getByRole('button', { name: 'Add an assignment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Assignment on Amion').fill('VACATION');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByText('It is mapped already.').waitFor();
    await dialog.getByLabel('Assignment on Amion').fill('Night float');
    await dialog.getByLabel('Shift type').selectOption('ON2');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByText('“Night float” is ON2 from the next roster on.').waitFor();
    const { mapping } = await site.services.departments.get('HARBOR');
    expect(mapping).toContainEqual({ assignment: 'Night float', shiftType: 'ON2' });

    await page.getByRole('link', { name: 'Schedule', exact: true }).click();
    await page.getByLabel('Add a date').fill('2026-12-31');
    await page.keyboard.press('Enter');
    await page.getByText('Thu 31 Dec 2026 is a holiday.').waitFor();
    await page.getByRole('button', { name: 'Remove Thu 31 Dec 2026' }).click();
    await page.getByText('Thu 31 Dec 2026 is no holiday any more.').waitFor();

    await page.getByRole('link', { name: 'Amion', exact: true }).click();
    await page.getByLabel('Address of Amion').fill('ftp://amion');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/The address of Amion has to be one like/).waitFor();
    await page.getByRole('textbox', { name: 'Login' }).fill('example-group');
    await page.getByRole('button', { name: 'Set the login' }).click();
    await page.getByText('The login is set. It is stored encrypted.').waitFor();
    await page.reload();
    await page.getByText('is set', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('example-group');
  });

  it('withdraw a warning that was accepted', async () => {
    const page = await site.visit();
    await page.goto('/settings?part=warnings');
    await page.getByRole('button', { name: /^Withdraw Missing MidC/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Withdrawn: Missing MidC').waitFor();
    const left = await site.services.warnings.listAccepted('HARBOR');
    expect(left.map(({ code }) => code)).not.toContain('MISSING_MIDC');
  });
});
