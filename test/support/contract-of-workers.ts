import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { claimJob, markUndispatched } from '#src/repositories/job-claims.ts';
import { DONE, gate } from './job-outcomes.ts';
import { runSql } from './open-test-database.ts';
import { QUICK_PACE, type TestQueue, type Work } from './queue.ts';

/** Workers that die, stop and share, on a real engine. */
export function describeWorkers(name: string, queue: TestQueue): void {
  const { act, ask, get, startWorker, until } = queue;
  const done: Work = async () => DONE;

  describe(`${name}: workers that die`, () => {
    it('a dead worker’s job is taken over', async () => {
      const job = await ask();
      await claimJob(queue.database.db, job.id, 'dead:1');
      await startWorker(done, { name: 'alive:2', pace: { lostMs: 1_000 } });
      expect(await until(job.id)).toMatchObject({
        status: 'COMPLETE',
        attempt: 2,
        retryCount: 1,
        worker: expect.stringMatching(/^alive:2#/),
      });
    });

    it('a dead worker’s job goes before those that nobody has begun', async () => {
      const order: string[] = [];
      const job = await ask();
      await claimJob(queue.database.db, job.id, 'dead:1');
      const waiting = await Promise.all(Array.from({ length: 20 }, () => ask()));
      const work: Work = async ({ job: { id } }) => {
        await sleep(150);
        order.push(id);
        return DONE;
      };
      await startWorker(work, { concurrency: 1, pace: { lostMs: 1_000 } });
      for (const { id } of [job, ...waiting]) await until(id, 'COMPLETE');
      expect(order).toContain(job.id);
      expect(order.indexOf(job.id)).toBeLessThan(15);
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
      await startWorker(silent, {
        name: 'silent',
        concurrency: 1,
        pace: { beatMs: 60_000, lostMs: 60_000, redispatchMs: 60_000 },
      });
      await held.passed;
      const other: Work = async ({ job: { id, attempt } }) => {
        await act({ id, attempt });
        return DONE;
      };
      await startWorker(other, { name: 'alive', pace: { lostMs: 1_000 } });
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
      await first.stop(1_500);
      expect(first.running()).toBe(0);
      expect(await get(short.id)).toMatchObject({ status: 'COMPLETE', result: 'by the first' });
      expect(await get(long.id)).toMatchObject({ status: 'RETRY', errorCode: 'HANDED_BACK', retryCount: 0 });
      await startWorker(done, { name: 'second' });
      expect(await until(long.id)).toMatchObject({
        status: 'COMPLETE',
        worker: expect.stringMatching(/^second#/),
        attempt: 2,
        retryCount: 0,
      });
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
        most = Math.max(
          most,
          [...running.values()].reduce((sum, each) => sum + each, 0),
        );
        await sleep(150);
        running.set(payload.versionId, (running.get(payload.versionId) ?? 0) - 1);
        return DONE;
      };
      await startWorker(work, { concurrency: 3 });
      await startWorker(work, { concurrency: 3 });
      const jobs = [
        await ask(versionId),
        await ask(versionId),
        await ask(versionId),
        await ask(),
        await ask(),
        await ask(),
      ];
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
        // No sweep helps: whoever is done takes the next.
        { concurrency: 3, pace: { sweepMs: 60_000, redispatchMs: 60_000 } },
      );
      const jobs = await Promise.all(Array.from({ length: 40 }, () => ask()));
      for (const job of jobs) await until(job.id, 'COMPLETE');
      expect(most).toBe(3);
    });
  });

  describe(`${name}: progress`, () => {
    it('is kept while the job runs, a few times a second, the last of it too', async () => {
      const seen = new Set<number>();
      const job = await ask();
      const over = gate();
      const progressAt = (done: number) =>
        ({ phase: 'COVERAGE', step: 'calculating', done, total: 50, message: `night ${done}` }) as const;
      await startWorker(async ({ progress }) => {
        for (let step = 1; step <= 50; step += 1) {
          progress(progressAt(step));
          await sleep(10);
        }
        await over.passed;
        return DONE;
      });
      const begun = performance.now();
      for (; !seen.has(50); await sleep(5)) {
        const { progress } = await get(job.id);
        if (progress) seen.add(progress.done);
      }
      const writes = (performance.now() - begun) / QUICK_PACE.beatMs;
      over.open();
      expect((await until(job.id)).progress).toEqual(progressAt(50));
      expect(seen.size).toBeGreaterThan(1);
      expect(seen.size).toBeLessThanOrEqual(writes + 2);
    });
  });

  describe(`${name}: the engine`, () => {
    it('goes on when the database has cut every connection', async () => {
      const started = gate();
      const cut = gate();
      await startWorker(async () => {
        started.open();
        await cut.passed;
        return DONE;
      });
      const running = await ask();
      await started.passed;
      const others = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
      await runSql(queue.database.db, `select pg_terminate_backend(pid) ${others}`);
      cut.open();
      expect(await until(running.id)).toMatchObject({ status: 'COMPLETE' });
      expect(await until((await ask()).id)).toMatchObject({ status: 'COMPLETE' });
    });

    it('answers a ping, and can be asked for a job that it lost', async () => {
      await queue.engine.ping();
      const job = await ask();
      await markUndispatched(queue.database.db, job.id);
      await startWorker(done);
      expect(await until(job.id)).toMatchObject({ status: 'COMPLETE', attempt: 1 });
    });
  });
}
