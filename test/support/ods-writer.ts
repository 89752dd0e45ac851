import { writeZip, type ZipEntry } from './zip-writer.ts';

/** A cell: text, number, boolean, `null` for blank, or markup of a `table:table-cell` as it stands. */
export type OdsCell = string | number | boolean | null | { markup: string };

export interface OdsSheet {
  name: string;
  hidden?: boolean;
  /** Rows of cells, or markup of `table:table-row` as it stands. */
  rows: readonly (readonly OdsCell[] | { markup: string })[];
}

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A date, time, formula or other special cell. */
export function odsCell(attributes: string, shown: string): { markup: string } {
  return {
    markup: `<table:table-cell ${attributes}><text:p>${escapeXml(shown)}</text:p></table:table-cell>`,
  };
}

export const odsDate = (iso: string, shown = iso): { markup: string } =>
  odsCell(`office:value-type="date" office:date-value="${iso}"`, shown);

export const odsTime = (hours: number, minutes = 0, shown = ''): { markup: string } =>
  odsCell(
    `office:value-type="time" office:time-value="PT${hours}H${minutes}M00S"`,
    shown || `${hours}:${minutes}`,
  );

/** The content.xml of a workbook. */
export function odsContent(sheets: readonly OdsSheet[]): string {
  const tables = sheets.map(
    (sheet) =>
      `<table:table table:name="${escapeXml(sheet.name)}" table:style-name="${sheet.hidden ? 'ta2' : 'ta1'}">` +
      `<table:table-column table:number-columns-repeated="16384"/>${sheet.rows.map(rowMarkup).join('')}` +
      '<table:table-row table:number-rows-repeated="1047573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
      '</table:table>',
  );
  return odsDocument(tables.join(''));
}

/** A content.xml around the markup of tables. */
export function odsDocument(tables: string): string {
  const style = (name: string, display: boolean): string =>
    `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}"/></style:style>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES} office:version="1.4">` +
    `<office:automatic-styles>${style('ta1', true)}${style('ta2', false)}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  );
}

/** The bytes of an .ods with this content.xml. */
export function packOds(content: string | Uint8Array, more: readonly ZipEntry[] = []): Uint8Array {
  return writeZip([
    { name: 'mimetype', content: ODS_TYPE, stored: true },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ]);
}

/** The bytes of an .ods workbook. */
export function writeOds(sheets: readonly OdsSheet[]): Uint8Array {
  return packOds(odsContent(sheets));
}

function rowMarkup(row: OdsSheet['rows'][number]): string {
  if ('markup' in row) return row.markup;
  const cells = row.map(cellMarkup).join('');
  return `<table:table-row>${cells}<table:table-cell table:number-columns-repeated="${16_384 - row.length}"/></table:table-row>`;
}

function cellMarkup(cell: OdsCell): string {
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'object') return cell.markup;
  if (typeof cell === 'number')
    return odsCell(`office:value-type="float" office:value="${cell}"`, String(cell)).markup;
  if (typeof cell === 'boolean') {
    return odsCell(`office:value-type="boolean" office:boolean-value="${cell}"`, String(cell).toUpperCase())
      .markup;
  }
  return odsCell('office:value-type="string"', cell).markup;
}
