import { CodedError } from '#src/domain/errors.ts';
import { isTimeZone } from '#src/domain/zone-clock.ts';

/** What is wrong with the name of a time zone, and what to write. */
export const noTimeZone = (text: string): string =>
  `"${text}" is no IANA time zone. Write one like America/New_York.`;

/** BAD_REQUEST for what is no time zone. */
export function requireTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new CodedError('BAD_REQUEST', noTimeZone(timeZone), { field: 'timeZone' });
}
