import type { JobId } from '#src/domain/ids.ts';
import type { Db } from '#src/repositories/database.ts';

/**
 * The queue as services see it. `job_queue` is the record and the outbox; an engine only wakes a worker for a job's id. What
 * is lost on the way is handed over again, what comes twice has its effects once (the worker claims the row).
 */
export interface JobPort {
  /** False: jobs wait in the table until a worker sweeps them up. */
  readonly immediate: boolean;
  /** Hands a job over within the transaction that writes its row, where the engine can. */
  dispatchWithin(trx: Db, id: JobId): Promise<void>;
  /** Hands it over once the transaction is committed, where the engine cannot do so within. */
  dispatchAfter(id: JobId): Promise<void>;
}
