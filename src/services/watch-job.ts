import { setTimeout as sleep } from 'node:timers/promises';
import type { JobId } from '#src/domain/ids.ts';
import { hasEnded, type Job } from '#src/domain/job.ts';
import type { JobService } from './job-service.ts';

const LOOK_MS = 200;

/** Follows a job in its record until it has ended; `onChange` hears of each new status or progress, the first included. */
export async function watchJob(
  jobs: Pick<JobService, 'get'>,
  id: JobId,
  onChange: (job: Job) => void,
  signal?: AbortSignal,
): Promise<Job> {
  let seen = '';
  for (;;) {
    const job = await jobs.get(id);
    const now = JSON.stringify([job.status, job.attempt, job.progress]);
    if (now !== seen) onChange(job);
    seen = now;
    if (hasEnded(job.status)) return job;
    await sleep(LOOK_MS, undefined, signal ? { signal } : {});
  }
}
