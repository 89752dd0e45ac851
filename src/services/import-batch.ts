import { createHash } from 'node:crypto';
import type { Accounting } from '#src/domain/accounting.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, HospitalId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { BatchSource } from '#src/domain/scrape-batch.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage } from '#src/domain/validation.ts';
import { newId } from '#src/outside/new-id.ts';
import { holdBatchLock } from '#src/repositories/batch-lock.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { holdAttempt } from '#src/repositories/job-claims.ts';
import { completeBatch, failBatch, findBatchOfJob, insertBatch } from '#src/repositories/scrape-batches.ts';
import { insertBatchFiles, putSourceFile } from '#src/repositories/source-files.ts';
import { recordChanges } from './audit-trail.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

export interface BatchPlan {
  hospitalId: HospitalId;
  source: BatchSource;
  sourceName: string;
  versionId: VersionId | null;
  from: LocalDate;
  to: LocalDate;
  actor: Actor;
}

/** What reading came to: refused with its messages, or accepted with what is to be stored in one transaction. */
export interface BatchVerdict {
  accounting: Accounting;
  messages: ValidationMessage[];
  /** Files as read; kept by checksum so that the batch can be replayed. */
  files: readonly GivenFile[];
  /** Found only while reading, where the plan could not say. */
  source?: BatchSource;
  sourceAsOf?: string;
  /** Null: nothing is stored, the batch FAILED for `reason`. */
  store: ((trx: Db, batchId: BatchId) => Promise<{ rows: number; versionId: VersionId | null }>) | null;
  reason?: string;
}

export interface BatchResult {
  batchId: BatchId;
  state: 'COMPLETE' | 'FAILED';
  versionId: VersionId | null;
  accounting: Accounting;
  messages: ValidationMessage[];
  ms: number;
}

/** One checksum for the files of a batch, in their order. */
export function checksumOf(files: readonly GivenFile[]): string {
  const [only] = files;
  const ofFile = (file: GivenFile): string => createHash('sha256').update(file.bytes).digest('hex');
  if (files.length === 1 && only) return ofFile(only);
  return createHash('sha256').update(files.map(ofFile).join('\n')).digest('hex');
}

/**
 * R11: a batch is PENDING before anything is read and ends COMPLETE or FAILED whatever happens. `read` decides; storing,
 * the end of the batch and its audit row are one transaction. Also a process that is killed leaves a batch that the next
 * start sets FAILED, since nobody holds its lock then.
 */
export async function runBatch(
  context: ServiceContext,
  plan: BatchPlan,
  read: () => Promise<BatchVerdict>,
): Promise<BatchResult> {
  const { db, pool } = context.database;
  const started = performance.now();
  const done = await doneBefore(context, plan.source);
  if (done) return done;
  const batchId = newId<BatchId>();
  const release = await holdBatchLock(pool, batchId);
  try {
    const { actor, ...batch } = { ...plan, sourceName: plan.sourceName.slice(0, SOURCE_NAME_LENGTH) };
    await insertBatch(db, {
      ...batch,
      id: batchId,
      scrapedAt: context.now(),
      checksum: null,
      createdBy: actor.userId,
      jobId: context.job?.id ?? null,
    });
    const result = await readAndStore(context, plan, batchId, read);
    return { ...result, batchId, ms: Math.round(performance.now() - started) };
  } finally {
    await release();
  }
}

type Ended = Omit<BatchResult, 'batchId' | 'ms'>;

async function readAndStore(
  context: ServiceContext,
  plan: BatchPlan,
  batchId: BatchId,
  read: () => Promise<BatchVerdict>,
): Promise<Ended> {
  const { db } = context.database;
  try {
    const verdict = await read();
    return await inTransaction(db, async (trx) => {
      await requireAttempt(trx, context);
      await keepFiles(trx, plan, batchId, verdict.files);
      return await endBatch(trx, plan, batchId, verdict);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const outcome = { accounting: null, validation: null };
    // The first failure is what the caller must hear, also where the database is gone and the batch cannot be ended.
    await failBatch(db, batchId, reason, outcome).catch(() => undefined);
    throw cause;
  }
}

/** Nothing is committed by an attempt that counts no more: cancelled, out of time, or taken over by another worker. */
async function requireAttempt(trx: Db, { job }: ServiceContext): Promise<void> {
  if (job === null || (await holdAttempt(trx, job))) return;
  throw new CodedError(
    'CONFLICT',
    `Attempt ${job.attempt} of job ${job.id} counts no more; nothing of it is stored.`,
  );
}

/** What an earlier attempt of the same job has stored: a retried phase does not repeat it. */
async function doneBefore(
  { database, job }: ServiceContext,
  source: BatchSource,
): Promise<BatchResult | null> {
  if (job === null) return null;
  const batch = await findBatchOfJob(
    database.db,
    job.id,
    source === 'ROSTER' ? ['ROSTER'] : ['MATRIX', 'LIST'],
  );
  if (!batch?.accounting) return null;
  const messages = batch.validation?.messages ?? [];
  return {
    batchId: batch.id,
    state: 'COMPLETE',
    versionId: batch.versionId,
    accounting: batch.accounting,
    messages,
    ms: 0,
  };
}

/** Characters of a file's name, and of what a batch was read from, in the database. */
const NAME_LENGTH = 255;
const SOURCE_NAME_LENGTH = 1024;

async function keepFiles(
  trx: Db,
  plan: BatchPlan,
  batchId: BatchId,
  files: readonly GivenFile[],
): Promise<void> {
  const kept = files.map((file) => ({
    fileName: file.name.slice(0, NAME_LENGTH),
    checksum: checksumOf([file]),
    content: Buffer.from(file.bytes),
  }));
  for (const file of kept) await putSourceFile(trx, { ...file, createdBy: plan.actor.userId });
  await insertBatchFiles(trx, batchId, kept);
}

async function endBatch(trx: Db, plan: BatchPlan, batchId: BatchId, verdict: BatchVerdict): Promise<Ended> {
  const { accounting, messages, store, files } = verdict;
  const validation = toValidationResult(messages);
  const stored = store ? await store(trx, batchId) : null;
  const versionId = stored?.versionId ?? plan.versionId;
  const outcome = {
    accounting,
    validation,
    checksum: checksumOf(files),
    ...(versionId && { versionId }),
    ...(verdict.source && { source: verdict.source }),
    ...(verdict.sourceAsOf && { sourceAsOf: verdict.sourceAsOf }),
  };
  const reason = verdict.reason ?? reasonOf(messages);
  if (stored) await completeBatch(trx, batchId, stored.rows, outcome);
  else await failBatch(trx, batchId, reason, outcome);
  const after = {
    source: plan.source,
    sourceName: plan.sourceName,
    versionId,
    accounting,
    ...(!stored && { reason }),
  };
  await recordChanges(trx, plan.actor, [
    {
      action: stored ? 'BATCH_IMPORTED' : 'BATCH_REFUSED',
      resource: `scrape_batch:${batchId}`,
      hospitalId: plan.hospitalId,
      after,
    },
  ]);
  return { state: stored ? 'COMPLETE' : 'FAILED', versionId, accounting, messages };
}

function reasonOf(messages: readonly ValidationMessage[]): string {
  const errors = messages.filter((message) => message.severity === 'ERROR');
  const [first] = errors;
  if (!first) return 'Nothing could be stored.';
  return errors.length === 1 ? first.text : `${first.text} (and ${errors.length - 1} more errors)`;
}
