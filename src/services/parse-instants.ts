import { Temporal } from 'temporal-polyfill';
import { CodedError } from '#src/domain/errors.ts';
import { addDays } from '#src/domain/local-date.ts';
import { EARLIEST_DATE, LATEST_DATE } from '#src/domain/schedule-dates.ts';
import { type EpochMinute, instantsOfLocal } from '#src/domain/zone-clock.ts';

const MINUTE_MS = 60_000;
/** From the first to the last date of schedules, in UTC. */
const BEGIN = Date.parse(EARLIEST_DATE) / MINUTE_MS;
const END = Date.parse(addDays(LATEST_DATE, 1)) / MINUTE_MS;

const WITH_OFFSET = /:.*(?:[zZ]|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * The instants that a text names, in order: with an offset one, a local time of the zone that occurs twice both. BAD_REQUEST
 * for no instant, for one that names a zone or calendar of its own (`[Asia/Tokyo]`), for one before 1900 or after 2999, and
 * for a local time that the clocks skip.
 */
export function parseInstants(text: string, timeZone: string): EpochMinute[] {
  const found = findInstants(text.trim(), timeZone);
  if (found.some((minute) => minute < BEGIN || minute >= END)) throw noInstant(text);
  if (found.length > 0) return found;
  throw new CodedError(
    'BAD_REQUEST',
    `${text} does not exist in ${timeZone}: the clocks skip it that night.`,
    { at: text },
  );
}

function findInstants(text: string, timeZone: string): EpochMinute[] {
  if (text.includes('[')) throw noInstant(text);
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
