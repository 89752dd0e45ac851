declare const brand: unique symbol;
/** A time on a wall clock, `HH:MM`, 00:00 to 23:59. As an end, 00:00 is the end of the day. */
export type ClockTime = string & { readonly [brand]: 'clock-time' };

/** A block of clock hours. An end that is not after its start lies on the next day (equal: 24 hours). */
export interface ClockSpan {
  start: ClockTime;
  end: ClockTime;
}

const DAY_MINUTES = 24 * 60;

/** Minutes after midnight (0 to 1439) to a clock time; 1440 (24:00) becomes 00:00. */
export function toClockTime(minutes: number): ClockTime {
  const wrapped = minutes % DAY_MINUTES;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(wrapped / 60))}:${two(wrapped % 60)}` as ClockTime;
}

/** The clock time of `H:MM`, `HH:MM`, `HHMM` or `HH:MM:SS` text in 24 hours (`24:00` is 00:00), or null. */
export function parseClockTime(text: string): ClockTime | null {
  const match = /^(\d{1,2}):?(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return toClockTime(hour * 60 + minute);
}

export function minuteOfDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How long a span is by the clock, 1 to 1440 minutes. */
export function clockMinutes(span: ClockSpan): number {
  const minutes = minuteOfDay(span.end) - minuteOfDay(span.start);
  return minutes > 0 ? minutes : minutes + DAY_MINUTES;
}

/** `17:00-00:00`, the form in which windows are shown and stored. */
export function spanText(span: ClockSpan): string {
  return `${span.start}-${span.end}`;
}
