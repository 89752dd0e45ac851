import Table from 'cli-table3';
import stringWidth from 'string-width';

/** Rows under a header; null is shown as `-`. */
export interface TextTable {
  headers: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** A part of an answer for people: lines, or a table. */
export type TextBlock = string | TextTable;

export const textTable = (headers: TextTable['headers'], rows: TextTable['rows']): TextTable => ({
  headers,
  rows,
});

/** Below this a column is not narrowed, and no line is broken. */
const NARROWEST = 10;
const BETWEEN = '  ';

/**
 * The blocks as text. At a terminal of `columns` long lines are broken between words and indented, and the widest columns of
 * a table are narrowed; null (a file, a pipe) leaves every line whole.
 */
export function layOut(blocks: readonly TextBlock[], columns: number | null): string {
  return blocks
    .map((block) => (typeof block === 'string' ? layOutLines(block, columns) : layOutTable(block, columns)))
    .join('\n');
}

function layOutLines(text: string, columns: number | null): string {
  if (columns === null || columns < 4 * NARROWEST) return text;
  return text
    .split('\n')
    .flatMap((line) => breakLine(line, columns))
    .join('\n');
}

/** What follows on a new line stands two columns further in than the line itself. */
function breakLine(line: string, columns: number): string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ''}  `;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S)(?= +\S)/)) {
    if (current.trim() !== '' && stringWidth(current + word) > columns) {
      lines.push(current);
      current = indent + word.trimStart();
    } else current += word;
  }
  return [...lines, current];
}

const BARE = {
  ...{
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
  },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
  middle: BETWEEN,
};

function layOutTable({ headers, rows }: TextTable, columns: number | null): string {
  if (rows.length === 0) return 'None.';
  const head = headers.map((header) => header.toUpperCase());
  const body = rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '-' : String(cell))));
  const table = new Table({
    ...{ head, chars: BARE, wordWrap: columns !== null },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    ...(columns !== null && { colWidths: fitWidths([head, ...body], columns) }),
  });
  table.push(...body);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Widths of columns that fit together; none is made narrower than its longest word, so that ids stay whole. */
function fitWidths(lines: readonly (readonly string[])[], columns: number): number[] {
  const most = (column: number, parts: (cell: string) => string[]): number =>
    Math.max(...lines.flatMap((line) => parts(line[column] ?? '').map((part) => stringWidth(part))));
  const widths = (lines[0] ?? []).map((_, column) => most(column, (cell) => [cell]));
  const least = widths.map((_, column) =>
    Math.max(
      NARROWEST,
      most(column, (cell) => cell.split(' ')),
    ),
  );
  const room = columns - BETWEEN.length * (widths.length - 1);
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const spare = widths.map((width, column) => (width > (least[column] ?? width) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
