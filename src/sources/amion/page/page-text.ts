import { type PageDocument, textOf } from './page-document.ts';

/** The text of a page outside of scripts and drop-downs, table by table. */
export function pageText(page: PageDocument): string {
  const cells = page.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return [page.title, textOf(page.loose), ...cells.map((cell) => textOf(cell.runs))].join('\n');
}
