import { z } from 'zod';

const counts = {
  from: z.string(),
  to: z.string(),
  shiftInstances: z.int(),
  full: z.int(),
  partial: z.int(),
  uncovered: z.int(),
  mismatched: z.int(),
  percentage: z.number(),
  byPosition: z.record(z.string(), z.object({ desired: z.int(), assigned: z.int() })),
  studyHours: z.object({ required: z.number(), covered: z.number() }),
};

/** A run of a study in one window without a reader who may read it. */
const gapSchema = z.object({
  scheduleDate: z.string(),
  hospital: z.string(),
  study: z.string(),
  from: z.string(),
  to: z.string(),
  cause: z.string(),
  position: z.string().nullable(),
  person: z.string().nullable(),
});

export const coverageSchema = z.object({ ...counts, gaps: z.array(gapSchema), queryCount: z.int() });

/** The same with its gaps only counted. */
export const coverageCountsSchema = z.object({ ...counts, gaps: z.int(), queryCount: z.int() });
