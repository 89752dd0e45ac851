import { Temporal } from 'temporal-polyfill';
import { CodedError } from '#src/domain/errors.ts';
import { type EpochMinute, instantsOfLocal } from '#src/domain/zone-clock.ts';

const MINUTE_MS = 60_000;
/** Years of which schedules may be; the database and the calendar know no others for certain. */
const EARLIEST = Date.UTC(1900, 0, 1) / MINUTE_MS;
const LATEST = Date.UTC(3000, 0, 1) / MINUTE_MS;

const WITH_OFFSET = /:.*(?:[zZ]|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * The instants that a text names, in order: with an offset one, a local time of the zone that occurs twice both. BAD_REQUEST
 * for no instant, for one before 1900 or after 2999, and for a local time that the clocks skip.
 */
export function parseInstants(text: string, timeZone: string): EpochMinute[] {
  const found = findInstants(text.trim(), timeZone);
  if (found.some((minute) => minute < EARLIEST || minute >= LATEST)) throw noInstant(text);
  if (found.length > 0) return found;
  throw new CodedError(
    'BAD_REQUEST',
    `${text} does not exist in ${timeZone}: the clocks skip it that night.`,
    { at: text },
  );
}

function findInstants(text: string, timeZone: string): EpochMinute[] {
  try {
    if (WITH_OFFSET.test(text))
      return [Math.floor(Temporal.Instant.from(text).epochMilliseconds / MINUTE_MS) as EpochMinute];
    return instantsOfLocal(
      Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' }),
      timeZone,
    );
  } catch (cause) {
    throw noInstant(text, cause);
  }
}

function noInstant(text: string, cause?: unknown): CodedError {
  const says = `"${text}" is no instant. Write 2026-11-23T02:30 (local time), or with an offset 2026-11-23T02:30-05:00.`;
  return new CodedError('BAD_REQUEST', says, { at: text }, cause);
}
