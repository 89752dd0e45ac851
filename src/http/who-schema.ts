import { z } from 'zod';
import { causeWord, scenarioWord, studyTypeWord } from './answer-words.ts';
import { reachableSchema, readerState } from './response-parts.ts';

const becauseSchema = z
  .object({
    scheduleDate: z.string(),
    window: z.string().nullable(),
    scenario: scenarioWord.nullable(),
    position: z.string().nullable(),
    shiftType: z.string().nullable(),
    person: z.string().nullable().describe('who holds the position, also where they may not read it'),
    rule: z.object({ file: z.string(), sheet: z.string(), cell: z.string() }).nullable(),
    assignment: z
      .object({
        source: z.string(),
        report: z.string().nullable(),
        line: z.int().nullable(),
        text: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Because', description: 'The way back to both documents' });

const answerSchema = z
  .object({
    at: z.string(),
    hospital: z.string(),
    study: z.string(),
    label: z.string(),
    studyType: studyTypeWord,
    reader: reachableSchema.nullable(),
    cause: causeWord.nullable(),
    because: becauseSchema,
    until: z.string().nullable().describe('when this answer changes'),
    next: readerState.nullable(),
  })
  .meta({ id: 'WhoAnswer' });

/** Who reads what at an instant, and why. */
export const whoSchema = z
  .object({
    department: z.string(),
    timeZone: z.string(),
    version: z.uuid(),
    asOf: z.string().nullable(),
    answers: z.array(answerSchema),
  })
  .meta({ id: 'WhoAnswers' });
