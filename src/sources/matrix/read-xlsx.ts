import { CellBuilder } from './cell-builder.ts';
import type { SpreadsheetPackage } from './read-package.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { WorkbookEvent } from './workbook-event.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { type XlsxBook, XlsxContent } from './xlsx-content.ts';
import { CoveredCells, findMerges } from './xlsx-merges.ts';
import { XlsxRelations, XlsxStrings, XlsxStyles, XlsxWorkbook } from './xlsx-parts.ts';
import { readXml, walkXml, type XmlHandler } from './xml-reader.ts';

const FOLDER = 'xl/';
const BYTES_A_CHARACTER = 4;
/** Bytes of a sheet that is looked through for merges: a thousand times a matrix. Larger ones are lists, and read only once. */
const MOST_SEARCHED = 32 * 1024 * 1024;

/** Sheets and rows of an .xlsx package, in the order of its tabs. */
export async function* readXlsx(
  file: SpreadsheetPackage,
  limits: WorkbookLimits,
): AsyncGenerator<WorkbookEvent> {
  const read = async <Handler extends XmlHandler>(name: string, handler: Handler): Promise<Handler> => {
    if (file.has(name)) await readXml(file.inflate(name), handler, limits.tokenCharacters);
    return handler;
  };
  const workbook = await read(`${FOLDER}workbook.xml`, new XlsxWorkbook());
  if (workbook.sheets.length > limits.sheets) {
    throw new UnreadableFile(
      'FILE_TOO_LARGE',
      `has more than ${limits.sheets} sheets; remove what is not needed`,
    );
  }
  const { targets } = await read(`${FOLDER}_rels/workbook.xml.rels`, new XlsxRelations());
  const { shapes } = await read(`${FOLDER}styles.xml`, new XlsxStyles());
  const mostCharacters = Math.floor((limits.heapMegabytes * 1024 * 1024) / BYTES_A_CHARACTER);
  // Texts that occur once each, in more than half of all cells, are no schedule; and all of them are kept.
  const mostTexts = Math.ceil(limits.cells / 2);
  const strings = await read(`${FOLDER}sharedStrings.xml`, new XlsxStrings(mostTexts, mostCharacters));
  const book: XlsxBook = { strings: strings.texts, shapes, from1904: workbook.from1904 };
  const builder = new CellBuilder(limits);
  for (const sheet of workbook.sheets) {
    builder.beginSheet(sheet.name, sheet.hidden);
    const part = partName(targets.get(sheet.relation) ?? '');
    // Chart sheets and macro sheets are tabs without cells.
    if (!/^xl\/(chartsheets|dialogsheets|macrosheets)\//.test(part)) {
      const covered = new CoveredCells(await findMerges(file.lookInto(part, MOST_SEARCHED)));
      const content = new XlsxContent(builder, book, covered);
      for await (const _ of walkXml(file.inflate(part), content, limits.tokenCharacters)) {
        yield* builder.takeEvents();
      }
    }
    yield* builder.takeEvents();
  }
}

/** A target is written from the folder of the workbook, or with a slash from the root of the package. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : FOLDER + target;
}
