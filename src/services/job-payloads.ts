import { z } from 'zod';
import type { JobId, VersionId } from '#src/domain/ids.ts';
import { parseId } from '#src/domain/ids.ts';
import type { JobType } from '#src/domain/job.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import {
  type DateSpan,
  parseScheduleDate,
  periodFault,
  scheduleDateFault,
} from '#src/domain/schedule-dates.ts';
import { isTimeZone } from '#src/domain/zone-clock.ts';
import { noTimeZone } from './require-time-zone.ts';

const dateFault = (text: unknown): string => scheduleDateFault(String(text)) ?? '';

const date = z
  .string()
  .refine((text) => parseScheduleDate(text) !== null, { error: ({ input }) => dateFault(input) })
  .transform((text) => text as LocalDate);
const versionId = z
  .string()
  .refine((text) => parseId(text) !== null)
  .transform((text) => text as VersionId);
const jobId = z
  .string()
  .refine((text) => parseId(text) !== null)
  .transform((text) => text as JobId);
/** A kept file: its bytes are in the database, by checksum. */
const file = z.strictObject({
  name: z.string().min(1).max(255),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
const roster = z.union([z.literal('feed'), z.array(file).min(1).max(60)]);
const department = z.string().min(1).max(50);
const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: ({ input }) => noTimeZone(String(input)) });

/** The dates of a new version; those of one that is there already are its own. */
const newPeriod = ({ from, to }: DateSpan, context: z.RefinementCtx): void => {
  const fault = periodFault({ from, to });
  if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.says });
};

/** What each kind of job is told: ids, names and dates, never bytes or secrets. Validated when asked for and when run. */
export const JOB_PAYLOADS = {
  ODS_IMPORT: z
    .strictObject({
      ...{ department, versionId: versionId.nullable(), from: date, to: date, file },
      layout: z.enum(['matrix', 'list']).nullable().default(null),
      createHospitals: z.boolean().default(false),
      allowPartial: z.boolean().default(false),
    })
    .superRefine((order, context) => {
      if (order.versionId === null) newPeriod(order, context);
    }),
  AMION_IMPORT: z.strictObject({ department, versionId, roster, allowPartial: z.boolean().default(false) }),
  COVERAGE: z.strictObject({
    versionId,
    from: date.nullable().default(null),
    to: date.nullable().default(null),
  }),
  WORKFLOW: z
    .strictObject({
      ...{ department, from: date, to: date, matrix: file, roster },
      /** The workflow that this one runs again. */
      like: jobId.nullable().default(null),
      people: file.nullable().default(null),
      hospitals: file.nullable().default(null),
      holidays: z.array(date).nullable().default(null),
      timeZone: timeZone.nullable().default(null),
      createHospitals: z.boolean().default(false),
      allowPartial: z.boolean().default(false),
    })
    .superRefine(newPeriod),
  AMION_PULL: z.strictObject({ department, months: z.int().min(1).max(24) }),
  CLEAN_UP: z.strictObject({}),
} satisfies Record<JobType, z.ZodType>;

export type JobPayload<T extends JobType> = z.output<(typeof JOB_PAYLOADS)[T]>;
/** As the caller writes it: what has a default may be left out. */
export type JobRequest<T extends JobType> = z.input<(typeof JOB_PAYLOADS)[T]>;

/** What is wrong with a payload, in words: where, and what to write. */
export const payloadFaults = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
    .replaceAll('.; ', '. ');
