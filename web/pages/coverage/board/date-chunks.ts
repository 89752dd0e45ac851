import type { DateSpan } from '#web/words/date-span.ts';
import { addDays } from '#web/words/moments.ts';

/**
 * The stretch of the board that a date is asked for with: a third of a month (1 to 10, 11 to 20, 21 to its end), within the
 * dates of the version. Short enough that reading one never holds up the scrolling.
 */
export function chunkOf(date: string, span: DateSpan): DateSpan {
  const month = date.slice(0, 7);
  const day = Number(date.slice(8));
  const [first, last] = day <= 10 ? ['01', '10'] : day <= 20 ? ['11', '20'] : ['21', null];
  const from = `${month}-${first}`;
  const to = last === null ? addDays(`${nextMonth(month)}-01`, -1) : `${month}-${last}`;
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
}

/** The stretches that hold the dates from `first` to `last`. */
export function chunksBetween(first: string, last: string, span: DateSpan): DateSpan[] {
  const chunks: DateSpan[] = [];
  for (let date = first; date <= last; ) {
    const chunk = chunkOf(date, span);
    chunks.push(chunk);
    if (chunk.to < date) break;
    date = addDays(chunk.to, 1);
  }
  return chunks;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
