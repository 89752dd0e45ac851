import { z } from 'zod';
import { holeCauseWord, scenarioWord, specialtyWord, studyTypeWord } from './answer-words.ts';
import { dateAnswer, instantAnswer } from './response-parts.ts';

const runSchema = z
  .object({
    from: instantAnswer,
    to: instantAnswer.describe('the first instant after it'),
    scheduleDate: dateAnswer.describe('the evening that the night begins on'),
    window: z.string().describe('`17:00-00:00`'),
    scenario: scenarioWord
      .nullable()
      .describe('BODY: a body-only reader re-cuts the positions; null: a flat list'),
    position: z.string().nullable().describe('column of the matrix; null: the row has no mark'),
    shiftType: z.string().nullable().describe('of the roster, by which the position is held'),
    person: z
      .int()
      .nullable()
      .describe('place in `people` of whoever holds the position; with a cause they do not read it'),
    cause: holeCauseWord.nullable().describe('why nobody reads it; null: the person reads it'),
  })
  .meta({ id: 'BoardRun' });

const rowSchema = z
  .object({
    hospital: z.string(),
    study: z.string(),
    label: z.string().describe('as the matrix writes it'),
    studyType: studyTypeWord,
    runs: z.array(runSchema).describe('by time, without overlap'),
  })
  .meta({ id: 'BoardRow' });

/** A version as a board: for each study who reads it from when to when. */
export const boardSchema = z
  .object({
    from: dateAnswer.describe('first schedule date shown'),
    to: dateAnswer.describe('last schedule date shown; its night reaches into the day after'),
    timeZone: z.string().describe('IANA'),
    people: z
      .array(z.object({ id: z.uuid(), name: z.string(), specialty: specialtyWord }))
      .describe('everybody who stands in a run, by name'),
    rows: z.array(rowSchema).describe('every study in the order of the matrix: by hospital, then study'),
  })
  .meta({ id: 'Board' });

const holeHours = z.number().describe('elapsed hours');

/** A version date by date: how much of each is covered. */
export const calendarSchema = z
  .object({
    from: dateAnswer,
    to: dateAnswer,
    timeZone: z.string().describe('IANA'),
    days: z
      .array(
        z
          .object({
            date: dateAnswer.describe('schedule date'),
            requiredHours: z.number().describe('elapsed hours of the studies that are listed'),
            coveredHours: z.number().describe('those of them that somebody reads'),
            gaps: z.int(),
            causes: z
              .object({ NO_RULE: holeHours, POSITION_EMPTY: holeHours, SPECIALTY_MISMATCH: holeHours })
              .describe('what the other hours lack'),
          })
          .meta({ id: 'CalendarDay' }),
      )
      .describe('every schedule date from `from` to `to`'),
  })
  .meta({ id: 'CoverageCalendar' });
