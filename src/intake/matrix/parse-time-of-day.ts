/**
 * A time of day as people write it. The hospital's lists have `7:00 PM`, `7 pm`, `7p`, `19:00`, `1900`, `19:00:00`, `Noon`,
 * `Midnight`; `24:00` is the end of a day. Worked example: `7:30 p.m.` is minute 1170, `24:00` minute 1440.
 */
const clock = /^(\d{1,2})(?::?(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?(?:\s?m\.?)?)?$/i;
const DAY = 24 * 60;
const WORDS = new Map([
  ['midnight', 0],
  ['noon', DAY / 2],
]);

/** Minutes after midnight, 0 to 1440 (only for 24:00); null where the text is no time. Seconds are dropped. */
export function parseTimeOfDay(text: string): number | null {
  const written = text.trim();
  const match = clock.exec(written);
  if (!match) return WORDS.get(written.toLowerCase()) ?? null;
  const [, hourText = '', minuteText, secondText, half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59 || Number(secondText ?? 0) > 59) return null;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    return (hour % 12) * 60 + minute + (half.toLowerCase() === 'p' ? DAY / 2 : 0);
  }
  if (minuteText === undefined) return null;
  const minutes = hour * 60 + minute;
  return minutes <= DAY ? minutes : null;
}
