/** How much of a file is read before it is refused: a spreadsheet of a few kilobytes can unfold without end. */
export interface WorkbookLimits {
  /** Bytes of the file as it came. */
  uploadBytes: number;
  /** Bytes of everything that is unpacked from it, together. */
  inflatedBytes: number;
  /** Non-empty cells of all sheets; repeated ones count as often as they are repeated. */
  cells: number;
  sheets: number;
  /** Non-empty cells of all sheets of a matrix, which are kept while their sheet is read; repeated ones count, too. */
  gridCells: number;
  /** Characters of one text, tag or comment of the XML, and of one line of a CSV file. */
  tokenCharacters: number;
  /** Milliseconds that reading may take in a worker thread. */
  timeoutMs: number;
  /** Megabytes of heap that a worker thread may use. */
  heapMegabytes: number;
}

export const DEFAULT_LIMITS: WorkbookLimits = {
  uploadBytes: 20 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  cells: 1_000_000,
  sheets: 1_000,
  gridCells: 100_000,
  tokenCharacters: 1024 * 1024,
  timeoutMs: 30_000,
  heapMegabytes: 128,
};
