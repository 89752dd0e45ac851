import { z } from 'zod';
import { REPORT_KINDS } from '#src/domain/roster.ts';
import {
  categoryWord,
  dayTypeWord,
  scenarioWord,
  shiftTypeWord,
  specialtyWord,
  studyTypeWord,
} from './answer-words.ts';
import { accountingSchema, validationSchema } from './response-parts.ts';

const time = z.string().describe('`17:00`');
const sheetSchema = z.object({
  name: z.string(),
  category: categoryWord,
  dayType: dayTypeWord.nullable().describe('null: every day'),
  scenario: scenarioWord.nullable().describe('null: both'),
  start: time,
  end: time,
  positions: z.array(z.string()),
  studies: z.int().describe('rows that list a study'),
  marks: z.int(),
});

const ruleSchema = z.object({
  sheet: z.string(),
  cell: z.string().describe('`B3`'),
  hospital: z.string(),
  study: z.string(),
  label: z.string(),
  studyType: studyTypeWord,
  position: z.string().nullable(),
});

const listShiftSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  date: z.string(),
  shiftType: shiftTypeWord,
  start: time,
  end: time,
  hospital: z.string(),
  studyType: studyTypeWord,
  specialty: specialtyWord,
  coverage: z.int(),
  mandatory: z.boolean(),
});

const workbookCheckSchema = z
  .object({
    layout: z.enum(['matrix', 'list']),
    sheets: z.array(sheetSchema).describe('of a matrix: those that could be read'),
    rules: z.array(ruleSchema).describe('of a matrix: its marked cells'),
    shifts: z.array(listShiftSchema).describe('of a flat list: its rows'),
    accounting: accountingSchema,
    validation: validationSchema,
  })
  .meta({ id: 'WorkbookCheck' });

const rosterCheckSchema = z
  .object({
    reports: z.array(
      z.object({
        file: z.string(),
        kind: z.enum(REPORT_KINDS),
        asOf: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    assignments: z.array(
      z.object({
        line: z.int(),
        name: z.string().nullable().describe('null: `---`, nobody'),
        staffId: z.string().nullable(),
        assignment: z.string(),
        assignmentId: z.string().nullable(),
        date: z.string(),
        start: time,
        end: time,
      }),
    ),
    accounting: accountingSchema,
    validation: validationSchema,
  })
  .meta({ id: 'RosterCheck' });

/** What files say and what is wrong with them, without anything stored. */
export const uploadCheckSchema = z
  .object({
    kind: z.enum(['workbook', 'roster']).describe('told by the content'),
    files: z.array(z.string()),
    workbook: workbookCheckSchema.nullable().describe('a matrix or flat list'),
    roster: rosterCheckSchema.nullable().describe('reports and pages of Amion'),
    truncated: z.boolean().describe('only the first 5,000 rules, shifts or assignments are shown'),
  })
  .meta({ id: 'UploadCheck' });
