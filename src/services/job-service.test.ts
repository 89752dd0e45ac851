import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { newId } from '#src/outside/new-id.ts';
import { inTransaction } from '#src/repositories/database.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';

const { jobs, actor, audit, database, openDepartment } = await openTestServices();
const audited = async (id: JobId) =>
  (await audit.list({ resource: `job:${id}` }, {})).items.map((entry) => entry.action);

describe('asking for a job', () => {
  it('writes it with its department, its lock and who asked, and audits it', async () => {
    const { code, id: hospitalId } = await openDepartment();
    const versionId = newId<never>();
    const job = await jobs.request('AMION_IMPORT', { department: code, versionId, roster: 'feed' }, actor);
    expect(job).toMatchObject({
      ...{ type: 'AMION_IMPORT', status: 'PENDING', hospitalId, requestedBy: actor.userId, maxRetries: 5 },
      payload: { department: code, versionId, roster: 'feed', allowPartial: false },
    });
    expect(await runSql(database.db, `select lock_key from job_queue where id = '${job.id}'`)).toEqual([
      { lock_key: `version:${versionId}` },
    ]);
    expect(await audited(job.id)).toEqual(['JOB_REQUESTED']);
  });

  it('goes with the transaction of the caller, its audit row too', async () => {
    let id = newId<JobId>();
    const rolledBack = inTransaction(database.db, async (trx) => {
      ({ id } = await jobs.requestWithin(trx, 'CLEAN_UP', {}, actor));
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await expect(jobs.get(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await audited(id)).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['an unknown department', () => jobs.request('AMION_PULL', { department: 'Nowhere', months: 1 }, actor)],
    [
      'more months than two years',
      () => jobs.request('AMION_PULL', { department: 'Ashby', months: 25 }, actor),
    ],
    ['bytes in the payload', () => jobs.request('CLEAN_UP', { content: 'UEsDBA==' } as never, actor)],
    [
      'a login in the payload',
      () => jobs.request('AMION_PULL', { department: 'Ashby', months: 1, login: 'x' } as never, actor),
    ],
  ])('refuses %s', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/BAD_REQUEST|NOT_FOUND/) });
  });
});

describe('a job for dates', () => {
  const file = { name: 'matrix.ods', checksum: '0'.repeat(64) };
  const on = (text: string): LocalDate => text as LocalDate;
  const department = 'Ashby';
  const matrixFor = (from: string, to: string) =>
    jobs.request(
      'ODS_IMPORT',
      { department, versionId: null, from: on(from), to: on(to), file, layout: null },
      actor,
    );
  const workflow = (over: object) => {
    const dates = { from: on('2026-04-06'), to: on('2026-04-12') };
    return jobs.request('WORKFLOW', { department, ...dates, matrix: file, roster: 'feed', ...over }, actor);
  };
  const TOO_LONG = 'A schedule from 2028-01-01 to 2900-01-01 has 318493 dates; 732 (two years) are the most.';

  it.each<[string, () => Promise<unknown>, string]>([
    ['a matrix for eight centuries', () => matrixFor('2028-01-01', '2900-01-01'), TOO_LONG],
    [
      'a matrix of the year 9999',
      () => matrixFor('9999-12-30', '9999-12-31'),
      'from: "9999-12-30" is outside',
    ],
    ['a workflow for eight centuries', () => workflow({ from: '2028-01-01', to: '2900-01-01' }), TOO_LONG],
    [
      'a holiday that is no date',
      () => workflow({ holidays: ['2026-04-10', 'abc'] }),
      'holidays.1: "abc" is no date.',
    ],
    [
      'a zone that is none',
      () => workflow({ timeZone: 'Mars/X' }),
      'timeZone: "Mars/X" is no IANA time zone.',
    ],
    [
      'coverage of the year 0',
      () => jobs.request('COVERAGE', { versionId: newId<never>(), from: on('0000-01-01') }, actor),
      'from: "0000-01-01" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.',
    ],
  ])('is refused where it is for %s', async (_, ask, says) => {
    const count = async () => (await jobs.list({}, { limit: 200 })).items.length;
    const before = await count();
    await expect(ask()).rejects.toMatchObject({
      ...{ code: 'BAD_REQUEST', message: expect.stringContaining(says) },
    });
    await expect(ask()).rejects.toMatchObject({ message: expect.not.stringContaining('✖') });
    expect(await count()).toBe(before);
  });
});

describe('kept files', () => {
  it('are named by name and checksum, and kept once', async () => {
    const file = { name: 'matrix.ods', bytes: Buffer.from('the same bytes') };
    const kept = await jobs.keepFile(file, actor);
    expect(await jobs.keepFile({ ...file, name: 'again.ods' }, actor)).toEqual({
      name: 'again.ods',
      checksum: kept.checksum,
    });
    expect(Buffer.from(await jobs.takeFile(kept.checksum)).toString()).toBe('the same bytes');
  });
});

describe('by hand', () => {
  it('cancelling and retrying are audited; what the state forbids is a conflict that says so', async () => {
    const { id } = await jobs.request('CLEAN_UP', {}, actor);
    await expect(jobs.retry(id, actor)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('is PENDING'),
    });
    expect(await jobs.cancel(id, actor)).toMatchObject({ status: 'FAILED', errorCode: 'CANCELLED' });
    await expect(jobs.cancel(id, actor)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await jobs.retry(id, actor)).toMatchObject({ status: 'PENDING', errorCode: null });
    expect(await audited(id)).toEqual(['JOB_RETRIED', 'JOB_CANCELLED', 'JOB_REQUESTED']);
  });

  it('a job that does not exist is not found', async () => {
    for (const act of [jobs.cancel, jobs.retry]) {
      await expect(act(newId<JobId>(), actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
