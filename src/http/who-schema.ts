import { z } from 'zod';

const becauseSchema = z.object({
  scheduleDate: z.string(),
  window: z.string().nullable(),
  scenario: z.string().nullable(),
  position: z.string().nullable(),
  shiftType: z.string().nullable(),
  person: z.string().nullable(),
  rule: z.object({ file: z.string(), sheet: z.string(), cell: z.string() }).nullable(),
  assignment: z
    .object({
      source: z.string(),
      report: z.string().nullable(),
      line: z.int().nullable(),
      text: z.string().nullable(),
    })
    .nullable(),
});

/** Who reads what at an instant, and why. */
export const whoSchema = z.object({
  department: z.string(),
  timeZone: z.string(),
  version: z.uuid(),
  asOf: z.string().nullable(),
  answers: z.array(
    z.object({
      at: z.string(),
      hospital: z.string(),
      study: z.string(),
      label: z.string(),
      studyType: z.string(),
      reader: z
        .object({
          name: z.string(),
          email: z.string(),
          phone: z.string().nullable(),
          pager: z.string().nullable(),
        })
        .nullable(),
      cause: z.string().nullable(),
      because: becauseSchema,
      until: z.string().nullable().describe('when this answer changes'),
      next: z.object({ name: z.string().nullable(), cause: z.string().nullable() }).nullable(),
    }),
  ),
});
