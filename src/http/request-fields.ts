import { z } from 'zod';
import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';
import type { AnyId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import {
  EARLIEST_DATE,
  LATEST_DATE,
  parseScheduleDate,
  scheduleDateFault,
} from '#src/domain/schedule-dates.ts';
import { requireSpan } from '#src/services/version-span.ts';

const dateFault = (given: unknown): string =>
  (typeof given === 'string' && scheduleDateFault(given)) || 'Write a date, like 2026-04-18.';

/** `2026-04-18`, a date that a schedule may have. */
export const dateField = z.iso
  .date({ abort: true, error: ({ input }) => dateFault(input) })
  .refine((text) => parseScheduleDate(text) !== null, { error: ({ input }) => dateFault(input) })
  .transform((text) => text as LocalDate)
  .describe(`from ${EARLIEST_DATE} to ${LATEST_DATE}`);

/** `07:00`, 24 hours. */
export const timeField = z
  .string()
  .regex(/^([01]?\d|2[0-4]):[0-5]\d$/)
  .refine((text) => parseClockTime(text) !== null)
  .transform((text) => (parseClockTime(text) ?? text) as ClockTime);

/** An id of a row, lower-cased. */
export const idField = <T extends AnyId>() => z.uuid().transform((text) => text.toLowerCase() as T);

/** Path parameters of one row. */
export const idParams = <T extends AnyId>() => z.object({ id: idField<T>() });

/** The code of a hospital or department, as in the matrix. */
export const codeField = z.string().trim().min(1).max(50);
export const codeParams = z.object({ code: codeField });

/** Why something is done; it stands beside it for later readers. */
export const reasonField = z.string().trim().min(1).max(1000);

/** `true` or `false` in a query or form. */
export const flagText = z.stringbool().meta({ type: 'boolean' });

/** The longest sort key, a thousand characters of three bytes each, in Base64. */
const CURSOR_LENGTH = 5000;

/** Which part of a list: at most 200 entries, after the one that the cursor of the part before names. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(CURSOR_LENGTH).optional(),
};

/** An instant as people write it into an address, where a plus sign that nobody escaped arrives as a space. */
export const instantText = z
  .string()
  .min(1)
  .max(64)
  .transform((text) => text.replace(/(T[\d:.]+) (?=\d\d:?\d\d$)/i, '$1+'));

/** Schedule dates, both included. */
export const spanFields = { from: dateField.optional(), to: dateField.optional() };

/** Dates as a request names them: either, both or none. */
interface GivenSpan {
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

/** Null: not named. BAD_REQUEST for an end before the start. */
export function spanOf({ from = undefined, to = undefined }: GivenSpan): {
  from: LocalDate | null;
  to: LocalDate | null;
} {
  const span = { from: from ?? null, to: to ?? null };
  requireSpan(span.from, span.to);
  return span;
}

/** The same for a filter, which has what is named only. */
export function givenSpan({ from, to }: GivenSpan): { from?: LocalDate; to?: LocalDate } {
  spanOf({ from, to });
  return given({ from, to });
}

/** The request of a page, for the services. */
export const pageOf = (query: {
  limit: number;
  cursor?: string | undefined;
}): { limit: number; cursor: string | null } => ({
  limit: query.limit,
  cursor: query.cursor ?? null,
});

/** What is given of an object: keys without a value are left out. */
export function given<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
