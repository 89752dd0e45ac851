import { strToU8, zipSync } from 'fflate';

/** A cell's content; null is an empty cell. Times are ISO 8601 durations (`PT19H00M00S`), dates `YYYY-MM-DD`. */
export type OdsCell =
  | null
  | string
  | { date: string }
  | { time: string }
  | { number: number }
  | { flag: boolean }
  /** A formula (`of:=[.B2]`) whose cached value is a text. */
  | { formula: string; text: string };

export interface OdsSheet {
  name: string;
  /** From the first row on; null inside a row is an empty cell, an empty row a blank line. */
  rows: Iterable<readonly OdsCell[]>;
  /** Blank rows repeated to the end of the sheet, as LibreOffice writes them once the whole sheet was formatted. */
  filledToTheEnd?: boolean;
}

const SHEET_COLUMNS = 16_384;
const SHEET_ROWS = 1_048_576;
/** LibreOffice splits the blank end in three: up to the last formatted row, the bulk, the very last row. */
const FORMATTED_ROWS = 1_002;

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = [
  ['office', 'office'],
  ['table', 'table'],
  ['text', 'text'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"')
  .join(' ');

const CONTENT_HEAD = `${DECLARATION}<office:document-content ${NAMESPACES} office:version="1.3"><office:body><office:spreadsheet>`;
const CONTENT_TAIL = '</office:spreadsheet></office:body></office:document-content>';

/** Nothing is styled; some programs refuse a package without the part. */
const STYLES = `${DECLARATION}<office:document-styles ${NAMESPACES} office:version="1.3"/>`;

const MANIFEST = [
  `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`,
  ` <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>`,
  ' <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>',
  ' <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>',
  '</manifest:manifest>\n',
].join('\n');

/** In local parts, because zip entries hold local clock time: the same bytes in every time zone. */
const PACKAGED_AT = new Date(2026, 8, 1, 12, 0, 0);

/** Rows are encoded in slices, so that the text of a large list never stands in memory as a whole. */
const ROWS_PER_SLICE = 1_000;

/**
 * The bytes of an .ods workbook with these sheets, in order, packed as LibreOffice does it: `mimetype` first and stored.
 * The same sheets give the same bytes on every machine.
 */
export function writeOdsWorkbook(sheets: Iterable<OdsSheet>): Uint8Array {
  const slices = [...contentSlices(sheets)].map((slice) => strToU8(slice));
  return zipSync(
    {
      mimetype: [strToU8(MEDIA_TYPE), { level: 0 }],
      'content.xml': new Uint8Array(Buffer.concat(slices)),
      'styles.xml': strToU8(STYLES),
      'META-INF/manifest.xml': strToU8(MANIFEST),
    },
    { mtime: PACKAGED_AT, level: 6 },
  );
}

function* contentSlices(sheets: Iterable<OdsSheet>): Generator<string> {
  yield CONTENT_HEAD;
  for (const sheet of sheets) {
    yield `<table:table table:name="${escapeXml(sheet.name)}"><table:table-column table:number-columns-repeated="${SHEET_COLUMNS}"/>`;
    let used = 0;
    let slice: string[] = [];
    for (const row of sheet.rows) {
      slice.push(rowXml(row));
      used += 1;
      if (slice.length < ROWS_PER_SLICE) continue;
      yield slice.join('');
      slice = [];
    }
    yield `${slice.join('')}${sheet.filledToTheEnd ? blankEndXml(used) : ''}</table:table>`;
  }
  yield CONTENT_TAIL;
}

/** One row; empty cells in sequence are one cell with a repeat count, the last one up to the sheet's edge. */
function rowXml(row: readonly OdsCell[]): string {
  let cells = '';
  let written = 0;
  row.forEach((cell, column) => {
    if (cell === null) return;
    cells += emptyXml(column - written) + cellXml(cell);
    written = column + 1;
  });
  return `<table:table-row>${cells}${emptyXml(SHEET_COLUMNS - written)}</table:table-row>`;
}

function emptyXml(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '<table:table-cell/>' : `<table:table-cell table:number-columns-repeated="${count}"/>`;
}

function blankEndXml(used: number): string {
  const blank = `<table:table-cell table:number-columns-repeated="${SHEET_COLUMNS}"/>`;
  const counts = [FORMATTED_ROWS - used, SHEET_ROWS - FORMATTED_ROWS - 1, 1];
  return counts
    .map((n) => `<table:table-row table:number-rows-repeated="${n}">${blank}</table:table-row>`)
    .join('');
}

function cellXml(cell: Exclude<OdsCell, null>): string {
  if (typeof cell === 'string') return valueXml('office:value-type="string"', cell);
  if ('date' in cell) return valueXml(`office:value-type="date" office:date-value="${cell.date}"`, cell.date);
  if ('time' in cell) {
    return valueXml(`office:value-type="time" office:time-value="${cell.time}"`, clockText(cell.time));
  }
  if ('number' in cell)
    return valueXml(`office:value-type="float" office:value="${cell.number}"`, String(cell.number));
  if ('flag' in cell) {
    return valueXml(
      `office:value-type="boolean" office:boolean-value="${cell.flag}"`,
      cell.flag ? 'TRUE' : 'FALSE',
    );
  }
  return valueXml(`table:formula="${escapeXml(cell.formula)}" office:value-type="string"`, cell.text);
}

const valueXml = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes}><text:p>${textXml(text)}</text:p></table:table-cell>`;

/** `PT19H00M00S` as the cell shows it, `19:00`. */
const clockText = (duration: string): string => duration.replace(/^PT(\d+)H(\d+)M.*$/, '$1:$2');

/** Spaces that XML would collapse are elements: all but one between words, and those at the ends. */
const textXml = (text: string): string =>
  escapeXml(text)
    .replace(/^ +| +$/g, spacesXml)
    .replace(/(?<= ) +/g, spacesXml);

const spacesXml = (spaces: string): string =>
  spaces.length === 1 ? '<text:s/>' : `<text:s text:c="${spaces.length}"/>`;

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
