import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import { type Job, type JobProgress, type JobType, retryDelayMs } from '#src/domain/job.ts';
import type { Db } from '#src/repositories/database.ts';
import {
  beatJob,
  claimJob,
  completeJob,
  failJob,
  type JobAttempt,
  type JobFailure,
  takeOverLostJobs,
  takeUndispatchedJobs,
} from '#src/repositories/job-claims.ts';
import { JOB_PAYLOADS } from '#src/services/job-payloads.ts';
import type { Services } from '#src/services/services.ts';
import { isPassingFault } from './is-passing-fault.ts';
import type { JobEngine } from './job-engine.ts';
import type { JobOutcome } from './job-handler.ts';
import type { JobHandlers } from './job-handlers.ts';

export interface WorkerOptions {
  db: Db;
  engine: JobEngine;
  handlers: JobHandlers;
  /** Services wired for one attempt. */
  servicesFor(attempt: JobAttempt): Services;
  /** Names the process in the record: host and process id. */
  name: string;
  concurrency: number;
  log: WorkerLog;
  /** Between two signs of life of a running job: 5 s. */
  beatMs?: number;
  /** A worker that is silent for so long is lost: 15 s. */
  lostMs?: number;
  /** Between two sweeps of the table: 1 s. */
  sweepMs?: number;
}

export interface WorkerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface JobWorker {
  /** Takes no new jobs; those under way finish within `graceMs` or are handed back without costing a retry. */
  stop(graceMs: number): Promise<void>;
  /** Jobs under way. */
  running(): number;
}

/** A dispatched job that is still waiting after this long has been lost on the way. */
const REDISPATCH_MS = 15_000;
const SWEEP_LIMIT = 200;

const HANDED_BACK = Symbol('the worker stops');

/**
 * Starts a worker: it claims what the engine hands over, beats while it works, retries faults of the surroundings, and
 * sweeps the table for what was never handed over and for jobs of workers that died. Any number may run on one database.
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { db, engine, log } = options;
  const attempts = new Set<AbortController>();
  let stopping = false;

  const handle = async (id: JobId): Promise<void> => {
    if (stopping) return;
    const abort = new AbortController();
    attempts.add(abort);
    try {
      await runJob(options, id, abort);
    } catch (cause) {
      // The database is gone: the record stays PROCESSING until a sweep takes the job over.
      log.error({ jobId: id, err: cause }, 'A job could not be run or recorded');
    } finally {
      attempts.delete(abort);
    }
  };
  const sweep = async (): Promise<void> => {
    const lost = await takeOverLostJobs(db, options.lostMs ?? 15_000);
    for (const job of lost) log.error({ jobId: job.id, status: job.status }, 'Took over a job of a lost worker');
    for (const id of await takeUndispatchedJobs(db, REDISPATCH_MS, SWEEP_LIMIT)) {
      await engine.dispatchWithin(db, id);
      await engine.dispatchAfter(id);
    }
  };

  await engine.open();
  await engine.work(options.concurrency, handle);
  const sweeping = repeat(options.sweepMs ?? 1_000, sweep, (cause) => log.error({ err: cause }, 'The sweep of the job table failed'));
  return {
    running: () => attempts.size,
    async stop(graceMs) {
      stopping = true;
      await sweeping.stop();
      const hurry = setTimeout(() => {
        for (const abort of attempts) abort.abort(HANDED_BACK);
      }, graceMs);
      await engine.stopWork(graceMs + 5_000);
      clearTimeout(hurry);
    },
  };
}

/** Runs `work` again and again, one run after the other. */
function repeat(everyMs: number, work: () => Promise<void>, onFault: (cause: unknown) => void): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let current: Promise<void> = Promise.resolve();
  let stopped = false;
  const next = (): void => {
    current = work()
      .catch(onFault)
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  next();
  return {
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      return current;
    },
  };
}

async function runJob(options: WorkerOptions, id: JobId, abort: AbortController): Promise<void> {
  const claim = await claimJob(options.db, id, options.name);
  if (claim.kind !== 'claimed') return;
  const { job } = claim;
  const attempt = { id, attempt: job.attempt };
  options.log.info({ jobId: id, type: job.type, attempt: job.attempt }, 'Job started');
  const beating = beat(options, attempt, abort);
  const outcome = await attemptOutcome(options, job, abort, beating.progress);
  await beating.stop();
  if (outcome.kind === 'done') await completeJob(options.db, attempt, outcome.result);
  else await failJob(options.db, attempt, failureOf(job, outcome, abort));
  options.log.info({ jobId: id, type: job.type, outcome: outcome.kind }, 'Job ended');
}

interface Beating {
  progress(progress: JobProgress): void;
  stop(): Promise<void>;
}

/** Signs of life with the newest progress, at most a few writes a second; the attempt is aborted once it counts no more. */
function beat({ db, beatMs = 5_000 }: WorkerOptions, attempt: JobAttempt, abort: AbortController): Beating {
  let newest: JobProgress | null = null;
  let written: JobProgress | null = null;
  let lastAt = performance.now();
  const write = async (): Promise<void> => {
    if (newest === written && performance.now() - lastAt < beatMs) return;
    written = newest;
    lastAt = performance.now();
    if (!(await beatJob(db, attempt, written))) abort.abort(new CodedError('CONFLICT', 'The attempt counts no more.'));
  };
  const beating = repeat(Math.min(beatMs, 300), write, () => undefined);
  return {
    progress: (progress) => {
      newest = progress;
    },
    async stop() {
      await beating.stop();
      if (newest !== written) await beatJob(db, attempt, newest).catch(() => false);
    },
  };
}

async function attemptOutcome(
  options: WorkerOptions,
  job: Job,
  abort: AbortController,
  progress: (progress: JobProgress) => void,
): Promise<JobOutcome> {
  const handler = options.handlers[job.type as JobType];
  const payload = handler ? JOB_PAYLOADS[job.type as JobType].safeParse(job.payload) : null;
  if (!payload?.success) {
    return { kind: 'failed', code: 'INVALID_PAYLOAD', message: `The payload does not fit a job of type ${job.type}.`, result: null, retry: false };
  }
  const limit = setTimeout(() => abort.abort(new DOMException('The job took too long.', 'TimeoutError')), handler.timeLimitMs);
  const aborted = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
  });
  try {
    const services = options.servicesFor({ id: job.id, attempt: job.attempt });
    const actor = { userId: job.requestedBy ?? (job.id as never), ipAddress: null };
    const run = { job, payload: payload.data as never, services, actor, signal: abort.signal, progress };
    return await Promise.race([handler.run(run), aborted]);
  } catch (cause) {
    return faultOutcome(cause);
  } finally {
    clearTimeout(limit);
    aborted.catch(() => undefined);
  }
}

function faultOutcome(cause: unknown): JobOutcome {
  const failed = (code: string, message: string, retry: boolean): JobOutcome => ({ kind: 'failed', code, message, result: undefined, retry });
  if (cause === HANDED_BACK) return failed('HANDED_BACK', 'The worker stopped; another one goes on.', true);
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return failed('TIMED_OUT', cause.message, true);
  if (cause instanceof CodedError) return failed(cause.code, cause.message, cause.code === 'UNAVAILABLE');
  if (isPassingFault(cause)) return failed('UNAVAILABLE', cause instanceof Error ? cause.message : String(cause), true);
  return failed('INTERNAL', cause instanceof Error ? cause.message : String(cause), true);
}

function failureOf(job: Job, outcome: Exclude<JobOutcome, { kind: 'done' }>, abort: AbortController): JobFailure {
  const { code, message, result, retry } = outcome;
  const free = abort.signal.reason === HANDED_BACK;
  const tries = job.retryCount < job.maxRetries;
  const retryInMs = free ? 0 : retry && tries ? retryDelayMs(job.retryCount + 1, Math.random()) : null;
  return { code, message, retryInMs, free, ...(result !== undefined && result !== null && { result }) };
}
