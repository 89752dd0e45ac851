import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { findViolations, focusedText, sidewaysScroll } from '#test/support/accessibility.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();
const DEPARTMENT = 'HARBOR';
const WHOLE = '1 Oct – 31 Dec 2026';
const nameOf = (id: string): string => `Version ${id.slice(-6)}`;

describe.skipIf(missing !== null)(`versions in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;
  const { services, actor } = site;
  let first: VersionId;

  const inForce = async (): Promise<VersionId> => {
    const [version] = await services.versions.listVersions(DEPARTMENT, 'PRODUCTION');
    if (!version) throw new Error('Nothing is in force');
    return version.id;
  };
  const statusOf = async (id: VersionId) => (await services.versions.getVersion(id)).status;
  const unassign = (versionId: VersionId, date: string, shiftType: ShiftType, person: string) =>
    services.changes.change({
      ...{ kind: 'unassign', department: DEPARTMENT, date: date as LocalDate, shiftType, person },
      ...{ reason: 'Sick', versionId, hours: null, inReturn: null, dryRun: false, actor },
    });
  /** A staging copy of the first version, with a night that nobody holds: its warning is open until it is accepted. */
  const stageHole = async (): Promise<VersionId> => {
    const { id } = await services.versions.copy(first, actor);
    await unassign(id, '2026-12-12', 'ON2', 'ambrose.greavesend@example.org');
    return id;
  };
  const accept = async (page: Page, button: string | RegExp, reason: string) => {
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog', { name: /^Accept/ });
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await page.getByText(/^\d+ warnings? accepted\.$/).waitFor();
  };
  const promote = async (page: Page, reason: string) => {
    await page.getByRole('button', { name: /^Promote/ }).click();
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('button', { name: /^Override \d+ errors and promote$/ }).click();
    await page.getByText(/^Promoted: in force for/).waitFor();
  };

  beforeAll(async () => {
    first = await inForce();
  });

  it('shows what is in force on a timeline and in a table, and the dates after it as without a schedule', async () => {
    await services.versions.copy(first, actor);
    const page = await site.visit();
    await page.goto('/versions');
    await page.getByText('The schedule ends in 18 days.').waitFor();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByRole('link', { name: `${nameOf(first)} ${WHOLE}` }).waitFor();
    await timeline.getByText('No schedule').waitFor();
    await timeline.getByText('Today, Sun 13 Dec').waitFor();
    const rows = page.getByRole('region', { name: 'Versions', exact: true }).getByRole('row');
    expect(await rows.count()).toBe(3);
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Production' }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect(page.url()).toContain('status=PRODUCTION');
    await page.reload();
    await expect.poll(() => rows.count()).toBe(2);
    expect(await page.getByRole('link', { name: 'New version by import' }).getAttribute('href')).toContain(
      '/import',
    );
  });

  it('promotes with warnings accepted and errors overridden by name, each with a reason', async () => {
    const id = await stageHole();
    const page = await site.visit();
    await page.goto(`/versions/${id}?show=against`);
    await page.getByText('Against its promotion: 5 errors and 1 warning that nobody has accepted.').waitFor();
    const promotion = page.getByRole('button', { name: /^Promote/ });
    expect(await promotion.isDisabled()).toBe(true);
    await page.getByText('One warning is open: accept it with a reason').waitFor();

    await page.getByRole('checkbox', { name: /^Choose: Nobody holds ON Neuro/ }).check();
    await page.getByRole('button', { name: 'Accept 1 …' }).click();
    const accept = page.getByRole('dialog', { name: 'Accept a warning' });
    await accept.getByRole('button', { name: 'Accept' }).click();
    await accept.getByText('Say why that is how it should be.').waitFor();
    await accept.getByLabel('Reason').fill('The locum comes at midnight');
    await accept.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('1 warning accepted.').waitFor();
    await expect.poll(() => focusedText(page)).toContain('1 warning accepted.');

    await promotion.click();
    const dialog = page.getByRole('dialog', { name: /^Promote/ });
    await dialog.getByText(`${nameOf(first)} has no date left, and is archived.`).waitFor();
    const named = dialog.getByRole('list', { name: 'Errors that are overridden' }).getByRole('listitem');
    expect(await named.count()).toBe(5);
    expect((await named.allTextContents()).join()).toContain('ON2 is vacant (---)');
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Override 5 errors and promote' }).click();
    await dialog.getByText('Say why it may be promoted all the same.').waitFor();
    await dialog.getByLabel('Reason').fill('Agreed with the chief');
    await dialog.getByRole('button', { name: 'Override 5 errors and promote' }).click();
    await page.getByText(`Promoted: in force for ${WHOLE}.`).waitFor();
    expect([await statusOf(id), await statusOf(first)]).toEqual(['PRODUCTION', 'ARCHIVED']);
    await page
      .getByText('“The locum comes at midnight”')
      .or(page.getByText('Agreed with the chief'))
      .first()
      .waitFor();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText(/overrode 5 errors/).waitFor();
    await history.getByText('Agreed with the chief').waitFor();
  });

  it('tells that somebody was quicker, and overrides nothing unseen', async () => {
    const id = await stageHole();
    await services.warnings.accept(id, 'all', 'Known', actor);
    const page = await site.visit();
    await page.goto(`/versions/${id}`);
    await page.getByRole('button', { name: /^Promote/ }).click();
    await page.getByLabel('Reason').fill('Agreed');
    await unassign(id, '2026-12-20', 'ON1', 'odelie.beranger@example.org');
    await page.getByRole('button', { name: 'Override 5 errors and promote' }).click();
    await page.getByRole('alert').getByText('It has changed since you looked at it.').waitFor();
    expect(await statusOf(id)).toBe('STAGING');
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page.getByText('Overrides 6 errors, with a reason.').waitFor();
    await services.versions.remove(id, actor);
  });

  it('compares two versions: who reads what first, then who is on duty', async () => {
    const second = await inForce();
    const page = await site.visit();
    await page.goto(`/versions/${second}/compare?against=${first}`);
    const night = page.getByRole('article').filter({ hasText: 'Sat 12 Dec 2026' });
    const reads = night.filter({ hasText: 'Loses its reader' });
    await reads.getByText('Ambrose Greavesend Jr').first().waitFor();
    await reads
      .getByRole('link', { name: /^Sun 01:00–08:00/ })
      .first()
      .waitFor();
    await night.filter({ hasText: 'Given up' }).waitFor();
    await page.getByText('Both ask for the same shifts.').waitFor();
    await page.getByRole('searchbox').fill('mercy head');
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    expect(page.url()).toContain('find=');
    await page.getByRole('button', { name: 'Exchange before and after' }).click();
    await page.getByRole('article').filter({ hasText: 'Gains a reader' }).first().waitFor();
    expect(page.url()).toContain(`/versions/${first}/compare`);
  });

  it('archives with the dates that are left empty, and brings a version back by a copy', async () => {
    const second = await inForce();
    const page = await site.visit();
    await page.goto(`/versions/${second}`);
    await page.getByRole('button', { name: 'Archive' }).click();
    const dialog = page.getByRole('alertdialog', { name: /^Archive/ });
    await dialog.getByText('These dates will have no schedule:').waitFor();
    await dialog.getByText(WHOLE).waitFor();
    await dialog.getByRole('button', { name: 'Archive, and leave these dates empty' }).click();
    await page.getByText(`Archived. Without a schedule now: ${WHOLE}.`).waitFor();
    await page.getByText('It is archived. Copy it, and promote the copy.').waitFor();
    await page.goto('/versions');
    await page.getByText('No schedule is in force.').waitFor();

    await page.goto(`/versions/${first}`);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('link', { name: /^Open version/ }).click();
    await page.getByText('made it as a copy of').waitFor();
    await promote(page, 'Back to the first');
    const copy = await inForce();
    expect(page.url()).toContain(copy);
    expect([first, second]).not.toContain(copy);
  });

  it('takes over what has changed on Amion: looked at, compared, promoted', async () => {
    const page = await site.visit();
    await page.goto('/drift');
    await page.getByText('Nobody has looked at Amion yet.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByText('Amion was looked at just now.').waitFor();
    for (const [date, what] of [
      ['Sun 6 Dec 2026', 'Swapped'],
      ['Mon 7 Dec 2026', 'Swapped'],
      ['Thu 10 Dec 2026', 'Taken'],
      ['Tue 15 Dec 2026', 'Hours moved'],
    ] as const)
      await page.getByRole('article').filter({ hasText: date }).getByText(what).waitFor();
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Take over 4 changes …' }).click();
    await page.getByRole('button', { name: 'Make a staging copy' }).click();
    await page.getByRole('heading', { name: 'Compare versions' }).waitFor();
    await page
      .getByRole('article')
      .filter({ hasText: 'Thu 10 Dec 2026' })
      .getByText('Gains a reader')
      .first()
      .waitFor();
    await page
      .getByRole('navigation', { name: 'You are here' })
      .getByRole('link', { name: /^Version [0-9a-f]/ })
      .click();
    await page.getByText(/warnings? (is|are) open/).waitFor();
    await accept(page, /^Accept (it|all \d+) …$/, 'Agreed on the phone');
    await promote(page, 'As planned');
    await page.goto('/drift');
    await page.getByText('Amion agrees with what is in force.').waitFor();
  });

  it('withdraws an acceptance, after asking, and deletes what was never in force', async () => {
    const { id } = await services.versions.copy(await inForce(), actor);
    const page = await site.visit();
    await page.goto(`/versions/${id}?show=accepted`);
    await page.locator('summary').first().click();
    await page
      .getByRole('button', { name: /^Withdraw the acceptance/ })
      .first()
      .click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('The acceptance is withdrawn: the warning counts again.').waitFor();
    await page.getByText(/1 warning that nobody has accepted/).waitFor();
    await accept(page, 'Accept it …', 'Known');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText(`${nameOf(id)} is deleted.`).waitFor();
  });

  it('is used by the keyboard alone', async () => {
    const page = await site.visit();
    await page.goto('/versions');
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.waitFor();
    await timeline.focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedText(page)).toContain(nameOf(await inForce()));
    await page.keyboard.press('Enter');
    await page.getByText('It is in production already.').waitFor();
    await page.getByRole('button', { name: 'Archive' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await expect.poll(() => focusedText(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedText(page)).toBe('Archive');
  });

  it.each([
    ['wide', 'light'],
    ['wide', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('has no violations and no sideways scroll: %s, %s', async (device, theme) => {
    const id = await stageHole();
    const page = await site.visit({ device, theme });
    for (const [path, words] of [
      ['/versions', 'New version by import'],
      [`/versions/${id}`, 'made it as a copy of'],
      [`/versions/${id}/compare?against=${first}`, 'Who reads what'],
      ['/drift', 'Roster as of'],
    ] as const) {
      await page.goto(path);
      await page.getByText(words).first().waitFor();
      expect(await findViolations(page), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
    }
    await services.versions.remove(id, actor);
  });

  it('lets a viewer read it all, and says why nothing can be pressed', async () => {
    const { id } = await services.versions.copy(await inForce(), actor);
    const page = await site.visit({ as: 'VIEWER' });
    await page.goto(`/versions/${id}`);
    await page.getByText(/^Your role reads versions/).waitFor();
    for (const name of [/^Promote/, /^Copy/, /^Archive/, /^Delete/, /^Accept/, /^Withdraw/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.goto('/versions');
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    expect(await page.getByRole('link', { name: 'New version by import' }).count()).toBe(0);
    await page.goto('/drift');
    await page.getByText(/^Your role reads this/).waitFor();
    expect(await page.getByRole('button', { name: /^Look now|^Take over/ }).count()).toBe(0);
  });

  it('tells a role that may not read it so', async () => {
    const page = await site.visit({ as: 'USER' });
    for (const path of ['/versions', `/versions/${first}`, `/versions/${first}/compare`]) {
      await page.goto(path);
      await page.getByText('Your role may not see versions of the schedule.').waitFor();
    }
    await page.goto('/drift');
    await page.getByText('Your role may not see the drift of the roster.').waitFor();
  });
});
