import type { Db } from '#src/repositories/database.ts';
import type { JobAttempt } from '#src/repositories/job-claims.ts';
import type { Services } from '#src/services/services.ts';
import type { JobEngine } from './job-engine.ts';
import type { JobHandlers } from './job-handlers.ts';

export interface WorkerOptions {
  db: Db;
  engine: JobEngine;
  handlers: JobHandlers;
  /** Services wired for one attempt: what they commit is refused once it counts no more. */
  servicesFor(attempt: JobAttempt): Services;
  /** Names the process in the record, host and process id; each claim adds its number. */
  name: string;
  /** Jobs that run at once. */
  concurrency: number;
  log: WorkerLog;
  /** Called after each sweep of the table that went well: the worker lives, and reaches its record. Never rejects. */
  onAlive?(): Promise<void>;
  pace?: Partial<WorkerPace>;
}

export interface WorkerPace {
  /** Milliseconds between two signs of life of a running job; so soon it hears that it was cancelled. */
  beatMs: number;
  /** A worker that is silent for so long is lost. */
  lostMs: number;
  /** Between two sweeps of the table. */
  sweepMs: number;
  /** A job that was handed over so long ago and still waits has been lost on the way. */
  redispatchMs: number;
  /** What retry number so and so (from 1) waits. */
  retryMs(retry: number): number;
}

export interface WorkerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
