import { z } from 'zod';
import { shiftTypeWord } from './answer-words.ts';
import { dateAnswer, instantAnswer, rosterPersonSchema } from './response-parts.ts';

const reasonSchema = z
  .object({
    code: z
      .enum([
        ...['HOLDS_IT_ALREADY', 'NOT_ADMITTED', 'LEAVES_GAPS'],
        ...['DOUBLE_BOOKED', 'JUST_OFF_A_NIGHT', 'NIGHT_AFTER', 'SHORT_REST'],
      ] as const)
      .describe(
        'NOT_ADMITTED: may not read what would be theirs; LEAVES_GAPS: others lose their reader; the last three: less than 11 hours of rest',
      ),
    text: z.string().describe('a sentence for people'),
  })
  .meta({ id: 'CandidateReason' });

const restHours = z.number().nullable().describe('elapsed hours; null: no shift of theirs is near');

const candidateSchema = z
  .object({
    person: rosterPersonSchema,
    admitted: z.boolean().describe('with them on, everything that the shift has to read has a reader'),
    free: z.boolean().describe('has no shift in these hours'),
    reasons: z
      .array(reasonSchema)
      .describe('everything that stands against it; none: admitted, free and rested'),
    reads: z.array(z.string()).describe('what they would read, as the matrix writes it'),
    restHours: z.object({
      before: restHours.describe('from their last shift to this one'),
      after: restHours.describe('from this one to their next'),
    }),
    shiftsInMonth: z.int().describe('shifts of the calendar month, by schedule date'),
    nightsInMonth: z.int().describe('those of them on ON1 or ON2'),
  })
  .meta({ id: 'Candidate' });

/** Who may take a shift. */
export const candidatesSchema = z
  .object({
    department: z.string(),
    timeZone: z.string().describe('IANA'),
    version: z.uuid(),
    date: dateAnswer.describe('schedule date'),
    shiftType: shiftTypeWord,
    from: instantAnswer.describe('when the shift, or the part of it, begins'),
    to: instantAnswer,
    candidates: z.array(candidateSchema).describe('every active member of the department, the best first'),
  })
  .meta({ id: 'ShiftCandidates' });
