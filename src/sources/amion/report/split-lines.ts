/** One line of a report that is not blank. */
export interface ReportLine {
  /** From 1, blank lines counted. */
  line: number;
  /** Non-breaking spaces made spaces; leading and trailing tabs kept, for they are columns. */
  text: string;
  /** False for a last line without a line end: the body may have been cut off in it. */
  ended: boolean;
}

/** The lines of a text with line ends of any kind. */
export function splitLines(text: string): ReportLine[] {
  const pieces = text.replace(/\u00a0/g, ' ').split(/\r\n|\n|\r/);
  return pieces
    .map((piece, index) => ({ line: index + 1, text: piece, ended: index < pieces.length - 1 }))
    .filter((line) => line.text.trim() !== '');
}
