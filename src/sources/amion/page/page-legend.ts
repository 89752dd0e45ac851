import type { PageDocument, PageRun } from './page-document.ts';
import { type PagePeople, type PagePerson, withoutMarks } from './page-people.ts';

/** One line of the legend: whose initials these are, in which colour. */
interface LegendEntry {
  initials: string;
  person: PagePerson;
  colour: string | null;
}

/** Whose initials a cell holds; several where neither initials nor colour tell them apart; none where no legend says. */
export type FindInitials = (initials: string, colour: string | null) => PagePerson[];

/**
 * Reads the legend of a page whose cells hold initials: in any table but the grid or in the text around it, initials and
 * name in neighbouring cells or in one text (`NA - Abernathy, Nora`, `Abernathy, Nora (NA)`).
 */
export function readLegend(
  page: PageDocument,
  grids: PageDocument['tables'],
  initials: Set<string>,
  people: PagePeople,
): FindInitials {
  const rows = page.tables
    .filter((table) => !grids.includes(table))
    .flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.runs)));
  const entries = [...rows, [page.loose]].flatMap((cells) => entriesOf(cells, initials, people));
  return (text, colour) => {
    const known = entries.filter((entry) => entry.initials === text);
    const named = distinct(known);
    if (named.length < 2) return named;
    const coloured = distinct(known.filter((entry) => sameColour(entry.colour, colour)));
    return coloured.length === 1 ? coloured : named;
  };
}

const BLACK = '#000000';
const sameColour = (a: string | null, b: string | null): boolean => (a ?? BLACK) === (b ?? BLACK);

function distinct(entries: LegendEntry[]): PagePerson[] {
  return [...new Map(entries.map(({ person }) => [person.staffId ?? person.name, person])).values()];
}

interface Piece {
  text: string;
  colour: string | null;
}

function entriesOf(cells: PageRun[][], initials: Set<string>, people: PagePeople): LegendEntry[] {
  const lines = cells.map(linesOf);
  const whole = lines.flat().flatMap((line) => combined(line, initials, people));
  const pieces = lines.flat(2);
  const single = pieces.flatMap((piece) => combined([piece], initials, people));
  const paired = pairs(pieces, initials, people);
  return paired.length > 0 ? paired : single.length > 0 ? single : whole;
}

/** Initials and name in neighbouring pieces, whichever comes first in the row. */
function pairs(pieces: Piece[], initials: Set<string>, people: PagePeople): LegendEntry[] {
  const trimmed = pieces.map((piece) => ({
    ...piece,
    text: piece.text.replace(/^[\s=:–-]+|[\s=:–-]+$/g, ''),
  }));
  const filled = trimmed.filter((piece) => piece.text !== '');
  const leads =
    filled.findIndex((piece) => initials.has(piece.text)) <=
    filled.findIndex((piece) => isName(piece.text, initials, people));
  return filled.flatMap((piece, index) => {
    const other = filled[leads ? index + 1 : index - 1];
    if (!initials.has(piece.text) || !other || !isName(other.text, initials, people)) return [];
    return [
      { initials: piece.text, person: personOf(other.text, people), colour: piece.colour ?? other.colour },
    ];
  });
}

/** Characters of a text that may be one line of a legend. */
const LONGEST = 120;

/** Initials and name in one text. */
function combined(line: Piece[], initials: Set<string>, people: PagePeople): LegendEntry[] {
  const text = line
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > LONGEST) return [];
  const colour = line.find((piece) => piece.colour !== null)?.colour ?? null;
  const first = /^(\S+?)\s*(?:[-=:–]\s*|\s)(.+)$/.exec(text);
  const last = /^(.+?)\s*(?:[-=:–(]\s*|\s)(\S+?)\)?$/.exec(text);
  const readings: [string | undefined, string | undefined][] = [
    [first?.[1], first?.[2]],
    [last?.[2], last?.[1]],
  ];
  return readings.flatMap(([mark, name]) => {
    if (mark === undefined || name === undefined || !initials.has(mark) || !isName(name, initials, people))
      return [];
    return [{ initials: mark, person: personOf(name, people), colour }];
  });
}

function isName(text: string, initials: Set<string>, people: PagePeople): boolean {
  if (people.find(text)) return true;
  return !initials.has(text) && /\p{L}{2,}[,\s]+\S*\p{L}/u.test(text) && !/\d{3}|@/.test(text);
}

const personOf = (text: string, people: PagePeople): PagePerson =>
  people.find(text) ?? { name: withoutMarks(text), staffId: null };

/** The lines of a cell, each in pieces of one colour; blanks between pieces of a line belong to none. */
function linesOf(runs: PageRun[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else if (!run.footnote && run.text.trim() !== '')
      lines.at(-1)?.push({ text: run.text, colour: run.colour });
  }
  return lines.filter((line) => line.length > 0);
}
