import type { DateSpan } from '#web/words/date-span.ts';
import { addDays } from '#web/words/moments.ts';
import { chunksBetween } from '../board/date-chunks.ts';

/** The schedule dates that stand on paper: a week from the first one in view, the last week of the version at its end. */
export function printedDates(from: string, span: DateSpan): string[] {
  const latest = addDays(span.to, -6);
  const first = from > latest ? (latest < span.from ? span.from : latest) : from;
  return Array.from({ length: 7 }, (_, index) => addDays(first, index)).filter((date) => date <= span.to);
}

/** What of the board has to be there for it. */
export function printedChunks(from: string, span: DateSpan): DateSpan[] {
  const dates = printedDates(from, span);
  return chunksBetween(dates[0] ?? span.from, dates.at(-1) ?? span.from, span);
}
