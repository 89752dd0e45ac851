/**
 * From the bytes of a file to everything it says: the reader works in a thread of its own, so that a file made to harm takes
 * only that thread with it. Worked example: `april.ods` with 12 sheets gives 268 marks as rules, 23 of a side grid ignored.
 */
import { readWorkbookInWorker } from '#src/sources/matrix/read-workbook-in-worker.ts';
import { DEFAULT_LIMITS, type WorkbookLimits } from '#src/sources/matrix/workbook-limits.ts';
import { buildMatrixReading } from './build-matrix-reading.ts';
import type { BuiltReading, ReadingOptions } from './reading-options.ts';

/** Reads a coverage matrix or flat list (.ods, .xlsx, .csv); whatever is wrong with it stands in its messages. */
export async function readMatrix(
  file: { name: string; bytes: Uint8Array },
  options: ReadingOptions & { limits?: WorkbookLimits | undefined },
): Promise<BuiltReading> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const events = readWorkbookInWorker(file.bytes, file.name, limits);
  return await buildMatrixReading(events, { gridCells: limits.gridCells, ...options });
}
