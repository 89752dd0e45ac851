import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';
import { CodedError } from '#src/domain/errors.ts';
import { type BatchId, type JobId, parseId, type RosterEntryId, type VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { parseScheduleDate, scheduleDateFault } from '#src/domain/schedule-dates.ts';
import { parseShiftType, SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import { parseUtcInstant } from '#src/domain/utc-instant.ts';

function orRefuse<T>(value: T | null, text: string): T {
  if (value === null) throw new CodedError('BAD_REQUEST', text);
  return value;
}

/** Values of arguments; each throws BAD_REQUEST with what to write instead. */
export const parseDate = (text: string, option: string): LocalDate =>
  orRefuse(parseScheduleDate(text), `${option}: ${scheduleDateFault(text)}`);

/** The ends of a span, each by itself; `requireSpan` judges the two. */
export const parseFrom = (text: string): LocalDate => parseDate(text, '--from');
export const parseTo = (text: string): LocalDate => parseDate(text, '--to');

export const parseTime = (text: string): ClockTime =>
  orRefuse(parseClockTime(text), `"${text}" is no time of day. Write it as 07:00 (24 hours).`);

export const parseShift = (text: string): ShiftType =>
  orRefuse(parseShiftType(text), `"${text}" is no shift type. Write one of ${SHIFT_TYPES.join(', ')}.`);

export const parseVersionId = (text: string): VersionId =>
  orRefuse(parseId<VersionId>(text), `"${text}" is no version id. See schedcu versions list.`);

export const parseBatchId = (text: string): BatchId =>
  orRefuse(parseId<BatchId>(text), `"${text}" is no import id. See schedcu imports list.`);

export const parseJobId = (text: string): JobId =>
  orRefuse(parseId<JobId>(text), `"${text}" is no job id. See schedcu jobs list.`);

export const parseEntryId = (text: string): RosterEntryId =>
  orRefuse(parseId<RosterEntryId>(text), `"${text}" is no id of an entry. See schedcu changes list.`);

/** One of a few words, however they are capitalised; null where the option is left out. */
export function parseOneOf<T extends string>(
  text: string | undefined,
  known: readonly T[],
  what: string,
): T | null {
  if (text === undefined) return null;
  const found = known.find((each) => each === text.toUpperCase()) ?? null;
  return orRefuse(found, `"${text}" is no ${what}. Write one of ${known.join(', ')}.`);
}

export function parseCount(text: string): number {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
  return orRefuse(count, `"${text}" is no number. Write it in digits, like 2.`);
}

/** An instant as text in UTC; of a date the first moment there. */
export const parseInstant = (text: string): string =>
  orRefuse(
    parseUtcInstant(text),
    `"${text}" is no date and no instant. Write 2026-04-18, or 2026-04-18T02:30-04:00.`,
  );
