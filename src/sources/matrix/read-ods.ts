import { CellBuilder } from './cell-builder.ts';
import { OdsContent } from './ods-content.ts';
import { encrypted, type SpreadsheetPackage } from './read-package.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { WorkbookEvent } from './workbook-event.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { walkXml } from './xml-reader.ts';

const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';
const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;

/** Sheets and rows of an .ods package, in order. */
export async function* readOds(
  file: SpreadsheetPackage,
  limits: WorkbookLimits,
): AsyncGenerator<WorkbookEvent> {
  if (file.has(MANIFEST)) {
    const manifest = await file.inflateText(MANIFEST, MOST_MANIFEST_BYTES);
    if (/<([\w.-]+:)?encryption-data\b/.test(manifest)) throw encrypted();
  }
  const builder = new CellBuilder(limits);
  const content = new OdsContent(builder);
  for await (const _ of walkXml(file.inflate(CONTENT), content, limits.tokenCharacters)) {
    yield* builder.takeEvents();
  }
  yield* builder.takeEvents();
  if (!content.isSpreadsheet) {
    throw new UnreadableFile(
      'INVALID_FILE_TYPE',
      'is an OpenDocument file, but not a spreadsheet; save the schedule as .ods',
    );
  }
}
