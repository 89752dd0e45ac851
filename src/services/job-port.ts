import type { Db } from '#src/repositories/database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';

/**
 * The queue as services see it. `job_queue` is the record and the outbox; an engine only wakes a worker for a job's id. What
 * is lost on the way is handed over again, what comes twice has its effects once (the worker claims the row). A job is handed
 * over with the attempts that it has had: of the same job with the same attempts an engine keeps one.
 */
export interface JobPort {
  /** False: there is no engine, or it is away just now: jobs wait in the table until a worker sweeps them up. */
  readonly immediate: boolean;
  /** Hands a job over within the transaction that writes its row; null where the engine cannot. */
  readonly dispatchWithin: ((trx: Db, job: JobAttempt) => Promise<void>) | null;
  /** Hands it over once its row is committed, where the engine cannot do so within. Never rejects. */
  dispatchAfter(job: JobAttempt): Promise<void>;
  /** Throws where the engine cannot be reached; left out where there is none to ask. */
  ping?(): Promise<void>;
}
