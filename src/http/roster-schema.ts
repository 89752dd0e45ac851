import { z } from 'zod';
import { assignmentSourceWord, shiftTypeWord } from './answer-words.ts';
import { dateAnswer, instantAnswer, rosterPersonSchema } from './response-parts.ts';

const shift = { version: z.uuid(), scheduleDate: dateAnswer, shiftType: shiftTypeWord };
const hours = { from: instantAnswer, to: instantAnswer };

const rosterDutySchema = z
  .object({
    id: z.uuid().describe('of the roster entry'),
    ...{ ...shift, ...hours },
    start: z.string().nullable().describe('hours as the roster gives them, `22:00`; null: it gives none'),
    end: z.string().nullable(),
    person: rosterPersonSchema.nullable().describe('null: the roster says that nobody is on'),
    hospitals: z.array(z.string()).describe('that the shift reads for'),
    reads: z.array(z.string()).describe('what the person reads there, as the matrix writes it'),
    source: assignmentSourceWord.describe('MANUAL, OVERRIDE: entered by hand'),
    reason: z.string().nullable().describe('why it was entered by hand'),
    report: z.string().nullable().describe('file of the roster'),
    line: z.int().nullable(),
  })
  .meta({ id: 'RosterDuty' });

/** The roster of a department as a table: schedule dates by shift types. */
export const rosterSchema = z
  .object({
    department: z.string(),
    timeZone: z.string().describe('IANA'),
    from: dateAnswer,
    to: dateAnswer,
    versions: z
      .array(
        z.object({
          version: z.uuid(),
          from: dateAnswer.describe('first of the dates asked for that it answers'),
          to: dateAnswer,
          asOf: instantAnswer.nullable().describe('of which its roster is; null: none was imported'),
        }),
      )
      .describe('that the answer is made of, by date'),
    days: z.array(
      z.object({
        date: dateAnswer,
        dayType: z.enum(['WEEKDAY', 'WEEKEND']).describe('holidays are WEEKEND'),
        version: z.uuid().nullable().describe('null: no schedule is in force'),
      }),
    ),
    duties: z.array(rosterDutySchema).describe('rows of the roster by time: whole shifts, parts, vacancies'),
    open: z
      .array(z.object({ ...shift, ...hours }).meta({ id: 'OpenShift' }))
      .describe('shifts that the schedule asks for and of which the roster says nothing'),
  })
  .meta({ id: 'Roster' });
