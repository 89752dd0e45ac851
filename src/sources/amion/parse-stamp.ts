import { toClockTime } from '#src/domain/clock-time.ts';
import { toLocalDate } from '#src/domain/local-date.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const STAMP = /([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2})\s*([ap]m?)?\s+(\d{4})/;

/** 1 to 12 of an English month name or its first three letters, or null. */
export function parseMonthName(text: string): number | null {
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return index < 0 ? null : index + 1;
}

/**
 * The instant of the first stamp in a text such as `as of Apr 28 19:06 2026 US ET`, as ISO 8601 with the offset of US
 * Eastern time, which Amion stamps wherever the hospital is. Null where there is none.
 */
export function parseStamp(text: string): string | null {
  const match = STAMP.exec(text.replace(/\u00a0/g, ' '));
  if (!match) return null;
  const month = parseMonthName(match[1] ?? '');
  const hour = hourOf(Number(match[3]), match[5]);
  const minute = Number(match[4]);
  if (month === null || hour > 23 || minute > 59) return null;
  const date = toLocalDate(Number(match[6]), month, Number(match[2]));
  if (!date) return null;
  const eastern = zoneClock('America/New_York');
  return eastern.present(eastern.instantOf(date, toClockTime(hour * 60 + minute)));
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}
