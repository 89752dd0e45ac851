import { type ClockTime, parseClockTime } from '#src/domain/clock-time.ts';

/** The clock time of `HHMM`, where leading zeros may be lost (`800`, `0`); `2400` is 00:00. Null for anything else. */
export function parseAmionTime(text: string): ClockTime | null {
  const trimmed = text.trim();
  return parseClockTime(/^\d{1,4}$/.test(trimmed) ? trimmed.padStart(4, '0') : trimmed);
}

/** Whether a text was meant as a time, valid or not (`2575`). */
export function looksLikeTime(text: string): boolean {
  return /^(\d{1,4}|\d{1,2}:\d{2})$/.test(text.trim());
}
