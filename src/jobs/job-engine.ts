import type { JobId } from '#src/domain/ids.ts';
import type { JobPort } from '#src/services/job-port.ts';

/** One of the two engines. It knows ids only; the record, the retries and the time limits are the worker's. */
export interface JobEngine extends JobPort {
  readonly name: 'pg-boss' | 'bullmq';
  /** Prepares to dispatch. May be called again after it failed. */
  open(): Promise<void>;
  /** Calls back for each id handed over, at most `concurrency` at once. A callback never rejects. */
  work(concurrency: number, handle: (id: JobId) => Promise<void>): Promise<void>;
  /** Takes no more; resolves when the callbacks under way are done, at the latest after `graceMs`. */
  stopWork(graceMs: number): Promise<void>;
  /** Ends every connection and timer. */
  close(): Promise<void>;
  /** Throws UNAVAILABLE where the engine cannot be reached. */
  ping(): Promise<void>;
}
