import { createHash } from 'node:crypto';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { Job, JobType } from '#src/domain/job.ts';
import type { Actor } from '#src/domain/user.ts';
import type { Db } from '#src/repositories/database.ts';
import { findKeyedRequest, insertKeyedRequest } from '#src/repositories/idempotency-keys.ts';
import { getJob } from '#src/repositories/job-queue.ts';
import type { JobRequest } from './job-payloads.ts';
import type { JobService } from './job-service.ts';
import { keepFile, nameOfFile } from './kept-file.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

/** An import as it is asked for. */
export interface ImportRequest<T extends JobType> {
  type: T;
  /** Names the files by their checksums (see `nameOfFile`). */
  payload: JobRequest<T>;
  files: readonly GivenFile[];
  /** Null: each request is a job. */
  key: string | null;
}

export interface ImportRequestService {
  /**
   * Asks for a job, and keeps its files, all or nothing. Under a key of the user's the same request again answers the same
   * job; CONFLICT where the key was used for another.
   */
  request<T extends JobType>(order: ImportRequest<T>, actor: Actor): Promise<Job>;
}

export function importRequestService(context: ServiceContext, jobs: JobService): ImportRequestService {
  const { db } = context.database;
  return {
    async request({ type, payload, files, key }, actor) {
      const { userId } = actor;
      const keep = async (trx: Db): Promise<void> => {
        for (const file of inOneOrder(files)) await keepFile(trx, file, userId);
      };
      if (key === null) return await jobs.request(type, payload, actor, keep);
      const requestHash = hashOf([type, payload]);
      const asked = async (): Promise<JobId | null> => {
        const known = await findKeyedRequest(db, userId, key);
        if (!known || known.requestHash.equals(requestHash)) return known?.jobId ?? null;
        const text = 'This Idempotency-Key was used for another request. Take a new one.';
        throw new CodedError('CONFLICT', text);
      };
      try {
        const before = await asked();
        if (before) return await getJob(db, before);
        return await jobs.request(type, payload, actor, async (trx, jobId) => {
          // Waits for whoever uses the key at the same time.
          if (!(await insertKeyedRequest(trx, { userId, key, requestHash, jobId }))) throw new KeyTaken();
          await keep(trx);
        });
      } catch (cause) {
        const first = cause instanceof KeyTaken ? await asked() : null;
        if (first) return await getJob(db, first);
        throw cause;
      }
    },
  };
}

/** Two requests that keep the same files wait for each other once, not crosswise. */
const inOneOrder = (files: readonly GivenFile[]): GivenFile[] =>
  files
    .map((file) => ({ file, at: nameOfFile(file).checksum }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ file }) => file);

/** Somebody was quicker: nothing of this request is kept. */
class KeyTaken extends Error {}

const hashOf = (request: unknown): Buffer => createHash('sha256').update(JSON.stringify(request)).digest();
