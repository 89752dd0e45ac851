import { createHash } from 'node:crypto';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, JobId, UserId, VersionId } from '#src/domain/ids.ts';
import type { Job, JobType } from '#src/domain/job.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Actor } from '#src/domain/user.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  findKeyedRequest,
  insertKeyedRequest,
  lockIdempotencyKey,
} from '#src/repositories/idempotency-keys.ts';
import { getJob } from '#src/repositories/job-queue.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { JOB_PAYLOADS, type JobPayload, type JobRequest } from './job-payloads.ts';
import type { JobService } from './job-service.ts';
import { keepFile, nameOfFile } from './kept-file.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';
import { requireState } from './version-state.ts';

/** An import as it is asked for. */
export interface ImportRequest<T extends JobType> {
  type: T;
  /** Names the files by their checksums (see `nameOfFile`). */
  payload: JobRequest<T>;
  files: readonly GivenFile[];
  /** The version that is to take it; null: none yet. */
  into: VersionId | null;
  /** Null: each request is a job. */
  key: string | null;
}

export interface ImportRequestService {
  /**
   * Asks for a job, and keeps its files, all or nothing. Under a key of the user's the same request again answers the same
   * job; CONFLICT where the key was used for another, and for a version that takes no import any more.
   */
  request<T extends JobType>(order: ImportRequest<T>, actor: Actor): Promise<Job>;
  /** What a workflow of the department was asked for. NOT_FOUND for another department's job, BAD_REQUEST for another kind. */
  workflowBefore(id: JobId, departmentId: HospitalId): Promise<JobPayload<'WORKFLOW'>>;
}

export function importRequestService(context: ServiceContext, jobs: JobService): ImportRequestService {
  const { db } = context.database;
  return {
    async request(order, actor) {
      const { type, payload, files, into, key } = order;
      const { userId } = actor;
      const asked = await inTransaction(db, async (trx) => {
        const known = key === null ? null : await findSameRequest(trx, userId, key, hashOf(order));
        if (known) return { job: known, isNew: false };
        if (into !== null) requireState(await getVersion(trx, into), 'import');
        await keepFiles(trx, files, userId);
        const job = await jobs.requestWithin(trx, type, payload, actor);
        if (key !== null) {
          await insertKeyedRequest(trx, { userId, key, requestHash: hashOf(order), jobId: job.id });
        }
        return { job, isNew: true };
      });
      if (asked.isNew) await jobs.handOver(asked.job);
      return asked.job;
    },

    async workflowBefore(id, departmentId) {
      const job = await getJob(db, id);
      if (job.hospitalId !== departmentId) throw notFound('job', id);
      const payload = job.type === 'WORKFLOW' ? JOB_PAYLOADS.WORKFLOW.safeParse(job.payload) : null;
      if (payload?.success) return payload.data;
      throw new CodedError('BAD_REQUEST', `Job ${id} is no workflow that could be run again.`);
    },
  };
}

const hashOf = ({ type, payload }: Pick<ImportRequest<JobType>, 'type' | 'payload'>): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([type, payload]))
    .digest();

/** The job of a key; null where it is new. One request at a time uses a key. CONFLICT where it was another request. */
async function findSameRequest(
  trx: Db,
  userId: UserId,
  key: string,
  requestHash: Buffer,
): Promise<Job | null> {
  await lockIdempotencyKey(trx, userId, key);
  const known = await findKeyedRequest(trx, userId, key);
  if (!known) return null;
  if (known.requestHash.equals(requestHash)) return await getJob(trx, known.jobId);
  throw new CodedError('CONFLICT', 'This Idempotency-Key was used for another request. Take a new one.');
}

/** In one order for all, so that two requests that keep the same files wait for each other once, not crosswise. */
async function keepFiles(trx: Db, files: readonly GivenFile[], userId: UserId): Promise<void> {
  const named = files.map((file) => ({ file, checksum: nameOfFile(file).checksum }));
  const sorted = named.toSorted((a, b) => (a.checksum < b.checksum ? -1 : 1));
  for (const { file } of sorted) await keepFile(trx, file, userId);
}
