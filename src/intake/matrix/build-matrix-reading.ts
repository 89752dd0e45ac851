/**
 * A spreadsheet as it is read becomes facts: a coverage matrix, one grid a sheet, or a flat list, one shift a row; which of the
 * two its content tells. Worked example: a file whose sheets are called `Mid Weekday Body 5 - 6 pm` and have rows of positions
 * is a matrix; one whose first sheet has `Date, Shift Type, Start, End, Hospital` above its rows is a list.
 */
import { emptyAccounting } from '#src/domain/accounting.ts';
import { type ClockTime, toClockTime } from '#src/domain/clock-time.ts';
import { READING_ERRORS, type ValidationMessage } from '#src/domain/validation.ts';
import type { WorkbookEvent } from '#src/sources/matrix/workbook-event.ts';
import { ListBuilder } from './list-builder.ts';
import { MatrixBuilder } from './matrix-builder.ts';
import { tooLargeMatrix } from './matrix-messages.ts';
import type { BuiltReading, ReadingOptions } from './reading-options.ts';
import { eachSheetRow, type SheetRow } from './sheet-rows.ts';
import type { SheetStart } from './sheet-start.ts';

const DEFAULT_ROLLOVER: ClockTime = toClockTime(8 * 60);
const readingErrors = new Set<string>(READING_ERRORS);

/**
 * Everything that a workbook says, and everything found wrong with it; nothing is thrown for its content. A file that cannot
 * be read to its end gives its fault alone, without facts. Rows are not kept: of a list the shifts, of a matrix one sheet.
 */
export async function buildMatrixReading(
  events: AsyncIterable<WorkbookEvent>,
  options: ReadingOptions,
): Promise<BuiltReading> {
  const matrix = new MatrixBuilder(options, options.rollover ?? DEFAULT_ROLLOVER);
  const list = new ListBuilder(options);
  const workbook = new SheetFeeder(matrix, list, options);
  for await (const event of events) {
    if (event.kind === 'fault') return faultReading(event.message, options);
    if (event.kind === 'sheet') workbook.beginSheet(event);
    else if (!workbook.addRows(eachSheetRow(event.rows)))
      return faultReading(tooLargeMatrix(options.gridCells ?? 0), options);
  }
  workbook.endSheet();
  const layout = options.layout ?? (matrix.sheetsRead === 0 && list.listsFound > 0 ? 'list' : 'matrix');
  const reading = (layout === 'list' ? list : matrix).build();
  const isStored = !reading.messages.some(
    (message) => message.severity === 'ERROR' && readingErrors.has(message.code),
  );
  reading.accounting.stored = isStored ? reading.accounting.accepted : 0;
  return reading;
}

/** Gives each sheet to both builders, as far as either can use it. */
class SheetFeeder {
  private readonly matrix: MatrixBuilder;
  private readonly list: ListBuilder;
  private readonly layout: 'matrix' | 'list' | undefined;
  private sheet: SheetStart | null = null;
  private rows: SheetRow[] = [];
  private keepsRows = false;
  private cells = 0;
  private gridCellsLeft: number;

  constructor(matrix: MatrixBuilder, list: ListBuilder, { layout, gridCells }: ReadingOptions) {
    this.matrix = matrix;
    this.list = list;
    this.layout = layout;
    this.gridCellsLeft = gridCells ?? Number.POSITIVE_INFINITY;
  }

  beginSheet(sheet: SheetStart): void {
    this.endSheet();
    this.sheet = { index: sheet.index, name: sheet.name, hidden: sheet.hidden };
    this.rows = [];
    this.cells = 0;
    this.keepsRows = this.layout !== 'list' && MatrixBuilder.needsRows(sheet);
    this.list.beginSheet(this.sheet);
  }

  /** False where a matrix would be larger than it may. */
  addRows(rows: Iterable<SheetRow>): boolean {
    for (const row of rows) {
      this.cells += row.cells.size;
      if (this.layout !== 'matrix') {
        this.list.addRow(row);
        // The rows of a list are many, and of no use as a grid.
        if (this.list.inList) this.keepsRows = false;
      }
      if (!this.keepsRows) continue;
      this.rows.push(row);
      this.gridCellsLeft -= row.cells.size;
      if (this.gridCellsLeft < 0) return false;
    }
    return true;
  }

  endSheet(): void {
    if (this.sheet === null) return;
    this.list.endSheet(this.cells);
    this.matrix.addSheet(this.sheet, this.keepsRows ? this.rows : [], this.cells);
    this.sheet = null;
  }
}

function faultReading(fault: ValidationMessage, options: ReadingOptions): BuiltReading {
  return {
    layout: options.layout ?? 'matrix',
    sheets: [],
    listed: [],
    shifts: [],
    accounting: emptyAccounting(),
    messages: [fault],
    createdHospitals: [],
  };
}
