import type { JobId } from '#src/domain/ids.ts';
import type { Job, JobType } from '#src/domain/job.ts';
import { claimJob, completeJob, failJob, type JobFailure } from '#src/repositories/job-claims.ts';
import { JOB_PAYLOADS } from '#src/services/job-payloads.ts';
import { STANDING_ACTOR } from '#src/services/standing-work-service.ts';
import { type Beating, beatWhile } from './beat.ts';
import { faultOutcome } from './fault-outcome.ts';
import { isPassingFault } from './is-passing-fault.ts';
import type { JobOutcome } from './job-handler.ts';
import type { WorkerOptions, WorkerPace } from './worker-options.ts';

/** Why an attempt was aborted: its worker stops. Its words stand as the reason of a batch that was under way. */
export const HANDED_BACK = new DOMException('The worker stopped; another one goes on.', 'AbortError');

/** Tries to write down how a job ended, and the wait between two. A job whose end cannot be written is taken over later. */
const RECORD_TRIES = 5;
const RECORD_WAIT_MS = 1_000;

/** Of this process, so that each has a name of its own. */
let claims = 0;

/**
 * Claims a job and runs its handler; answers when that is over. What is answered is the writing down of how it ended, which
 * rejects where the database does not let it: the slot is free for the next job meanwhile.
 */
export async function runJob(
  options: WorkerOptions,
  pace: WorkerPace,
  id: JobId,
  abort: AbortController,
): Promise<{ recorded: Promise<void> }> {
  const { db, log, name } = options;
  const claim = await claimJob(db, id, `${name}#${++claims}`);
  if (claim.kind !== 'claimed') return { recorded: Promise.resolve() };
  const { job } = claim;
  log.info({ jobId: id, type: job.type, attempt: job.attempt }, 'Job started');
  const began = performance.now();
  const beating = beatWhile(db, job, pace.beatMs, abort);
  const outcome = await outcomeOf(options, job, abort, beating);
  const handedBack = abort.signal.reason === HANDED_BACK;
  const end: JobEnd = { job, outcome, handedBack, ms: Math.round(performance.now() - began) };
  return { recorded: beating.stop().then(() => record(options, pace, end)) };
}

interface JobEnd {
  job: Job;
  outcome: JobOutcome;
  handedBack: boolean;
  ms: number;
}

async function record({ db, log }: WorkerOptions, pace: WorkerPace, end: JobEnd): Promise<void> {
  const { job, outcome, handedBack, ms } = end;
  const { id, type, attempt } = job;
  const counted = await patiently(() =>
    outcome.kind === 'done'
      ? completeJob(db, job, outcome.result)
      : failJob(db, job, toFailure(job, outcome, handedBack, pace)),
  );
  const fields = { jobId: id, type, attempt, outcome: outcome.kind, ms, counted };
  if (outcome.kind === 'done') log.info(fields, 'Job ended');
  else log.warn({ ...fields, code: outcome.code, reason: outcome.message }, 'Job ended');
}

async function patiently(write: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (cause) {
      if (tries === RECORD_TRIES || !isPassingFault(cause)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, RECORD_WAIT_MS));
    }
  }
}

async function outcomeOf(
  options: WorkerOptions,
  job: Job,
  abort: AbortController,
  beating: Beating,
): Promise<JobOutcome> {
  const handler = options.handlers[job.type as JobType];
  const payload = handler ? JOB_PAYLOADS[job.type as JobType].safeParse(job.payload) : null;
  if (!payload?.success) {
    const message = `The payload does not fit a job of type ${job.type}. Ask for it again.`;
    return { kind: 'failed', code: 'INVALID_PAYLOAD', message, result: null, retry: false };
  }
  const stop = (): void => abort.abort(new DOMException('The job took too long.', 'TimeoutError'));
  const limit = setTimeout(stop, handler.timeLimitMs);
  const aborted = Promise.withResolvers<never>();
  // Whether the handler heeds the signal or not: the attempt is over.
  abort.signal.addEventListener('abort', () => aborted.reject(abort.signal.reason), { once: true });
  try {
    abort.signal.throwIfAborted();
    const services = options.servicesFor({ id: job.id, attempt: job.attempt, worker: job.worker });
    const actor = { userId: job.requestedBy ?? STANDING_ACTOR.userId, ipAddress: job.requestedFrom };
    const { signal } = abort;
    const run = { job, payload: payload.data as never, services, actor, signal, progress: beating.progress };
    return await Promise.race([handler.run(run), aborted.promise]);
  } catch (cause) {
    if (cause === HANDED_BACK) {
      return { kind: 'failed', code: 'HANDED_BACK', message: HANDED_BACK.message, result: null, retry: true };
    }
    const fault = faultOutcome(cause);
    if (fault.code === 'INTERNAL') options.log.error({ jobId: job.id, err: cause }, 'A job met a bug');
    return fault;
  } finally {
    clearTimeout(limit);
    aborted.promise.catch(() => undefined);
  }
}

function toFailure(
  job: Job,
  outcome: Exclude<JobOutcome, { kind: 'done' }>,
  handedBack: boolean,
  pace: WorkerPace,
): JobFailure {
  const { code, message, result, retry } = outcome;
  const again = retry && job.retryCount < job.maxRetries;
  const retryInMs = handedBack ? 0 : again ? pace.retryMs(job.retryCount + 1) : null;
  return { code, message, retryInMs, free: handedBack, ...(result !== null && { result }) };
}
