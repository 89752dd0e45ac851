import { cellsOf, columnOf, rowOf } from '#web/findings/message-cells.ts';
import type { Message } from '#web/findings/message-place.ts';

/** What is said of one cell; the gravest decides its look. */
export interface CellMark {
  severity: Message['severity'];
  messages: Message[];
}

export interface SheetMarks {
  /** By cell: `B3`. */
  cells: ReadonlyMap<string, CellMark>;
  /** By row number: what is said of a row as a whole. */
  rows: ReadonlyMap<number, CellMark>;
  /** Of the sheet as a whole. */
  sheet: CellMark | null;
  /** How many messages are about it, by severity. */
  counts: Record<Message['severity'], number>;
}

const GRAVITY: Record<Message['severity'], number> = { ERROR: 2, WARNING: 1, INFO: 0 };

const NOTHING: ReadonlySet<string> = new Set();

/** Where the messages stand, sheet by sheet; an accepted warning is no more than a note. */
export function markSheets(
  messages: readonly Message[],
  accepted: ReadonlySet<string> = NOTHING,
): Map<string, SheetMarks> {
  const sheets = new Map<string, ReturnType<typeof emptyMarks>>();
  for (const message of messages) {
    const told = new Set<string>();
    const severity = accepted.has(message.context.key) ? 'INFO' : message.severity;
    for (const { sheet, cell, row } of cellsOf(message)) {
      const marks = sheets.get(sheet) ?? emptyMarks();
      sheets.set(sheet, marks);
      if (cell !== null) marks.cells.set(cell, addTo(marks.cells.get(cell), message, severity));
      else if (row !== null) marks.rows.set(row, addTo(marks.rows.get(row), message, severity));
      else marks.sheet = addTo(marks.sheet ?? undefined, message, severity);
      if (!told.has(sheet)) marks.counts[severity] += 1;
      told.add(sheet);
    }
  }
  return sheets;
}

const emptyMarks = () => ({
  cells: new Map<string, CellMark>(),
  rows: new Map<number, CellMark>(),
  sheet: null as CellMark | null,
  counts: { ERROR: 0, WARNING: 0, INFO: 0 },
});

export const NO_MARKS: SheetMarks = emptyMarks();

function addTo(mark: CellMark | undefined, message: Message, severity: Message['severity']): CellMark {
  if (!mark) return { severity, messages: [message] };
  const graver = GRAVITY[severity] > GRAVITY[mark.severity] ? severity : mark.severity;
  return { severity: graver, messages: [...mark.messages, message] };
}

/** Marked cells in reading order: what one steps through. */
export const markedCells = ({ cells }: SheetMarks): string[] =>
  [...cells.keys()].toSorted((a, b) => rowOf(a) - rowOf(b) || columnOf(a) - columnOf(b));
