import { createHash } from 'node:crypto';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, JobId } from '#src/domain/ids.ts';
import type { Job, JobType } from '#src/domain/job.ts';
import type { Actor } from '#src/domain/user.ts';
import { inTransaction } from '#src/repositories/database.ts';
import {
  findKeyedRequest,
  insertKeyedRequest,
  lockIdempotencyKey,
} from '#src/repositories/idempotency-keys.ts';
import { getJob } from '#src/repositories/job-queue.ts';
import { JOB_PAYLOADS, type JobPayload, type JobRequest } from './job-payloads.ts';
import type { JobService } from './job-service.ts';
import type { ServiceContext } from './service-context.ts';

export interface ImportRequestService {
  /**
   * Asks for a job once under a key of the user's: the same request again answers the same job, CONFLICT where the key was
   * used for another. Null: without a key each request is a job.
   */
  request<T extends JobType>(type: T, payload: JobRequest<T>, key: string | null, actor: Actor): Promise<Job>;
  /** What a workflow of the department was asked for. NOT_FOUND for another department's job, BAD_REQUEST for another kind. */
  workflowBefore(id: JobId, departmentId: HospitalId): Promise<JobPayload<'WORKFLOW'>>;
}

export function importRequestService(context: ServiceContext, jobs: JobService): ImportRequestService {
  const { db } = context.database;
  return {
    async request(type, payload, key, actor) {
      if (key === null) return await jobs.request(type, payload, actor);
      const requestHash = createHash('sha256')
        .update(JSON.stringify([type, payload]))
        .digest();
      const { userId } = actor;
      const asked = await inTransaction(db, async (trx) => {
        await lockIdempotencyKey(trx, userId, key);
        const known = await findKeyedRequest(trx, userId, key);
        if (known?.requestHash.equals(requestHash))
          return { job: await getJob(trx, known.jobId), isNew: false };
        if (known) {
          throw new CodedError(
            'CONFLICT',
            'This Idempotency-Key was used for another request. Take a new one.',
          );
        }
        const job = await jobs.requestWithin(trx, type, payload, actor);
        await insertKeyedRequest(trx, { userId, key, requestHash, jobId: job.id });
        return { job, isNew: true };
      });
      if (asked.isNew) await jobs.handOver(asked.job);
      return asked.job;
    },

    async workflowBefore(id, departmentId) {
      const job = await getJob(db, id);
      if (job.hospitalId !== departmentId) throw new CodedError('NOT_FOUND', `There is no job ${id}.`);
      const payload = job.type === 'WORKFLOW' ? JOB_PAYLOADS.WORKFLOW.safeParse(job.payload) : null;
      if (payload?.success) return payload.data;
      throw new CodedError('BAD_REQUEST', `Job ${id} is no workflow that could be run again.`);
    },
  };
}
