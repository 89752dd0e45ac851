import { z } from 'zod';

/** The documents of the command line, as the contract has them; each may have more. */
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.string();
const maybe = text.nullable();

const Message = z.object({
  severity: z.enum(['ERROR', 'WARNING', 'INFO']),
  code: text,
  text: text.min(10),
  context: z.looseObject({ key: text }),
});
const Validation = z.object({ canImport: z.boolean(), canPromote: z.boolean(), messages: z.array(Message) });
const Accounting = z
  .strictObject({ read: z.int(), accepted: z.int(), rejected: z.int(), ignored: z.int(), stored: z.int() })
  .refine(({ read, accepted, rejected, ignored }) => read === accepted + rejected + ignored);

export const CheckDocument = z.strictObject({
  layout: z.enum(['matrix', 'list']),
  sheets: z.array(
    z.strictObject({
      name: text,
      category: z.enum(['MID', 'ON', 'DAY']),
      dayType: z.enum(['WEEKEND', 'WEEKDAY']).nullable(),
      scenario: z.enum(['BODY', 'NEURO']).nullable(),
      ...{ start: clock, end: clock, positions: z.array(text), studies: z.int(), marks: z.int() },
    }),
  ),
  rules: z.array(
    z.looseObject({
      sheet: text,
      cell: text,
      hospital: text,
      study: text,
      label: text,
      studyType: text,
      position: text,
    }),
  ),
  shifts: z.array(
    z.looseObject({
      ...{
        sheet: text,
        row: z.int(),
        date,
        shiftType: text,
        start: clock,
        end: clock,
        hospital: text,
        studyType: text,
      },
      ...{ specialty: text, coverage: z.int(), mandatory: z.boolean() },
    }),
  ),
  accounting: Accounting,
  validation: Validation,
});

export const CheckAmionDocument = z.strictObject({
  reports: z.array(
    z.strictObject({
      file: text,
      kind: text,
      asOf: instant.nullable(),
      from: date.nullable(),
      to: date.nullable(),
    }),
  ),
  assignments: z.array(
    z.strictObject({
      ...{
        line: z.int(),
        name: maybe,
        staffId: maybe,
        assignment: text,
        assignmentId: maybe,
        date,
        start: clock,
        end: clock,
      },
    }),
  ),
  accounting: Accounting,
  validation: Validation,
});

const counts = z.strictObject({ desired: z.int(), assigned: z.int() });
const Gap = z.looseObject({
  ...{
    scheduleDate: date,
    hospital: text,
    study: text,
    from: instant,
    to: instant,
    position: maybe,
    person: maybe,
  },
  cause: z.enum(['NO_RULE', 'POSITION_EMPTY', 'SPECIALTY_MISMATCH', 'NOT_LISTED', 'NO_WINDOW']),
});
const coverageKeys = {
  ...{ from: date, to: date, shiftInstances: z.int(), full: z.int(), partial: z.int(), uncovered: z.int() },
  ...{ mismatched: z.int(), percentage: z.number(), byPosition: z.record(text, counts) },
  studyHours: z.strictObject({ required: z.number(), covered: z.number() }),
  ...{ gaps: z.array(Gap), queryCount: z.int() },
};
export const Coverage = z.strictObject(coverageKeys);
export const CoverageDocument = z.strictObject({ ...coverageKeys, validation: Validation });

const Version = z.strictObject({ id: z.uuid(), status: text, department: text, from: date, to: date });
export const RunDocument = z.strictObject({
  version: Version.nullable(),
  phases: z.array(
    z.strictObject({
      phase: z.enum(['ODS_IMPORT', 'AMION_IMPORT', 'COVERAGE']),
      state: z.enum(['COMPLETE', 'FAILED', 'SKIPPED']),
      ...{
        batchId: z.uuid().nullable(),
        accounting: Accounting.nullable(),
        validation: Validation,
        ms: z.int(),
      },
    }),
  ),
  coverage: z.unknown(),
  validation: Validation,
  refusal: maybe,
});

export const WhoDocument = z.strictObject({
  ...{ department: text, timeZone: text, version: z.uuid(), asOf: instant.nullable() },
  answers: z.array(
    z.strictObject({
      ...{
        at: instant,
        hospital: text,
        study: text,
        label: text,
        studyType: z.enum(['BODY', 'NEURO', 'GENERAL']),
      },
      reader: z.strictObject({ name: text, email: text, phone: maybe, pager: maybe }).nullable(),
      cause: maybe,
      because: z.strictObject({
        ...{
          scheduleDate: date,
          window: maybe,
          scenario: maybe,
          position: maybe,
          shiftType: maybe,
          person: maybe,
        },
        rule: z.strictObject({ file: text, sheet: text, cell: text }).nullable(),
        assignment: z
          .strictObject({ source: text, report: maybe, line: z.int().nullable(), text: maybe })
          .nullable(),
      }),
      until: instant.nullable(),
      next: z.strictObject({ name: maybe, cause: maybe }).nullable(),
    }),
  ),
});

/** The codes of a document's messages of one severity, in order. */
export function codesOf(document: { validation: z.infer<typeof Validation> }, severity: string): string[] {
  return document.validation.messages
    .filter((message) => message.severity === severity)
    .map(({ code }) => code);
}
