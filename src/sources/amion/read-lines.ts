import { decodeText } from './decode-text.ts';
import { isPage } from './is-page.ts';
import { textOf } from './page/page-document.ts';
import { pageText } from './page/page-text.ts';
import { parsePage } from './page/parse-page.ts';
import { monthGrids } from './page/read-month-page.ts';
import { findWhosOnTable } from './page/read-whos-on-page.ts';

/** A line of a report, or a row of a page's table, numbered as messages number them: from 1. */
export interface SourceLine {
  line: number;
  text: string;
}

/** Everything of a report or page by line; null for what is no text. */
export interface SourceLines {
  /** What `line` of a message counts there. */
  unit: 'line' | 'row';
  lines: SourceLine[];
}

/**
 * The lines of a report, or the rows of a page's table with ` | ` between their cells. Of a page without a table that is read
 * only what it shows: its markup may hold what opens a session.
 */
export function readLines(bytes: Uint8Array): SourceLines | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  if (!isPage(text)) return { unit: 'line', lines: numbered(text.split(/\r\n|\n|\r/)) };
  const page = parsePage(text);
  const tables = monthGrids(page);
  const table = findWhosOnTable(page);
  const rows = (tables.length > 0 ? tables : table ? [table] : []).flatMap((one) => one.rows);
  if (rows.length === 0) return { unit: 'line', lines: numbered(pageText(page).split('\n')) };
  const shown = rows.map(({ cells }) =>
    cells.map((cell) => textOf(cell.runs).replace(/\n/g, ' ')).join(' | '),
  );
  return { unit: 'row', lines: numbered(shown) };
}

const numbered = (texts: readonly string[]): SourceLine[] =>
  texts.map((text, index) => ({ line: index + 1, text: hideSecrets(text.replace(/\u00a0/g, ' ')) }));

/** Addresses of Amion carry the login, or the token of a session. */
const hideSecrets = (text: string): string => text.replace(/(?<=[?&](?:Lo|File)=)[^&\s"'<>]*/gi, '…');
