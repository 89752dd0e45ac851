import { describe, expect, it } from 'vitest';
import { CodedError } from '#src/domain/errors.ts';
import type { JobOutcome } from '#src/jobs/job-handler.ts';
import { DONE, gate, refused } from './job-outcomes.ts';
import type { TestQueue, Work } from './queue.ts';

/** A deadlock as the repositories report it. */
const deadlock = (): CodedError =>
  new CodedError(
    'CONFLICT',
    'Somebody else changed the same rows.',
    { sqlState: '40P01' },
    Object.assign(new Error('deadlock detected'), { code: '40P01' }),
  );

/** What goes wrong within a job, and what people stop, on a real engine. */
export function describeFaults(name: string, queue: TestQueue): void {
  const { act, ask, get, startWorker, until } = queue;
  const done: Work = async () => DONE;

  describe(`${name}: faults`, () => {
    it.each<[string, () => unknown]>([
      ['Amion out of reach', () => refused('AMION_UNREACHABLE', true)],
      ['a server error', () => new CodedError('UNAVAILABLE', 'The database does not answer.')],
      ['a deadlock', deadlock],
      ['a broken connection', () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ])('%s: is tried again, and waits longer each time', async (_, fault) => {
      const waits: number[] = [];
      const job = await ask();
      const pace = {
        retryMs: (retry: number) => {
          waits.push(retry);
          return 20;
        },
      };
      await startWorker(
        async ({ job: { attempt } }) => {
          if (attempt === 3) return DONE;
          const thrown = fault();
          if (thrown instanceof Error) throw thrown;
          return thrown as JobOutcome;
        },
        { pace },
      );
      expect(await until(job.id)).toMatchObject({
        status: 'COMPLETE',
        attempt: 3,
        retryCount: 2,
        errorCode: null,
      });
      expect(waits).toEqual([1, 2]);
    });

    it('is in RETRY between two tries, with the reason and what there is to show', async () => {
      const job = await ask();
      await startWorker(async () => refused('AMION_UNREACHABLE', true), { pace: { retryMs: () => 60_000 } });
      const waiting = await until(job.id, 'RETRY');
      expect(waiting).toMatchObject({
        errorCode: 'AMION_UNREACHABLE',
        retryCount: 1,
        result: { phases: [] },
        completedAt: null,
      });
      expect(Date.parse(waiting.runAfter)).toBeGreaterThan(Date.now() + 30_000);
    });

    it.each<[string, () => JobOutcome | Error]>([
      ['an unknown person', () => refused('UNKNOWN_PEOPLE', false)],
      ['a version in force', () => new CodedError('CONFLICT', 'Only a STAGING version takes imports.')],
      ['a file that is gone', () => new CodedError('NOT_FOUND', 'The file is not kept any more.')],
    ])('bad input (%s) is FAILED at once', async (_, fault) => {
      const job = await ask();
      await startWorker(async () => {
        const thrown = fault();
        if (thrown instanceof Error) throw thrown;
        return thrown;
      });
      const failed = await until(job.id);
      expect(failed).toMatchObject({
        status: 'FAILED',
        attempt: 1,
        retryCount: 0,
        errorMessage: expect.any(String),
      });
    });

    it('a poison job ends FAILED after its retries', async () => {
      const job = await ask();
      await startWorker(async () => {
        throw new TypeError('undefined is not a function');
      });
      expect(await until(job.id)).toMatchObject({
        ...{ status: 'FAILED', errorCode: 'INTERNAL', retryCount: 3, attempt: 4 },
        errorMessage: 'undefined is not a function',
      });
    });

    it('a job that takes too long is stopped, tells its handler, and stores nothing any more', async () => {
      const job = await ask();
      const late = gate();
      let commit: Promise<void> = Promise.resolve();
      const told: boolean[] = [];
      await startWorker(
        async ({ job: { id, attempt }, signal }) => {
          if (attempt > 1) return DONE;
          signal.addEventListener('abort', () => told.push(true));
          commit = late.passed.then(() => act({ id, attempt }));
          commit.catch(() => undefined);
          await commit;
          return DONE;
        },
        { timeLimitMs: 500, pace: { retryMs: () => 2_000 } },
      );
      expect(await until(job.id, 'RETRY')).toMatchObject({ errorCode: 'TIMED_OUT' });
      late.open();
      await expect(commit).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', retryCount: 1 });
      expect(told).toEqual([true]);
      expect((await queue.effects()).get(job.id)).toBeUndefined();
    });
  });

  describe(`${name}: cancelling`, () => {
    it('a job that waits never runs', async () => {
      const job = await ask();
      const cancelled = await queue.services.jobs.cancel(job.id, queue.actor);
      expect(cancelled).toMatchObject({ status: 'FAILED', errorCode: 'CANCELLED' });
      await startWorker(done);
      await until((await ask()).id, 'COMPLETE');
      expect(await get(job.id)).toMatchObject({ status: 'FAILED', attempt: 0, startedAt: null });
    });

    it('a job that runs tells its handler, and what it has not stored it stores no more', async () => {
      const job = await ask();
      const [started, late] = [gate(), gate()];
      let commit: Promise<void> = Promise.resolve();
      const told = gate();
      await startWorker(async ({ job: { id, attempt }, signal }) => {
        signal.addEventListener('abort', told.open);
        started.open();
        commit = late.passed.then(() => act({ id, attempt }));
        commit.catch(() => undefined);
        await commit;
        return DONE;
      });
      await started.passed;
      await queue.services.jobs.cancel(job.id, queue.actor);
      await told.passed;
      late.open();
      await expect(commit).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await get(job.id)).toMatchObject({ status: 'FAILED', errorCode: 'CANCELLED' });
      expect((await queue.effects()).get(job.id)).toBeUndefined();
    });

    it('a job that has ended is refused; retried it runs again with all its retries', async () => {
      const job = await ask();
      await startWorker(async ({ job: { attempt } }) =>
        attempt === 1 ? refused('UNKNOWN_PEOPLE', false) : DONE,
      );
      await until(job.id, 'FAILED');
      await expect(queue.services.jobs.cancel(job.id, queue.actor)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(await queue.services.jobs.retry(job.id, queue.actor)).toMatchObject({
        status: 'PENDING',
        retryCount: 0,
      });
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 2, errorCode: null });
      await expect(queue.services.jobs.retry(job.id, queue.actor)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
    });
  });
}
