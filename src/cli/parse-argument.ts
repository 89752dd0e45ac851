import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';
import { CodedError } from '#src/domain/errors.ts';
import { parseId, type VersionId } from '#src/domain/ids.ts';
import { type LocalDate, parseLocalDate } from '#src/domain/local-date.ts';
import { parseShiftType, SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';

function orRefuse<T>(value: T | null, text: string): T {
  if (value === null) throw new CodedError('BAD_REQUEST', text);
  return value;
}

/** Values of arguments; each throws BAD_REQUEST with what to write instead. */
export const parseDate = (text: string): LocalDate =>
  orRefuse(parseLocalDate(text), `"${text}" is no date. Write it as 2026-04-18.`);

export const parseTime = (text: string): ClockTime =>
  orRefuse(parseClockTime(text), `"${text}" is no time of day. Write it as 07:00 (24 hours).`);

export const parseShift = (text: string): ShiftType =>
  orRefuse(parseShiftType(text), `"${text}" is no shift type. Write one of ${SHIFT_TYPES.join(', ')}.`);

export const parseVersionId = (text: string): VersionId =>
  orRefuse(parseId<VersionId>(text), `"${text}" is no version id. See schedcu versions list.`);

export function parseCount(text: string): number {
  const count = /^\d+$/.test(text.trim()) ? Number(text) : null;
  return orRefuse(count, `"${text}" is no number.`);
}
