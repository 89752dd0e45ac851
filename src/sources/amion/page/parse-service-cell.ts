import type { ClockSpan } from '#src/domain/clock-time.ts';
import { type PageCell, textOf } from './page-document.ts';
import { findSpanAtEnd, parseSpanWords } from './parse-span-words.ts';

/** An assignment as the head of a column (or row) names it. */
export interface Service {
  assignment: string;
  /** Its usual hours; null where the page does not tell them. */
  span: ClockSpan | null;
}

/** `ON1<br>10p-7a`, `ON1 (10p-7a)`, or the name beside an image whose title has the hours. */
export function parseServiceCell(cell: PageCell): Service {
  const words = textOf(cell.runs).split('\n').join(' ');
  const written = findSpanAtEnd(words);
  if (written) return { assignment: written.before, span: written.span };
  const titles = [...cell.images.map((image) => image.title), ...cell.nestedTitles, cell.title];
  return { assignment: words, span: titles.map(parseSpanWords).find((span) => span !== null) ?? null };
}
