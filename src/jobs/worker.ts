import type { JobId } from '#src/domain/ids.ts';
import { retryDelayMs } from '#src/domain/job.ts';
import { markUndispatched, takeLostJobs, takeUndispatchedJobs } from '#src/repositories/job-claims.ts';
import { repeat } from './repeat.ts';
import { HANDED_BACK, runJob } from './run-job.ts';
import { within } from './within.ts';
import type { WorkerOptions, WorkerPace } from './worker-options.ts';

export interface JobWorker {
  /** Takes no new jobs; those under way finish within `graceMs` or are handed back without costing a retry. */
  stop(graceMs: number): Promise<void>;
  /** Jobs under way. */
  running(): number;
}

/** A lost worker's job goes on within `lostMs` and two sweeps. */
const PACE: WorkerPace = {
  beatMs: 2_000,
  lostMs: 15_000,
  sweepMs: 1_000,
  redispatchMs: 15_000,
  retryMs: (retry) => retryDelayMs(retry, Math.random()),
};

/** Of one sweep; the next one takes the rest. */
const SWEEP_LIMIT = 200;
/** To record the end of what was handed back, once its grace is over. */
const LAST_WORDS_MS = 5_000;

/**
 * Starts a worker: it claims what the engine hands over, beats while it works, retries faults of the surroundings, and
 * sweeps the table for what was never handed over and for jobs of workers that died. Any number may run on one database.
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { db, engine, log } = options;
  const pace = { ...PACE, ...options.pace };
  const attempts = new Set<AbortController>();
  let stopping = false;

  const recordings = new Set<Promise<void>>();
  // The database is gone: a job that runs stays PROCESSING until a sweep takes it over, one that waits is handed over again.
  const onFault = (jobId: JobId) => (err: unknown) =>
    log.error({ jobId, err }, 'A job could not be run or recorded');
  const handle = async (id: JobId): Promise<void> => {
    if (stopping) return await markUndispatched(db, id).catch(onFault(id));
    const abort = new AbortController();
    attempts.add(abort);
    const run = await runJob(options, pace, id, abort).catch(onFault(id));
    attempts.delete(abort);
    if (!run) return;
    const recording = run.recorded.catch(onFault(id)).finally(() => recordings.delete(recording));
    recordings.add(recording);
  };

  // While the database was gone nobody could beat: after that, everybody gets the time to do so again.
  let silentUntil = 0;
  const sweep = async (): Promise<void> => {
    if (performance.now() >= silentUntil) {
      const lost = await takeLostJobs(db, pace.lostMs);
      for (const job of lost) {
        log.warn({ jobId: job.id, type: job.type, status: job.status }, 'Took over the job of a lost worker');
      }
    }
    if (!engine.immediate) return;
    for (const job of await takeUndispatchedJobs(db, pace.redispatchMs, SWEEP_LIMIT)) {
      await engine.dispatchWithin?.(db, job);
      await engine.dispatchAfter(job);
    }
  };

  await engine.open();
  await engine.work(options.concurrency, handle);
  const live = async (): Promise<void> => {
    await sweep();
    await options.onAlive?.();
  };
  const sweeping = repeat(pace.sweepMs, live, (cause) => {
    silentUntil = performance.now() + 2 * pace.beatMs;
    log.error({ err: cause }, 'The sweep of the job table failed');
  });
  return {
    running: () => attempts.size + recordings.size,
    async stop(graceMs) {
      stopping = true;
      await sweeping.stop();
      const handBack = setTimeout(() => {
        for (const abort of attempts) abort.abort(HANDED_BACK);
      }, graceMs);
      await engine.stopWork(graceMs + LAST_WORDS_MS);
      clearTimeout(handBack);
      await within(LAST_WORDS_MS, Promise.all(recordings));
    },
  };
}
