import { findFileKind, requireClaimedKind } from './find-file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readOds } from './read-ods.ts';
import { faultMessage, findUploadFault, UnreadableFile } from './unreadable-file.ts';
import type { WorkbookEvent } from './workbook-event.ts';
import { DEFAULT_LIMITS, type WorkbookLimits } from './workbook-limits.ts';

/**
 * Reads a spreadsheet (.ods, .xlsx or .csv, told by its content) row by row, never more of it in memory than a piece; a
 * name with one of these endings must be true of the content. Whatever is wrong with the file arrives as the last event, a `fault` with its coded message; nothing is thrown for it.
 * `fileName` appears in messages, and names the one sheet of a .csv.
 */
export async function* readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits = DEFAULT_LIMITS,
): AsyncGenerator<WorkbookEvent> {
  try {
    yield* readByKind(bytes, fileName, limits);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    yield { kind: 'fault', message: faultMessage(fileName, cause) };
  }
}

async function* readByKind(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits,
): AsyncGenerator<WorkbookEvent> {
  const tooLarge = findUploadFault(bytes, limits);
  if (tooLarge) throw tooLarge;
  const found = await findFileKind(bytes, limits);
  requireClaimedKind(fileName, found.kind);
  if (found.kind === 'csv') yield* readCsv(bytes, found.encoding, sheetNameOf(fileName), limits);
  else if (found.kind === 'ods') yield* readOds(found.file, limits);
  else {
    // Only .xlsx counts days, and the calendar takes longer to load than a matrix to read.
    const { readXlsx } = await import('./read-xlsx.ts');
    yield* readXlsx(found.file, limits);
  }
}

/** `../shifts/April.csv` is the sheet `April`. */
function sheetNameOf(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
}
