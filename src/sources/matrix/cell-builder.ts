import { UnreadableFile } from './unreadable-file.ts';
import type { CellContent, WorkbookCell, WorkbookEvent, WorkbookRow } from './workbook-event.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** No spreadsheet program has more columns. */
export const MOST_COLUMNS = 16_384;
const tooLarge = (reason: string): UnreadableFile =>
  new UnreadableFile('FILE_TOO_LARGE', `${reason}; remove what is not needed and save it again`);

/** Collects the sheets and rows that a reader finds, within the limits, until they are handed on. */
export class CellBuilder {
  private readonly limits: WorkbookLimits;
  private events: WorkbookEvent[] = [];
  private rows: WorkbookRow[] = [];
  private cells: WorkbookCell[] = [];
  private cellsInRow = 0;
  private cellsLeft: number;
  private sheets = 0;

  constructor(limits: WorkbookLimits) {
    this.limits = limits;
    this.cellsLeft = limits.cells;
  }

  beginSheet(name: string, hidden: boolean): void {
    if (this.sheets === this.limits.sheets) throw tooLarge(`has more than ${this.limits.sheets} sheets`);
    this.flushRows();
    this.events.push({ kind: 'sheet', index: this.sheets, name, hidden });
    this.sheets += 1;
  }

  /** Refuses what is known to be too much before any of it is read. */
  expectCells(atLeast: number): void {
    if (atLeast > this.cellsLeft) this.refuseCells();
  }

  /** Adds a non-empty cell to the row that is being read; its content becomes the cell. */
  addCell(column: number, span: number, content: CellContent): void {
    if (column + span > MOST_COLUMNS) throw tooLarge(`has cells beyond column ${MOST_COLUMNS}`);
    if (content.text.length > this.limits.tokenCharacters) throw tooLarge('has a cell with too long a text');
    this.cellsInRow += span;
    this.cells.push(Object.assign(content, { column, span }));
    // A row that is repeated without end must fail before it is known how often it is.
    if (this.cellsInRow > this.cellsLeft) this.refuseCells();
  }

  /** Ends the row that is being read; a blank one leaves no trace. */
  endRow(row: number, repeat: number): void {
    if (this.cells.length === 0) return;
    this.cellsLeft -= this.cellsInRow * repeat;
    if (this.cellsLeft < 0) this.refuseCells();
    this.rows.push({ row, repeat, cells: this.cells });
    this.cells = [];
    this.cellsInRow = 0;
  }

  /** What was found since the last call. */
  takeEvents(): WorkbookEvent[] {
    this.flushRows();
    const events = this.events;
    this.events = [];
    return events;
  }

  private flushRows(): void {
    if (this.rows.length === 0) return;
    this.events.push({ kind: 'rows', rows: this.rows });
    this.rows = [];
  }

  private refuseCells(): never {
    throw tooLarge(`has more than ${this.limits.cells} cells with content`);
  }
}
