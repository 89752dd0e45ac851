import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import { watchJob } from '#src/services/watch-job.ts';
import { findViolations, sidewaysScroll } from '#test/support/accessibility.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { provideSite } from '#test/support/site.ts';

const { site, missing } = await provideSite();

describe.skipIf(missing !== null)(`background jobs in a browser${missing ? `: ${missing}` : ''}`, () => {
  if (!site) return;

  /** Looks at Amion for a department: a job that ends soon. */
  const pull = async () =>
    await site.services.jobs.request('AMION_PULL', { department: 'HARBOR', months: 1 }, site.actor);

  const { database, services } = site;
  const set = (id: JobId, change: string) =>
    runSql(database.db, `update job_queue set ${change} where id = '${id}'`);
  /** Lets no worker take the job. */
  async function holdBack(id: JobId): Promise<void> {
    await watchJob(services.jobs, id, () => undefined);
    await set(
      id,
      `status = 'PENDING', run_after = now() + interval '1 hour', completed_at = null, progress = null`,
    );
  }

  it('are listed with who asked for them, and narrowed by the address', async () => {
    const page = await site.visit();
    await page.goto('/jobs');
    const table = page.getByRole('region', { name: 'Background jobs' });
    await table.getByRole('link', { name: 'Whole import' }).waitFor();
    await page.getByLabel('Status').selectOption('FAILED');
    await page.getByText('No job is like this.').waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('FAILED');
    await page.goto('/jobs?type=WORKFLOW');
    await table.getByRole('link', { name: 'Whole import' }).waitFor();
    expect(await page.getByLabel('Type').inputValue()).toBe('WORKFLOW');
  });

  it('that run are told by their events, without being asked for again', async () => {
    const page = await site.visit();
    const { id } = await pull();
    await holdBack(id);
    await page.goto(`/jobs/${id}`);
    await page.getByText('Waiting', { exact: true }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const progress = JSON.stringify({
      phase: 'AMION_IMPORT',
      step: 'fetching',
      done: 1,
      total: 2,
      message: '1 of 2 months',
    });
    // Nobody beats for it: it is not to be taken for lost.
    const alive = `heartbeat_at = now() + interval '1 hour'`;
    await set(id, `status = 'PROCESSING', ${alive}, progress = '${progress}'`);
    await page.getByText('1 of 2 months').first().waitFor();
    await set(id, `status = 'COMPLETE', completed_at = now()`);
    await page.getByText('Complete', { exact: true }).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/jobs/'))).toEqual([]);
  });

  it('lead to the report of what they imported', async () => {
    const page = await site.visit();
    const { id } = await pull();
    await page.goto(`/jobs/${id}`);
    await page.getByText('Complete', { exact: true }).waitFor();
    await page.getByText(/by tester@command-line.invalid/).waitFor();
    await page.getByRole('link', { name: 'Open its report' }).click();
    await page.getByRole('heading', { name: 'What was found' }).waitFor();
  });

  it('are stopped when somebody says so twice, and run again', async () => {
    const page = await site.visit();
    const { id } = await pull();
    await runSql(
      site.database.db,
      `update job_queue set status = 'PENDING', run_after = now() + interval '1 hour', completed_at = null, error_code = null where id = '${id}'`,
    );
    await page.goto(`/jobs/${id}`);
    await page.getByRole('button', { name: 'Stop …' }).click();
    await page.getByRole('alertdialog', { name: 'Stop this job?' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Stop …' }).click();
    await page.getByRole('button', { name: 'Stop the job' }).click();
    await page.getByText('Stopped', { exact: true }).waitFor();
    await page.getByText(/Somebody stopped it/).waitFor();
    await page.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('Complete', { exact: true }).waitFor();
  });

  it.each(['wide', 'phone'] as const)('have no violations and no sideways scroll: %s', async (device) => {
    const page = await site.visit({ device, theme: device === 'wide' ? 'light' : 'dark' });
    await page.goto('/jobs');
    await page.getByRole('table').waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('link', { name: 'Whole import' }).first().click();
    await page.getByText('What was asked').waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('are for who may read; only schedulers stop them', async () => {
    const viewer = await site.visit({ as: 'VIEWER' });
    await viewer.goto('/jobs');
    await viewer.getByRole('link', { name: 'Whole import' }).waitFor();
    expect(await viewer.getByRole('button', { name: /Run again|Stop/ }).count()).toBe(0);
    const user = await site.visit({ as: 'USER' });
    await user.goto('/jobs');
    await user.getByText('Your role may not see background jobs.').waitFor();
  });
});
