/**
 * The cells of one row of a flat list by their columns. A cell that cannot be understood is reported where it stands and
 * reads as null, so that the rest of the row is looked at all the same. Worked example: `B7` holds `ON9`, `C7` holds `25:00`:
 * two messages, one for each.
 */
import { collapseSpaces } from '#src/domain/study.ts';
import type { WorkbookCell } from '#src/sources/matrix/workbook-event.ts';
import { type ListColumn, type ListHeader, REQUIRED_COLUMNS } from './list-columns.ts';
import { type CellFault, invalidCell } from './list-messages.ts';
import type { MessageLog } from './message-log.ts';
import type { NameFaults } from './name-faults.ts';
import { type Place, placeOf } from './place.ts';
import type { SheetRow } from './sheet-rows.ts';

export class ListRow {
  private readonly sheet: string;
  private readonly row: SheetRow;
  private readonly header: ListHeader;
  private readonly log: MessageLog;

  constructor(sheet: string, row: SheetRow, header: ListHeader, log: MessageLog) {
    this.sheet = sheet;
    this.row = row;
    this.header = header;
    this.log = log;
  }

  /** Blank cells, and columns that the list does not have, are undefined. */
  cell(column: ListColumn): WorkbookCell | undefined {
    const at = this.header.columns.get(column);
    return at === undefined ? undefined : this.row.cells.get(at);
  }

  /** Where a column stands in this row; the row's first cell for a column that the list does not have. */
  place(column: ListColumn): Place {
    const first = this.row.cells.keys().next().value ?? 0;
    return placeOf(this.sheet, this.header.columns.get(column) ?? first, this.row.row);
  }

  /** The row's texts, for a message. */
  text(): string {
    const texts = [...new Set(this.row.cells.values())].map((cell) => collapseSpaces(cell.text));
    return texts.join(' | ').slice(0, 100);
  }

  /** How many of the columns that every shift needs have content here. */
  filledRequired(): number {
    return REQUIRED_COLUMNS.filter((column) => this.cell(column) !== undefined).length;
  }

  /** How many of them the list has, but this row leaves blank. */
  blankRequired(): number {
    return REQUIRED_COLUMNS.filter(
      (column) => this.header.columns.has(column) && this.cell(column) === undefined,
    ).length;
  }

  required<Value>(
    column: ListColumn,
    code: CellFault,
    parse: (cell: WorkbookCell) => Value | null,
  ): Value | null {
    const cell = this.cell(column);
    if (cell) return this.parse(column, cell, code, parse);
    if (this.header.columns.has(column)) this.report(code, column, '');
    return null;
  }

  optional<Value>(
    column: ListColumn,
    code: CellFault,
    fallback: Value,
    parse: (cell: WorkbookCell) => Value | null,
  ): Value | null {
    const cell = this.cell(column);
    return cell ? this.parse(column, cell, code, parse) : fallback;
  }

  /** A required name; one that `find` does not know joins the faults of its name. */
  named<Value>(column: ListColumn, faults: NameFaults, find: (name: string) => Value | null): Value | null {
    if (!this.header.columns.has(column)) return null;
    const name = collapseSpaces(this.cell(column)?.text ?? '');
    const found = name === '' ? null : find(name);
    if (found === null) faults.add(name, this.place(column));
    return found;
  }

  private parse<Value>(
    column: ListColumn,
    cell: WorkbookCell,
    code: CellFault,
    parse: (cell: WorkbookCell) => Value | null,
  ): Value | null {
    const value = parse(cell);
    if (value === null) this.report(code, column, cell.text);
    return value;
  }

  private report(code: CellFault, column: ListColumn, written: string): void {
    this.log.addIfRoom(code, () => invalidCell(code, column, this.place(column), collapseSpaces(written)));
  }
}
