import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId, VersionId } from '#src/domain/ids.ts';
import type { JobOutcome } from '#src/jobs/job-handler.ts';
import { newId } from '#src/outside/new-id.ts';
import { claimJob, markUndispatched } from '#src/repositories/job-claims.ts';
import { insertJob } from '#src/repositories/job-queue.ts';
import type { TestQueue, Work } from './queue.ts';

const DONE: JobOutcome = { kind: 'done', result: { read: 3 } };
const refused = (code: string, retry: boolean): JobOutcome => ({
  ...{ kind: 'failed', code, message: `Refused: ${code}`, result: { phases: [] } },
  retry,
});

/** A gate that work waits at, heedless of every signal. */
function gate(): { open(): void; passed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

/** A deadlock as the repositories report it. */
const deadlock = (): CodedError =>
  new CodedError('CONFLICT', 'Somebody else changed the same rows.', { sqlState: '40P01' }, Object.assign(new Error('deadlock detected'), { code: '40P01' }));

/** What both engines must do, on real servers. */
export function describeEngine(name: string, queue: TestQueue): void {
  const { ask, until, get, startWorker, act } = queue;
  const done: Work = async () => DONE;

  describe(`${name}: asking for a job`, () => {
    it('writes it PENDING, and a worker makes it COMPLETE with its result', async () => {
      const job = await ask();
      expect(job).toMatchObject({ status: 'PENDING', attempt: 0, requestedBy: queue.actor.userId });
      await startWorker(done, { name: 'north:17' });
      expect(await until(job.id)).toMatchObject({
        ...{ status: 'COMPLETE', result: { read: 3 }, worker: 'north:17', attempt: 1, retryCount: 0 },
        ...{ errorCode: null, errorMessage: null, startedAt: expect.any(String), completedAt: expect.any(String) },
      });
    });

    it('starts within a second on a worker that has nothing to do', async () => {
      await startWorker(done);
      await sleep(300);
      const asked = performance.now();
      const job = await ask();
      await until(job.id, 'COMPLETE');
      expect(performance.now() - asked).toBeLessThan(1_000);
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
      await expect(queue.services.jobs.request('COVERAGE', bytes, queue.actor)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      await expect(
        queue.services.jobs.request('COVERAGE', { versionId: 'april' as VersionId }, queue.actor),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect((await queue.services.jobs.list({}, {})).items.length).toBe(before);
    });

    it.each([
      ['COVERAGE', { versionId: 'april' }],
      ['COVERAGE', null],
      ['NO_SUCH_TYPE', {}],
    ])('%s with the payload %j that came past the service is FAILED, not tried again', async (type, payload) => {
      const order = { id: newId<JobId>(), type, payload };
      await insertJob(queue.database.db, order);
      await startWorker(done);
      expect(await until(order.id)).toMatchObject({ status: 'FAILED', errorCode: 'INVALID_PAYLOAD', retryCount: 0 });
    });
  });

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
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 3, retryCount: 2, errorCode: null });
      expect(waits).toEqual([1, 2]);
    });

    it('is in RETRY between two tries, with the reason and what there is to show', async () => {
      const job = await ask();
      await startWorker(async () => refused('AMION_UNREACHABLE', true), { pace: { retryMs: () => 60_000 } });
      const waiting = await until(job.id, 'RETRY');
      expect(waiting).toMatchObject({ errorCode: 'AMION_UNREACHABLE', retryCount: 1, result: { phases: [] }, completedAt: null });
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
      expect(failed).toMatchObject({ status: 'FAILED', attempt: 1, retryCount: 0, errorMessage: expect.any(String) });
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
        { timeLimitMs: 100, pace: { retryMs: () => 300 } },
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
      await startWorker(async ({ job: { attempt } }) => (attempt === 1 ? refused('UNKNOWN_PEOPLE', false) : DONE));
      await until(job.id, 'FAILED');
      await expect(queue.services.jobs.cancel(job.id, queue.actor)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await queue.services.jobs.retry(job.id, queue.actor)).toMatchObject({ status: 'PENDING', retryCount: 0 });
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 2, errorCode: null });
      await expect(queue.services.jobs.retry(job.id, queue.actor)).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });

  describe(`${name}: workers that die`, () => {
    it('a dead worker’s job is taken over', async () => {
      const job = await ask();
      await claimJob(queue.database.db, job.id, 'dead:1');
      await startWorker(done, { name: 'alive:2', pace: { lostMs: 300 } });
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 2, retryCount: 1, worker: 'alive:2' });
    });

    it('a worker believed dead that comes back commits nothing', async () => {
      const job = await ask();
      const [held, back] = [gate(), gate()];
      let late: Promise<void> = Promise.resolve();
      const silent: Work = async ({ job: { id, attempt } }) => {
        late = back.passed.then(() => act({ id, attempt }));
        late.catch(() => undefined);
        held.open();
        await late;
        return { kind: 'done', result: 'of the dead' };
      };
      await startWorker(silent, { name: 'silent', concurrency: 1, pace: { beatMs: 60_000, lostMs: 60_000, redispatchMs: 60_000 } });
      await held.passed;
      const other: Work = async ({ job: { id, attempt } }) => {
        await act({ id, attempt });
        return DONE;
      };
      await startWorker(other, { name: 'alive', pace: { lostMs: 200 } });
      expect(await until(job.id, 'COMPLETE')).toMatchObject({ attempt: 2 });
      back.open();
      await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
      await sleep(100);
      expect(await get(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 2, result: { read: 3 } });
      expect((await queue.effects()).get(job.id)).toBe(1);
    });

    it('a stopped worker finishes what it can, hands back the rest without a retry, and another goes on', async () => {
      const [short, long] = [await ask(), await ask()];
      const both = { started: 0, all: gate() };
      const first = await startWorker(
        async ({ job, signal }) => {
          both.started += 1;
          if (both.started === 2) both.all.open();
          await sleep(job.id === short.id ? 100 : 60_000, undefined, { signal });
          return { kind: 'done', result: 'by the first' };
        },
        { name: 'first' },
      );
      await both.all.passed;
      await first.stop(300);
      expect(first.running()).toBe(0);
      expect(await get(short.id)).toMatchObject({ status: 'COMPLETE', result: 'by the first' });
      expect(await get(long.id)).toMatchObject({ status: 'RETRY', errorCode: 'HANDED_BACK', retryCount: 0 });
      await startWorker(done, { name: 'second' });
      expect(await until(long.id)).toMatchObject({ status: 'COMPLETE', worker: 'second', attempt: 2, retryCount: 0 });
    });
  });

  describe(`${name}: at once`, () => {
    it('one import at a time into a version, as many as there are slots into several', async () => {
      const versionId = newId<VersionId>();
      const running = new Map<string, number>();
      let [mostOfOne, most] = [0, 0];
      const work: Work = async ({ payload }) => {
        running.set(payload.versionId, (running.get(payload.versionId) ?? 0) + 1);
        mostOfOne = Math.max(mostOfOne, running.get(versionId) ?? 0);
        most = Math.max(most, [...running.values()].reduce((sum, each) => sum + each, 0));
        await sleep(150);
        running.set(payload.versionId, (running.get(payload.versionId) ?? 0) - 1);
        return DONE;
      };
      await startWorker(work, { concurrency: 3 });
      await startWorker(work, { concurrency: 3 });
      const jobs = [await ask(versionId), await ask(versionId), await ask(versionId), await ask(), await ask(), await ask()];
      for (const job of jobs) expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 1 });
      expect(mostOfOne).toBe(1);
      expect(most).toBeGreaterThan(1);
    });

    it('no more than its slots at once, and all of a crowd', async () => {
      let [running, most] = [0, 0];
      await startWorker(
        async () => {
          running += 1;
          most = Math.max(most, running);
          await sleep(5);
          running -= 1;
          return DONE;
        },
        { concurrency: 3 },
      );
      const asked = performance.now();
      const jobs = await Promise.all(Array.from({ length: 40 }, () => ask()));
      for (const job of jobs) await until(job.id, 'COMPLETE');
      expect(most).toBe(3);
      expect(performance.now() - asked).toBeLessThan(5_000);
    });
  });

  describe(`${name}: progress`, () => {
    it('is kept while the job runs, a few times a second, the last of it too', async () => {
      const seen = new Set<number>();
      const job = await ask();
      const over = gate();
      await startWorker(async ({ progress }) => {
        for (let step = 1; step <= 50; step += 1) {
          progress({ phase: 'COVERAGE', step: 'calculating coverage', done: step, total: 50 });
          await sleep(10);
        }
        await over.passed;
        return DONE;
      });
      for (const deadline = Date.now() + 3_000; Date.now() < deadline && !seen.has(50); await sleep(5)) {
        const { progress } = await get(job.id);
        if (progress) seen.add(progress.done);
      }
      over.open();
      expect((await until(job.id)).progress).toEqual({ phase: 'COVERAGE', step: 'calculating coverage', done: 50, total: 50 });
      expect(seen.size).toBeGreaterThan(1);
      expect(seen.size).toBeLessThan(12);
    });
  });

  describe(`${name}: the engine`, () => {
    it('answers a ping, and can be asked for a job that it lost', async () => {
      await queue.engine.ping();
      const job = await ask();
      await markUndispatched(queue.database.db, job.id);
      await startWorker(done);
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 1 });
    });
  });
}
