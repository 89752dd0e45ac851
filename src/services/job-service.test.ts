import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
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
