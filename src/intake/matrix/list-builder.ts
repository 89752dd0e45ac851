/**
 * A workbook of flat lists, row by row, keeping only shifts. Worked example: a title in row 1, the header in row 3, shifts in
 * rows 4 to 90, `Total | 87` in row 92: 88 rows read, 87 accepted, 1 rejected with its reason.
 */
import { emptyAccounting } from '#src/domain/accounting.ts';
import type { ListShift } from '#src/domain/matrix.ts';
import { buildListShift, type ListContext } from './build-list-shift.ts';
import { HospitalNames } from './hospital-names.ts';
import { COLUMN_NAMES, findListHeader, type ListHeader, REQUIRED_COLUMNS } from './list-columns.ts';
import { duplicateRow, listCounts, missingColumn, unknownShiftType } from './list-messages.ts';
import {
  hiddenSheet,
  ignoredColumn,
  noValidSheets,
  unknownHospital,
  unparsedSheet,
} from './matrix-messages.ts';
import { MessageLog } from './message-log.ts';
import { NameFaults } from './name-faults.ts';
import { placeOf } from './place.ts';
import type { BuiltReading, ReadingOptions } from './reading-options.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SheetStart } from './sheet-start.ts';

/** Headings that make a row a header: three where the layout has to be told from it, else two. */
const LEAST_TO_TELL = 3;
const LEAST_WHEN_TOLD = 2;

export class ListBuilder {
  private readonly context: ListContext;
  private readonly accounting = emptyAccounting();
  private readonly shifts: ListShift[] = [];
  /** Where each different shift stood first. */
  private readonly seen = new Map<string, ListShift>();
  private readonly leastHeadings: number;
  private sheet: SheetStart = { index: -1, name: '', hidden: false };
  private header: ListHeader | null = null;
  private rowsInSheet = 0;
  private cellsAside = new Map<number, number>();
  private lists = 0;

  constructor(options: ReadingOptions) {
    this.leastHeadings = options.layout === 'list' ? LEAST_WHEN_TOLD : LEAST_TO_TELL;
    this.context = {
      hospitals: new HospitalNames(options.hospitals, options.createHospitals ?? false),
      log: new MessageLog(),
      unknownHospitals: new NameFaults(),
      unknownShiftTypes: new NameFaults(),
    };
  }

  /** How many sheets with a list there are so far. */
  get listsFound(): number {
    return this.lists;
  }

  /** Whether the sheet being read has shown a list's header. */
  get inList(): boolean {
    return this.header !== null;
  }

  beginSheet(sheet: SheetStart): void {
    this.sheet = sheet;
    this.header = null;
    this.rowsInSheet = 0;
    this.cellsAside = new Map();
  }

  addRow(row: SheetRow): void {
    if (this.header === null) {
      this.header = findListHeader(row, this.leastHeadings);
      if (this.header && !this.sheet.hidden) this.beginList(this.header);
      return;
    }
    this.rowsInSheet += 1;
    if (this.sheet.hidden) return;
    this.accounting.read += 1;
    for (const column of row.cells.keys()) {
      if (this.header.others.has(column)) this.cellsAside.set(column, (this.cellsAside.get(column) ?? 0) + 1);
    }
    const shift = buildListShift(this.sheet.name, row, this.header, this.context);
    if (shift === null) this.accounting.rejected += 1;
    else this.addShift(shift, this.header);
  }

  /** `cells` is the number of non-empty cells of the sheet. */
  endSheet(cells: number): void {
    const { log } = this.context;
    const { name, hidden } = this.sheet;
    if (hidden) {
      this.accounting.read += this.rowsInSheet;
      this.accounting.ignored += this.rowsInSheet;
      log.add(hiddenSheet(name, this.rowsInSheet, 'rows'));
    } else if (this.header === null) {
      const names = REQUIRED_COLUMNS.map((column) => COLUMN_NAMES[column]).join(', ');
      if (cells > 0) log.add(unparsedSheet(name, `no row of it is a header with ${names}`, cells));
    } else {
      for (const [column, count] of this.cellsAside) {
        const header = this.header.others.get(column) ?? null;
        log.add(ignoredColumn(name, this.header.row, { column, header, cells: count }, 'column of the list'));
      }
    }
  }

  build(): BuiltReading {
    const { log, unknownHospitals, unknownShiftTypes, hospitals } = this.context;
    log.addWhileRoom(unknownShiftTypes.list(unknownShiftType));
    log.addWhileRoom(
      unknownHospitals.list((name, places, count) =>
        unknownHospital(name, places, count, hospitals.findNearest(name)),
      ),
    );
    if (this.lists === 0)
      log.add(noValidSheets('none has a header with Date, Shift Type, Start, End and Hospital'));
    else log.add(listCounts(this.lists, this.accounting));
    return {
      layout: 'list',
      sheets: [],
      listed: [],
      shifts: this.shifts,
      accounting: this.accounting,
      messages: log.list(),
      createdHospitals: hospitals.created,
    };
  }

  private beginList(header: ListHeader): void {
    this.lists += 1;
    for (const column of REQUIRED_COLUMNS) {
      if (!header.columns.has(column))
        this.context.log.add(missingColumn(this.sheet.name, header.row, column));
    }
  }

  private addShift(shift: ListShift, header: ListHeader): void {
    const { sheet, row, ...content } = shift;
    const key = Object.values(content).join('\n');
    const first = this.seen.get(key);
    if (first) {
      this.accounting.ignored += 1;
      this.context.log.addIfRoom('DUPLICATE_ROW', () => {
        const place = placeOf(sheet, header.columns.get('date') ?? 0, row);
        return duplicateRow(place, { sheet: first.sheet, row: first.row });
      });
      return;
    }
    this.seen.set(key, shift);
    this.accounting.accepted += 1;
    this.shifts.push(shift);
  }
}
