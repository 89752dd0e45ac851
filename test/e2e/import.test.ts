import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { correctedWorkbook, faultyReport, faultyWorkbook, oddWorkbook } from '#test/support/faulty-import.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
/** Journeys through several pages, on a machine that does other things too. */
const REPORT = /\/import\/[0-9a-f-]{36}/;
const EVENING = 'Mid 6 pm - 12 am';

/** Fills the form as far as the dates of the report go. */
async function fill(page: Page, matrix = faultyWorkbook(), dates = 'from=2027-01-01&to=2027-01-03') {
  await page.goto(`/import?${dates}`);
  await page.getByLabel('From saved reports or pages').check();
  const inputs = page.locator('input[type=file]');
  await inputs.nth(0).setInputFiles(matrix);
  await inputs.nth(1).setInputFiles(faultyReport());
}

/** Drags a file from outside the browser onto a place, and lets it go; answers where it lies. */
async function drop(page: Page, place: Locator, file: { name: string; buffer: Buffer }) {
  const folder = await mkdtemp(join(tmpdir(), 'schedcu-drop-'));
  // The browser reads the file when it is sent, not before.
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, file.name);
  await writeFile(path, file.buffer);
  const box = await place.boundingBox();
  if (!box) throw new Error('The place to drop on is not shown.');
  const browser = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', {
      ...{ type, ...at, data: { items: [], files: [path], dragOperationsMask: 1 } },
    });
  await page.getByText(file.name).waitFor();
  return path;
}

const start = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start the import' }).click();
  await page.waitForURL(REPORT);
};
const focusedCell = (page: Page) => page.evaluate<string | undefined>('document.activeElement?.dataset.cell');

describe.skipIf(missing !== null)(`an import in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;
  let failed = '';

  it('offers the month after the schedule in force, and says what is missing beside the field', async () => {
    const page = await site.visit();
    await page.goto('/import');
    await page.getByText('The schedule in force ends on Thu 31 Dec 2026.').waitFor();
    expect(await page.getByLabel('First schedule date').inputValue()).toBe('2027-01-01');
    expect(await page.getByLabel('Last schedule date').inputValue()).toBe('2027-01-31');
    await page.getByRole('button', { name: 'Start the import' }).click();
    await page.getByText('Choose the coverage matrix, or a flat list.').waitFor();
    await page.getByLabel('Last schedule date').fill('2026-12-01');
    await page.getByText('The last date cannot be before the first.').waitFor();
    await expect.poll(() => page.url()).toContain('to=2026-12-01');
    await page.reload();
    expect(await page.getByLabel('Last schedule date').inputValue()).toBe('2026-12-01');
    expect(await findViolations(page)).toEqual([]);
  });

  it('takes a workbook that is dropped on it; a second one takes its place', async () => {
    const page = await site.visit();
    await page.goto('/import?from=2027-01-01&to=2027-01-03');
    const place = page.getByText('or drop it here').first();
    await drop(page, place, { ...correctedWorkbook(), name: 'first.ods' });
    await drop(page, page.getByText('first.ods'), faultyWorkbook());
    expect(await page.getByText('first.ods').count()).toBe(0);
    await page.getByRole('button', { name: 'Check first' }).click();
    await page.getByText('The hospital "LAKES" is not known').first().waitFor();
  });

  it('says that a workbook has been saved anew since it was chosen, not that the server is away', async () => {
    const page = await site.visit();
    await page.goto('/import?from=2027-01-01&to=2027-01-03');
    const path = await drop(page, page.getByText('or drop it here').first(), faultyWorkbook());
    await writeFile(path, correctedWorkbook().buffer);
    await page.getByRole('button', { name: 'Check first' }).click();
    await page.getByText('faulty.ods has been saved anew, moved or removed since it was chosen.').waitFor();
  });

  it('tells before anything is stored what would be found', async () => {
    const page = await site.visit();
    await fill(page);
    await page.getByRole('button', { name: 'Check first' }).click();
    await page.getByText('An import would be refused.').waitFor();
    await page.getByText('The hospital "LAKES" is not known').first().waitFor();
    await page.getByText(/schedcu does not know: "Crowhurts, Idris"/).waitFor();
    expect(await findViolations(page)).toEqual([]);
    const { imports } = (await (await page.request.get('/api/imports?limit=1')).json()) as {
      imports: { sourceName: string }[];
    };
    expect(imports[0]?.sourceName).not.toBe('faulty.ods');
  });

  it('shows a faulty workbook as its sheets look, from message to cell and from cell to message', async () => {
    const page = await site.visit();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await fill(page);
    await start(page);
    await page.getByText('The workbook is refused.').waitFor();
    failed = page.url();
    const id = failed.split('/').at(-1);
    expect(asked.filter((path) => path === `/api/jobs/${id}`).length).toBeLessThanOrEqual(2);
    const matrix = page.getByRole('listitem').filter({ hasText: 'Coverage matrix' }).first();
    expect(await matrix.textContent()).toMatch(/6\s*read.*4\s*accepted.*2\s*rejected.*0\s*ignored/);

    await page.getByRole('button', { name: /^Show cell A3 ?: The hospital "LAKES"/ }).click();
    await expect.poll(() => focusedCell(page)).toBe('A3');
    const picture = page.getByRole('region', { name: 'Picture of the workbook' });
    await picture.getByText(/The hospital "LAKES" is not known/).waitFor();
    const address = new URL(page.url());
    expect([address.searchParams.get('sheet'), address.searchParams.get('cell')]).toEqual([EVENING, 'A3']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focusedCell(page)).toBe('B2');
    await page.keyboard.press('Enter');
    await picture.getByText(/"y" is not a mark/).waitFor();
    const cell = picture.getByRole('gridcell', { name: /warning: y/ });
    expect(await cell.getAttribute('data-severity')).toBe('warning');
    await picture.getByRole('tab', { name: /ON Body/ }).click();
    await picture.getByRole('grid', { name: 'Sheet ON Body 1 am - 8 am' }).waitFor();
    await page.goBack();
    await page.goto(`${failed}?source=matrix&sheet=${encodeURIComponent(EVENING)}&cell=A3`);
    await picture.getByText(/The hospital "LAKES" is not known/).waitFor();
  });

  it('goes through once workbook, names and shifts are put right', async () => {
    const page = await site.visit();
    await page.goto(failed);
    await page.getByText('Is LAKE meant? Then correct the label').waitFor();
    await page.locator('input[type=file]').first().setInputFiles(correctedWorkbook());
    await page.getByRole('button', { name: 'Run again with the corrected files' }).click();
    await page.waitForURL((url) => REPORT.test(url.href) && !url.href.includes(failed));
    await page.getByText('The roster is refused.').waitFor();
    const again = page.url();

    await page
      .getByRole('button', { name: /^Show line 2/ })
      .first()
      .click();
    const lines = page.getByRole('region', { name: 'Lines of the report' });
    await lines.getByRole('row', { name: /Crowhurts, Idris/ }).waitFor();
    await page.getByRole('button', { name: 'It is Idris Crowhurst' }).click();
    await page.getByText('is an alias of Idris Crowhurst now').waitFor();

    await page.getByRole('button', { name: 'New person …' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada Nobodyknows');
    await dialog.getByLabel('Email').fill('ada');
    await dialog.getByLabel('Specialty').selectOption('BOTH');
    await dialog.getByRole('button', { name: 'Add the person' }).click();
    await dialog.getByText(/"ada" is no email address/).waitFor();
    await dialog.getByLabel('Email').fill('ada.nobodyknows@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('is an alias of Ada Nobodyknows now').waitFor();

    await page.getByLabel('What “Late reads” means').selectOption('ignore');
    await page.getByRole('button', { name: 'Map it', exact: true }).click();
    await page.getByText('is no shift, and ignored').waitFor();
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Run again with the same files' }).click();
    await page.getByText('Imported.').waitFor();
    // The same job went on: the matrix was not read again.
    expect(page.url().split('?')[0]).toBe(again.split('?')[0]);
  });

  it('has its warnings accepted with a reason, and leads to the version', async () => {
    const page = await site.visit();
    await fill(page, oddWorkbook(), 'from=2027-02-01&to=2027-02-01');
    await start(page);
    await page.getByText('Imported.').waitFor();
    await page.getByRole('button', { name: 'Choose all' }).click();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByText('Give a reason.').waitFor();
    await page.getByLabel('Why they may stay').fill('Nobody is on yet');
    await page.keyboard.press('Enter');
    await page.getByText(/(is|are) accepted\./).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Choose all' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Go to the version' }).click();
    await page.waitForURL(/\/versions\/[0-9a-f-]{36}/);
  });

  it.each(['wide', 'phone'] as const)(
    'has no violations and no sideways scroll: %s, light and dark',
    async (device) => {
      for (const theme of ['light', 'dark'] as const) {
        const page = await site.visit({ device, theme });
        await page.goto('/import');
        await page.getByRole('table').waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        await page.goto(failed);
        await page.getByRole('grid').waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      }
    },
  );

  it('is for schedulers; who may read sees what was imported', async () => {
    const viewer = await site.visit({ as: 'VIEWER' });
    await viewer.goto('/import');
    await viewer.getByText('Your role may not import.').waitFor();
    await viewer.getByRole('link', { name: 'Roster' }).first().waitFor();
    expect(await viewer.getByRole('button', { name: 'Start the import' }).count()).toBe(0);
    await viewer.goto(failed);
    await viewer.getByRole('grid').waitFor();
    expect(await viewer.getByRole('button', { name: /Run again|Choose all/ }).count()).toBe(0);
    const user = await site.visit({ as: 'USER' });
    await user.goto(failed);
    await user.getByText('Your role may not see imports.').waitFor();
  });
});
