import { z } from 'zod';
import { causeWord } from './answer-words.ts';
import { validationSchema } from './response-parts.ts';

const staffedSchema = z.object({ desired: z.int(), assigned: z.int() }).meta({ id: 'Staffed' });
const counts = {
  from: z.string(),
  to: z.string(),
  shiftInstances: z.int(),
  full: z.int(),
  partial: z.int(),
  uncovered: z.int(),
  mismatched: z.int(),
  percentage: z.number(),
  byPosition: z.record(z.string(), staffedSchema),
  studyHours: z.object({ required: z.number(), covered: z.number() }).meta({ id: 'StudyHours' }),
};

/** A run of a study in one window without a reader who may read it. */
const gapSchema = z
  .object({
    scheduleDate: z.string(),
    hospital: z.string(),
    study: z.string(),
    label: z.string().describe('as the matrix writes it'),
    from: z.string(),
    to: z.string(),
    window: z.string().describe('`17:00-00:00`'),
    cause: causeWord,
    position: z.string().nullable(),
    person: z.string().nullable(),
  })
  .meta({ id: 'Gap' });

const coverageFields = z.object({ ...counts, gaps: z.array(gapSchema), queryCount: z.int() });
export const coverageSchema = coverageFields
  .extend({ validation: validationSchema })
  .meta({ id: 'Coverage' });

/** What was calculated last, whole, as it was presented then. */
const storedSchema = z
  .object({
    calculatedAt: z.string(),
    from: z.string(),
    to: z.string(),
    summary: z.unknown().describe('the coverage as it was presented then'),
  })
  .meta({ id: 'StoredCoverage' });
export const standingCoverageSchema = coverageFields
  .extend({ validation: validationSchema, stored: storedSchema.nullable() })
  .meta({ id: 'StandingCoverage' });

/** The same with its gaps only counted. */
export const coverageCountsSchema = z
  .object({ ...counts, gaps: z.int(), queryCount: z.int() })
  .meta({ id: 'CoverageCounts' });
