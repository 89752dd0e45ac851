import { escapeXml } from './ods-writer.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

/** A cell: text (shared), number, boolean, blank, or markup of a `c` element without its reference. */
export type XlsxCell = string | number | boolean | null | { attributes: string; inner: string };

export interface XlsxSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  rows: readonly (readonly XlsxCell[])[];
  /** `A1:B2`. */
  merges?: readonly string[];
}

export interface XlsxOptions {
  from1904?: boolean;
  /** Format codes; cells refer to them by `s`, from 1. */
  formats?: readonly string[];
  /** A prefix for every element, as some programs write. */
  prefix?: string;
  more?: readonly ZipEntry[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A number with the style of a format code, counted from 1. */
export const xlsxNumber = (value: number, style: number): { attributes: string; inner: string } => ({
  attributes: `s="${style}"`,
  inner: `<v>${value}</v>`,
});

/** The bytes of an .xlsx workbook. */
export function writeXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Uint8Array {
  const strings: string[] = [];
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: root(
      'worksheet',
      `<sheetData>${sheet.rows.map((row, at) => rowMarkup(row, at + 1, strings)).join('')}</sheetData>${mergesMarkup(sheet.merges ?? [])}`,
    ),
  }));
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const targets = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="x" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const formats = options.formats ?? [];
  const styles =
    `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts>` +
    `<cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs>`;
  const entries = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: root(
        'workbook',
        `<workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets>`,
      ),
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${targets.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: root('styleSheet', styles) },
    { name: 'xl/sharedStrings.xml', content: root('sst', strings.join('')) },
    ...parts,
  ];
  return writeZip([...entries.map((entry) => prefixed(entry, options.prefix)), ...(options.more ?? [])]);
}

const mergesMarkup = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const root = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inner}</${name}>`;

function prefixed(entry: { name: string; content: string }, prefix: string | undefined): ZipEntry {
  if (prefix === undefined || entry.name.startsWith('[') || entry.name.endsWith('.rels')) return entry;
  const content = entry.content
    .replace('xmlns=', `xmlns:${prefix}=`)
    .replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`);
  return { ...entry, content };
}

function rowMarkup(row: readonly XlsxCell[], number: number, strings: string[]): string {
  const cells = row.map((cell, column) => {
    if (cell === null) return '';
    const reference = `r="${String.fromCharCode(65 + column)}${number}"`;
    if (typeof cell === 'object') return `<c ${reference} ${cell.attributes}>${cell.inner}</c>`;
    if (typeof cell === 'number') return `<c ${reference}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c ${reference} t="b"><v>${Number(cell)}</v></c>`;
    strings.push(`<si><t xml:space="preserve">${escapeXml(cell)}</t></si>`);
    return `<c ${reference} t="s"><v>${strings.length - 1}</v></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}
