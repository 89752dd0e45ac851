import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, JobId, UserId } from '#src/domain/ids.ts';
import { type Job, type JobStatus, type JobType, jobCan } from '#src/domain/job.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { cancelJob, reviveJob } from '#src/repositories/job-claims.ts';
import { getJob, insertJob, listJobs, type NewJob } from '#src/repositories/job-queue.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { getSourceFile } from '#src/repositories/source-files.ts';
import { listUserEmails } from '#src/repositories/users.ts';
import { recordChanges, toAuditEntry } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import { JOB_PAYLOADS, type JobRequest, payloadFaults } from './job-payloads.ts';
import type { JobPort } from './job-port.ts';
import { type KeptFile, keepFile } from './kept-file.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

/** How often a job is tried again after a fault of its surroundings. */
const MAX_RETRIES: Record<JobType, number> = {
  ODS_IMPORT: 3,
  AMION_IMPORT: 5,
  COVERAGE: 3,
  WORKFLOW: 5,
  AMION_PULL: 5,
  CLEAN_UP: 1,
};

export interface JobService {
  /** Writes a job and hands it to the queue. BAD_REQUEST for a payload that does not fit its kind. */
  request<T extends JobType>(type: T, payload: JobRequest<T>, actor: Actor): Promise<Job>;
  /** The same within a transaction of the caller, which calls `handOver` after its commit; else a worker's sweep does, within a second. */
  requestWithin<T extends JobType>(trx: Db, type: T, payload: JobRequest<T>, actor: Actor): Promise<Job>;
  /** Hands a job over once its row is committed, where that was not done within. */
  handOver(job: Job): Promise<void>;
  /** Keeps a file's bytes so that any worker can read them; answers how a payload names it. */
  keepFile(file: GivenFile, actor: Actor): Promise<KeptFile>;
  /** The bytes of a kept file. NOT_FOUND once the retention time is over. */
  takeFile(checksum: string): Promise<Uint8Array>;
  get(id: JobId): Promise<Job>;
  list(
    filter: { status?: JobStatus; type?: JobType; hospitalId?: HospitalId },
    page: PageRequest,
  ): Promise<Page<Job>>;
  /** Emails of those who asked for jobs. */
  askersOf(jobs: readonly Job[]): Promise<Map<UserId, string>>;
  /** CONFLICT where it has ended. What a running job has not stored yet is not stored any more. */
  cancel(id: JobId, actor: Actor): Promise<Job>;
  /** Puts a FAILED job back into the queue. */
  retry(id: JobId, actor: Actor): Promise<Job>;
}

export function jobService(context: ServiceContext, port: JobPort): JobService {
  const { db } = context.database;
  const changeOf = (action: string, job: Pick<Job, 'id' | 'type' | 'hospitalId'>, after: unknown) => ({
    ...{ action, resource: `job:${job.id}`, hospitalId: job.hospitalId, after },
  });
  const prepare = async <T extends JobType>(trx: Db, type: T, payload: JobRequest<T>, actor: Actor) => {
    const data = parsePayload(type, payload);
    const job = {
      ...{ id: newId<JobId>(), type, payload: data, maxRetries: MAX_RETRIES[type] },
      ...{
        requestedBy: actor.userId,
        requestedFrom: actor.ipAddress,
        hospitalId: await departmentOf(trx, data),
        lockKey: lockKeyOf(type, data),
      },
    };
    return { job, note: toAuditEntry(actor, changeOf('JOB_REQUESTED', job, { type })) };
  };
  const write = async (trx: Db, job: NewJob, note: Parameters<typeof insertJob>[2]): Promise<Job> => {
    const written = await insertJob(trx, job, note);
    await port.dispatchWithin?.(trx, written);
    return written;
  };
  return {
    async request(type, payload, actor) {
      const { job, note } = await prepare(db, type, payload, actor);
      const order = { ...job, dispatched: port.immediate };
      // Without anything to do within, one statement is a transaction of its own.
      const written = port.dispatchWithin
        ? await inTransaction(db, (trx) => write(trx, order, note))
        : await write(db, order, note);
      await port.dispatchAfter(written);
      return written;
    },

    async requestWithin(trx, type, payload, actor) {
      const { job, note } = await prepare(trx, type, payload, actor);
      return await write(trx, { ...job, dispatched: port.immediate && port.dispatchWithin !== null }, note);
    },

    handOver: (job) => port.dispatchAfter(job),

    keepFile: (file, actor) => keepFile(db, file, actor.userId),

    takeFile: async (checksum) => (await getSourceFile(db, checksum)).content,
    get: (id) => getJob(db, id),
    list: (filter, page) => listJobs(db, filter, page),
    askersOf: (jobs) =>
      listUserEmails(db, [...new Set(jobs.flatMap(({ requestedBy }) => requestedBy ?? []))]),

    async cancel(id, actor) {
      return await inTransaction(db, async (trx) => {
        const job =
          (await cancelJob(trx, id, 'Cancelled by hand.')) ?? refuse('cancel', await getJob(trx, id));
        await recordChanges(trx, actor, [changeOf('JOB_CANCELLED', job, { status: job.status })]);
        return job;
      });
    },

    async retry(id, actor) {
      const job = await inTransaction(db, async (trx) => {
        const revived = (await reviveJob(trx, id, port.immediate)) ?? refuse('retry', await getJob(trx, id));
        await recordChanges(trx, actor, [changeOf('JOB_RETRIED', revived, { status: revived.status })]);
        await port.dispatchWithin?.(trx, revived);
        return revived;
      });
      await port.dispatchAfter(job);
      return job;
    },
  };
}

function refuse(action: 'cancel' | 'retry', job: Job): never {
  const allowed = jobCan(action, job.status)
    ? 'it changed meanwhile; look at it again'
    : `it is ${job.status}`;
  throw new CodedError(
    'CONFLICT',
    `Job ${job.id} cannot be ${action === 'cancel' ? 'cancelled' : 'retried'}: ${allowed}.`,
  );
}

function parsePayload<T extends JobType>(type: T, payload: JobRequest<T>): Record<string, unknown> {
  const parsed = JOB_PAYLOADS[type].safeParse(payload);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  throw new CodedError('BAD_REQUEST', `A ${type} job cannot be made of this: ${payloadFaults(parsed.error)}`);
}

/**
 * One import at a time into a version: imports, and calculations of what they leave, queue up behind each other. Pulls do so
 * too: while Amion is slow, those of many departments would hold every slot of every worker.
 */
function lockKeyOf(type: JobType, data: Record<string, unknown>): string | null {
  if (typeof data['versionId'] === 'string') return `version:${data['versionId']}`;
  return type === 'AMION_PULL' ? 'amion' : null;
}

async function departmentOf(db: Db, data: Record<string, unknown>): Promise<HospitalId | null> {
  if (typeof data['department'] !== 'string') return null;
  return (await requireDepartment(db, data['department'])).id;
}
