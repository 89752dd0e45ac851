import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { JobId, VersionId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertJob } from '#src/repositories/job-queue.ts';
import { DONE } from './job-outcomes.ts';
import type { TestQueue, Work } from './queue.ts';

/** Centuries of dates, as no door takes them. */
const LONG_IMPORT = {
  ...{ department: 'Ashby', versionId: null, from: '2028-01-01', to: '2900-01-01' },
  file: { name: 'matrix.ods', checksum: '0'.repeat(64) },
};

/** Asking for jobs, on a real engine. */
export function describeAsking(name: string, queue: TestQueue): void {
  const { act, ask, get, startWorker, until } = queue;
  const done: Work = async () => DONE;

  describe(`${name}: asking for a job`, () => {
    it('writes it PENDING, and a worker makes it COMPLETE with its result', async () => {
      const job = await ask();
      expect(job).toMatchObject({ status: 'PENDING', attempt: 0, requestedBy: queue.actor.userId });
      await startWorker(done, { name: 'north:17' });
      expect(await until(job.id)).toMatchObject({
        ...{
          status: 'COMPLETE',
          result: { read: 3 },
          worker: expect.stringMatching(/^north:17#\d+$/),
          attempt: 1,
          retryCount: 0,
        },
        ...{
          errorCode: null,
          errorMessage: null,
          startedAt: expect.any(String),
          completedAt: expect.any(String),
        },
      });
    });

    it('starts at once on a worker that has nothing to do: no sweep has to find it', async () => {
      await startWorker(done, { pace: { sweepMs: 60_000, redispatchMs: 60_000 } });
      await sleep(300);
      const job = await ask();
      await until(job.id, 'COMPLETE');
    });

    it('under a key, within a transaction of its own, starts as soon: no sweep has to find it', async () => {
      await startWorker(done, { pace: { sweepMs: 60_000, redispatchMs: 60_000 } });
      await sleep(300);
      const payload = { versionId: newId<VersionId>() };
      const order = { type: 'COVERAGE' as const, payload, files: [], into: null, key: name };
      const ask = () => queue.services.importRequests.request(order, queue.actor);
      const job = await ask();
      await until(job.id, 'COMPLETE');
      expect(await ask()).toMatchObject({ id: job.id, status: 'COMPLETE', attempt: 1 });
    });

    it('leaves nothing when its transaction is rolled back', async () => {
      const ran: string[] = [];
      await startWorker(async ({ job }) => {
        ran.push(job.id);
        return DONE;
      });
      const id = newId<JobId>();
      const order = { id, type: 'COVERAGE', payload: { versionId: newId<VersionId>() }, dispatched: true };
      const rolledBack = queue.database.db.transaction().execute(async (trx) => {
        const job = await insertJob(trx, order);
        await queue.engine.dispatchWithin?.(trx, job);
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      await until((await ask()).id, 'COMPLETE');
      await expect(get(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(ran).not.toContain(id);
    });

    it('is handed over by a sweep when its process died between commit and push', async () => {
      const order = { id: newId<JobId>(), type: 'COVERAGE', payload: { versionId: newId<VersionId>() } };
      await insertJob(queue.database.db, { ...order, dispatched: true });
      await startWorker(done);
      expect(await until(order.id)).toMatchObject({ status: 'COMPLETE' });
    });

    it('has its effect once when it is handed over twice', async () => {
      const job = await ask();
      for (const attempt of [0, 7, 8]) {
        await queue.engine.dispatchWithin?.(queue.database.db, { id: job.id, attempt });
        await queue.engine.dispatchAfter({ id: job.id, attempt });
      }
      const work: Work = async ({ job: { id, attempt } }) => {
        await act({ id, attempt });
        return DONE;
      };
      await startWorker(work);
      await startWorker(work);
      await until(job.id, 'COMPLETE');
      await until((await ask()).id, 'COMPLETE');
      expect((await queue.effects()).get(job.id)).toBe(1);
      expect(await get(job.id)).toMatchObject({ attempt: 1 });
    });

    it('with a payload that does not fit is refused, and writes nothing', async () => {
      const before = (await queue.services.jobs.list({}, {})).items.length;
      const bytes = { versionId: newId<VersionId>(), content: 'AAAA' };
      await expect(queue.services.jobs.request('COVERAGE', bytes, queue.actor)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
      await expect(
        queue.services.jobs.request('COVERAGE', { versionId: 'april' as VersionId }, queue.actor),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect((await queue.services.jobs.list({}, {})).items.length).toBe(before);
    });

    it.each([
      ['COVERAGE', { versionId: 'april' }],
      ['COVERAGE', null],
      ['ODS_IMPORT', LONG_IMPORT],
      ['NO_SUCH_TYPE', {}],
    ])(
      '%s with the payload %j that came past the service is FAILED, not tried again',
      async (type, payload) => {
        const order = { id: newId<JobId>(), type, payload };
        await insertJob(queue.database.db, order);
        await startWorker(done);
        expect(await until(order.id)).toMatchObject({
          status: 'FAILED',
          errorCode: 'INVALID_PAYLOAD',
          retryCount: 0,
        });
      },
    );
  });
}
