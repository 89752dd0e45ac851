import { CsvError, parse } from 'csv-parse/sync';
import { error, type ValidationMessage } from '../../domain/validation.ts';
import { decodeText } from '../amion/decode-text.ts';
import { findDelimiter } from '../matrix/read-csv.ts';

/** One row under a header; a column that the file doesn't have is ''. */
export interface TableRow {
  /** Line of the file from 1. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

export interface TableReading {
  file: string;
  rows: TableRow[];
  messages: ValidationMessage[];
}

const MAX_BYTES = 5 * 1024 * 1024;

/** Header names compare without case, spaces and underscores: `Time Zone` is time_zone. */
const headerKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/**
 * A CSV file (comma or semicolon, UTF-8 or Windows-1252) with one header row, as rows of text without spaces at the ends.
 * Blank rows are left out. A missing required column, a file that is no text or a broken quotation is a message.
 */
export function readTable(file: string, bytes: Uint8Array, required: readonly string[]): TableReading {
  const refuse = (
    code: 'INVALID_FILE_TYPE' | 'FILE_TOO_LARGE' | 'CORRUPT_FILE',
    text: string,
  ): TableReading => ({
    file,
    rows: [],
    messages: [error(code, text, [file], { file })],
  });
  if (bytes.length > MAX_BYTES) return refuse('FILE_TOO_LARGE', `${file} is larger than 5 MB. Split it.`);
  const text = decodeText(bytes);
  if (text === null) return refuse('INVALID_FILE_TYPE', `${file} is no text. Save it as CSV (UTF-8).`);
  try {
    return toReading(file, parseRecords(text), required);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return refuse(
      'CORRUPT_FILE',
      `${file} is broken: ${cause.message}. Look for an unclosed quotation mark.`,
    );
  }
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

function parseRecords(text: string): ParsedRecord[] {
  const options = {
    bom: true,
    trim: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  } as const;
  return parse(text, {
    ...options,
    delimiter: findDelimiter(text.slice(0, 65_536)),
  }) as unknown as ParsedRecord[];
}

function toReading(file: string, records: ParsedRecord[], required: readonly string[]): TableReading {
  const [head, ...body] = records;
  const headers = (head?.record ?? []).map(headerKey);
  const messages = required
    .filter((column) => !headers.includes(column))
    .map((column) => {
      const text = `${file} has no column "${column}". Its first row must name the columns: ${required.join(', ')}.`;
      return error('MISSING_COLUMN', text, [file, column], { file, column });
    });
  const rows = body
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, info }) => ({
      line: info.lines,
      cells: Object.assign(
        Object.create(null),
        Object.fromEntries(headers.map((h, i) => [h, record[i] ?? ''])),
      ),
    }));
  return { file, rows: messages.length > 0 ? [] : rows, messages };
}
