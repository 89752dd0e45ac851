import { CodedError } from '#src/domain/errors.ts';
import type { JobProgress } from '#src/domain/job.ts';
import type { Db } from '#src/repositories/database.ts';
import { beatJob, type JobAttempt } from '#src/repositories/job-claims.ts';
import { repeat } from './repeat.ts';

export interface Beating {
  /** Takes the newest progress; what comes between two writes is passed over. */
  progress(progress: JobProgress): void;
  /** Writes what is not written yet. */
  stop(): Promise<void>;
}

/** Between two writes of progress: three a second at most. */
const PROGRESS_MS = 333;

/** Signs of life with the newest progress, until stopped; aborts the attempt as soon as it counts no more. */
export function beatWhile(db: Db, attempt: JobAttempt, beatMs: number, abort: AbortController): Beating {
  let newest: JobProgress | null = null;
  let written: JobProgress | null = null;
  let lastAt = performance.now();
  const write = async (): Promise<void> => {
    if (newest === written && performance.now() - lastAt < beatMs) return;
    const telling = newest;
    if (!(await beatJob(db, attempt, telling))) {
      abort.abort(new CodedError('CONFLICT', 'The job was cancelled, or another worker has taken it over.'));
    }
    written = telling;
    lastAt = performance.now();
  };
  // A database that is gone for a while costs beats, not the job: whether it still counts is asked at every commit.
  const beating = repeat(Math.min(beatMs, PROGRESS_MS), write, () => undefined);
  return {
    progress(progress) {
      newest = progress;
    },
    async stop() {
      await beating.stop();
      if (newest !== written) await beatJob(db, attempt, newest).catch(() => false);
    },
  };
}
