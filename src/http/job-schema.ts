import { z } from 'zod';
import { JOB_STATUSES } from '#src/domain/job.ts';

export const jobSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  status: z.enum(JOB_STATUSES),
  payload: z.unknown(),
  result: z.unknown(),
  /** Why it failed: a code for programs, a text for people. Cancelled is FAILED with `CANCELLED`. */
  error: z.object({ code: z.string(), message: z.string().nullable() }).nullable(),
  progress: z
    .object({
      phase: z.string(),
      step: z.string(),
      done: z.number(),
      total: z.number(),
      message: z.string().default(''),
    })
    .nullable(),
  retryCount: z.int(),
  maxRetries: z.int(),
  attempt: z.int(),
  hospitalId: z.string().nullable(),
  requestedBy: z.string().nullable(),
  worker: z.string().nullable(),
  runAfter: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
});
