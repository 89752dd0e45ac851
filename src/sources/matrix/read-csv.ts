import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CellBuilder, MOST_COLUMNS } from './cell-builder.ts';
import { countCsvCells } from './count-csv-cells.ts';
import { isBlank } from './is-blank.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { WorkbookEvent } from './workbook-event.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

const CHUNK = 64 * 1024;
const ROWS_AT_ONCE = 200;
const SAMPLE_LINES = 50;
/** No spreadsheet program shows more; millions of blank lines are read for nothing. */
const MOST_ROWS = 1_048_576;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The rows of comma- or semicolon-separated text as one sheet with the file's name, every cell a text. */
export async function* readCsv(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'windows-1252',
  sheetName: string,
  limits: WorkbookLimits,
): AsyncGenerator<WorkbookEvent> {
  const builder = new CellBuilder(limits);
  builder.beginSheet(sheetName, false);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, CHUNK));
  const delimiter = findDelimiter(head);
  // Reading a million cells takes seconds and much memory: too many are refused before.
  builder.expectCells(countCsvCells(bytes, { delimiter, encoding }, limits.cells));
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.tokenCharacters,
  });
  const source = Readable.from(withoutEndlessLines(decodedPieces(bytes, encoding), delimiter));
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > MOST_ROWS) throw new UnreadableFile('FILE_TOO_LARGE', `has more than ${MOST_ROWS} lines`);
      record.forEach((text, column) => {
        if (!isBlank(text)) builder.addCell(column, 1, { kind: 'text', text });
      });
      builder.endRow(row, 1);
      if (row % ROWS_AT_ONCE === 0) yield* builder.takeEvents();
    }
  } catch (cause) {
    throw asUnreadable(cause, row);
  } finally {
    source.destroy();
  }
  yield* builder.takeEvents();
}

function* decodedPieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const text = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The parser keeps a line until its end: one of nothing but separators, millions of them, would take all memory. */
function* withoutEndlessLines(pieces: Iterable<string>, delimiter: string): Generator<string> {
  const separator = delimiter.charCodeAt(0);
  let separators = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === separator) separators += 1;
      else if (code === LINE_FEED || code === CARRIAGE_RETURN) separators = 0;
      if (separators >= MOST_COLUMNS) {
        throw new UnreadableFile('FILE_TOO_LARGE', `has a line of more than ${MOST_COLUMNS} cells`);
      }
    }
    yield piece;
  }
}

/** The separator that the typical line has more of; a title line above with commas in its prose does not decide. */
export function findDelimiter(head: string): ',' | ';' {
  const lines = head
    .split(/\r\n|\r|\n/)
    .filter((line) => !isBlank(line))
    .slice(0, SAMPLE_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const typical = (sign: string): number => {
    const counts = lines.map((line) => line.split(sign).length - 1).sort((a, b) => a - b);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  };
  return typical(';') > typical(',') ? ';' : ',';
}

function asUnreadable(cause: unknown, row: number): unknown {
  if (!(cause instanceof CsvError)) return cause;
  return cause.code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableFile('FILE_TOO_LARGE', `has too long a line after row ${row}`)
    : new UnreadableFile(
        'CORRUPT_FILE',
        `is broken after row ${row} (${cause.message}); look for an unclosed quotation mark`,
      );
}
