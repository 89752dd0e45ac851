import type { ClockSpan } from '#src/domain/clock-time.ts';
import { type PageCell, type PageRun, textOf } from './page-document.ts';
import { parseSpanWords, parseSplitTitle } from './parse-span-words.ts';

/** One holder of a cell, as written. */
export interface CellPart {
  /** Empty where the cell is open. */
  name: string;
  colour: string | null;
  /** The part's own hours; null where the assignment's usual ones hold. */
  span: ClockSpan | null;
  text: string;
}

/** What a cell of the month grid says. */
export interface ParsedCell {
  parts: CellPart[];
  note: string | null;
  /** The hours that cannot be read, as written. */
  badHours: string | null;
}

/** Parses a cell: none of its parts where the assignment is not run that day (`-`), one without a name where it is open. */
export function parsePageCell(cell: PageCell): ParsedCell {
  const note = cell.images.find((image) => /note/i.test(image.src) && image.title !== '')?.title ?? null;
  const lines = linesOf(cell.runs);
  const text = lines.map((line) => line.text).join(' ');
  if (/^[-–]$/.test(text)) return { parts: [], note, badHours: null };
  const split = cell.images.find((image) => /split/i.test(image.src));
  if (split) return { ...parseSplit(split.title), note };
  const titles = [...cell.nestedTitles, ...cell.images.map((image) => image.title)];
  const written = lines.map((line) => parseSpanWords(line.text)).find((span) => span !== null);
  const span = written ?? titles.map(parseSpanWords).find((found) => found !== null) ?? null;
  const unread =
    span === null
      ? cell.nestedTitles.find((title) => /\d\s*[ap]?m?\s*(?:to|-)\s*\d/i.test(title))
      : undefined;
  const names = lines.filter((line) => parseSpanWords(line.text) === null);
  const parts = names.map(({ text: name, colour }) => ({ name, colour, span, text: name }));
  const open = { name: '', colour: null, span, text: '' };
  return { parts: parts.length > 0 ? parts : [open], note, badHours: unread ?? null };
}

function parseSplit(title: string): Omit<ParsedCell, 'note'> {
  const parts = parseSplitTitle(title);
  const sound = parts.length > 0 && parts.every((part) => part.span !== null);
  return {
    parts: parts.map((part) => ({ ...part, colour: null })),
    badHours: sound ? null : title.replace(/\s+/g, ' ').trim(),
  };
}

/** The lines of a cell, each in the colour of its first word; a line that ends in a comma goes on in the next. */
function linesOf(runs: PageRun[]): { text: string; colour: string | null }[] {
  const lines: { text: string; colour: string | null }[] = [];
  let current: PageRun[] = [];
  const finish = (): void => {
    const text = textOf(current);
    if (text !== '' && !text.endsWith(',')) {
      const first = current.find((run) => !run.footnote && run.text.trim() !== '');
      lines.push({ text, colour: first?.colour ?? null });
    }
    if (!text.endsWith(',')) current = [];
  };
  for (const run of runs) {
    if (run.text === '\n') finish();
    else current.push(run);
  }
  finish();
  const rest = textOf(current);
  if (rest !== '') lines.push({ text: rest, colour: current[0]?.colour ?? null });
  return lines;
}
