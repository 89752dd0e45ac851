import { z } from 'zod';
import { JOB_STATUSES, JOB_TYPES } from '#src/domain/job.ts';

export const jobStatusWord = z.enum(JOB_STATUSES).meta({ id: 'JobStatus' });
export const jobTypeWord = z.enum(JOB_TYPES).meta({ id: 'JobType' });

const errorSchema = z
  .object({ code: z.string(), message: z.string().nullable() })
  .meta({ id: 'JobError', description: 'A code for programs, a text for people; cancelled is `CANCELLED`' });
export const progressSchema = z
  .object({
    phase: z.string(),
    step: z.string(),
    done: z.number(),
    total: z.number(),
    message: z.string().default('').describe('how far it is, in words'),
  })
  .meta({ id: 'JobProgress', description: '`total` is 0 where it is not known' });

/** Described, not checked: what older releases have stored is answered as it stands. */
const resultSchema = z.unknown().meta({
  id: 'JobResult',
  description: 'What came of it. Which of these there are depends on the type; null while nothing has.',
  type: ['object', 'null'],
  additionalProperties: true,
  properties: {
    batchId: { type: 'string' },
    versionId: { type: ['string', 'null'], description: 'of an import' },
    state: { $ref: '#/components/schemas/ImportState' },
    accounting: { $ref: '#/components/schemas/Accounting' },
    validation: { $ref: '#/components/schemas/Validation' },
    version: { type: ['object', 'null'], description: 'of a workflow', additionalProperties: true },
    phases: { type: 'array', items: { type: 'object', additionalProperties: true } },
    coverage: { anyOf: [{ $ref: '#/components/schemas/CoverageCounts' }, { type: 'null' }] },
    refusal: { type: ['string', 'null'] },
    batch: { type: 'object', description: 'of a pull', additionalProperties: true },
    drifted: { type: 'integer', description: 'of a pull: versions from which it differs' },
  },
});

const jobFields = z.object({
  id: z.uuid(),
  type: z.string().describe('one of JobType; of an older release perhaps another'),
  status: jobStatusWord,
  payload: z.unknown().describe('what it was asked for'),
  result: resultSchema,
  error: errorSchema.nullable().describe('why it failed'),
  progress: progressSchema.nullable(),
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
export const jobSchema = jobFields.meta({ id: 'Job' });
export const askedJobSchema = jobFields
  .extend({ requestedByEmail: z.string().nullable() })
  .meta({ id: 'AskedJob', description: 'A job, with who asked for it' });
