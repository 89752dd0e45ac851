import { setTimeout as sleep } from 'node:timers/promises';
import type { JobId } from '#src/domain/ids.ts';
import { hasEnded, type Job } from '#src/domain/job.ts';
import type { JobService } from '#src/services/job-service.ts';
import { presentJob } from '#src/services/present/present-job.ts';

/** Between two looks at the record. */
const LOOK_MS = 250;
/** A comment keeps a connection open on which nothing happens. */
const HEARTBEAT_MS = 15_000;

/**
 * A job as server-sent events: `state` with the whole job at first, for each new status and at its end, `progress` in
 * between. Ends with the job, or when the server closes. Whoever comes back begins again with the present state.
 */
export async function* jobEvents(
  jobs: Pick<JobService, 'get'>,
  id: JobId,
  closing: AbortSignal,
): AsyncGenerator<string> {
  let seen: Job | null = null;
  let quietSince = performance.now();
  while (!closing.aborted) {
    const job = await jobs.get(id);
    const event = eventOf(seen, job);
    seen = job;
    if (event !== null) {
      quietSince = performance.now();
      yield event;
    } else if (performance.now() - quietSince >= HEARTBEAT_MS) {
      quietSince = performance.now();
      yield ': still here\n\n';
    }
    if (hasEnded(job.status)) return;
    // A server that closes wakes the sleeper, and the loop ends.
    await sleep(LOOK_MS, undefined, { signal: closing, ref: false }).catch(() => undefined);
  }
}

function eventOf(seen: Job | null, job: Job): string | null {
  if (seen?.status !== job.status || seen.attempt !== job.attempt)
    return toEvent('state', { job: presentJob(job) });
  if (JSON.stringify(seen.progress) === JSON.stringify(job.progress)) return null;
  return toEvent('progress', job.progress);
}

const toEvent = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
