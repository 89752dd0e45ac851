import { z } from 'zod';
import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { AnyId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';

/** `2026-04-18`, a date of the calendar. */
export const dateField = z.iso.date().transform((text) => text as LocalDate);

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

/** Which part of a list: at most 200 entries, after the one that the cursor of the part before names. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(1000).optional(),
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
  if (from !== undefined && to !== undefined && from > to) {
    throw new CodedError('BAD_REQUEST', `A span cannot end (${to}) before it begins (${from}).`);
  }
  return { from: from ?? null, to: to ?? null };
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
