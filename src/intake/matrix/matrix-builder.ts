/**
 * A workbook of grids, sheet by sheet: the name of a sheet says when it applies, its main grid who reads what then. Worked
 * example: sheet `ON Weekday Neuro 1 am - 8 am` with `x` in `B2`, under ON1 and beside `CPMC CT Neuro`: on nights that begin on
 * a weekday, in scenario NEURO, from 01:00 to 08:00, ON1 reads CT Neuro at CPMC.
 */
import { emptyAccounting } from '#src/domain/accounting.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { ListedStudy, MatrixSheet } from '#src/domain/matrix.ts';
import type { Position } from '#src/domain/shift-type.ts';
import { info, type ValidationMessage } from '#src/domain/validation.ts';
import { buildSheetStudies, type SheetContext } from './build-sheet-studies.ts';
import { findGrids, type SheetGrids } from './find-grids.ts';
import { findMissingStudies } from './find-missing-studies.ts';
import { findOpenHours } from './find-open-hours.ts';
import { findOverlappingWindows } from './find-overlapping-windows.ts';
import { HospitalNames } from './hospital-names.ts';
import {
  hiddenSheet,
  idlePosition,
  ignoredColumn,
  ignoredGrid,
  noValidSheets,
  unknownHospital,
  unparsedSheet,
} from './matrix-messages.ts';
import { MessageLog } from './message-log.ts';
import { NameFaults } from './name-faults.ts';
import { parseSheetName, type SheetTitle } from './parse-sheet-name.ts';
import type { BuiltReading, ReadingOptions } from './reading-options.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SheetStart } from './sheet-start.ts';

/** Collects the facts of one workbook of layout matrix. */
export class MatrixBuilder {
  private readonly sheets: MatrixSheet[] = [];
  private readonly listed: ListedStudy[] = [];
  private readonly context: SheetContext;
  private readonly rollover: ClockTime;

  constructor(options: ReadingOptions, rollover: ClockTime) {
    this.rollover = rollover;
    this.context = {
      hospitals: new HospitalNames(options.hospitals, options.createHospitals ?? false),
      log: new MessageLog(),
      unknownHospitals: new NameFaults(),
      accounting: emptyAccounting(),
    };
  }

  /** Whether rows of the sheet are of use: only their number is, where the name says nothing. */
  static needsRows(sheet: SheetStart): boolean {
    return sheet.hidden || !('reason' in parseSheetName(sheet.name));
  }

  /** How many sheets could be read so far. */
  get sheetsRead(): number {
    return this.sheets.length;
  }

  /** `cells` is the number of non-empty cells, also of rows that were not kept. */
  addSheet(sheet: SheetStart, rows: readonly SheetRow[], cells: number): void {
    const { log } = this.context;
    if (sheet.hidden) {
      this.ignoreHidden(sheet, rows);
      return;
    }
    const title = parseSheetName(sheet.name);
    if ('reason' in title) {
      if (cells > 0) log.add(unparsedSheet(sheet.name, title.reason, cells));
      return;
    }
    const grids = findGrids(rows);
    if (!grids)
      log.add(unparsedSheet(sheet.name, 'no row of it has positions such as ON1 or Mid Body', cells));
    else this.addGrids(sheet, title, grids);
  }

  build(): BuiltReading {
    const { log, accounting, unknownHospitals, hospitals } = this.context;
    log.addWhileRoom(
      unknownHospitals.list((name, places, count) =>
        unknownHospital(name, places, count, hospitals.findNearest(name)),
      ),
    );
    log.addWhileRoom(findMissingStudies(this.sheets, this.listed));
    log.addWhileRoom(findOverlappingWindows(this.sheets, this.listed, this.rollover));
    const openHours = this.sheets.length > 0 ? findOpenHours(this.sheets) : null;
    if (openHours) log.add(openHours);
    if (this.sheets.length === 0) {
      log.add(noValidSheets('none has a name such as "Mid Weekday Body 5 - 6 pm" and a row of positions'));
    } else {
      log.add(this.counts());
    }
    return {
      layout: 'matrix',
      sheets: this.sheets,
      listed: this.listed,
      shifts: [],
      accounting,
      messages: log.list(),
      createdHospitals: hospitals.created,
    };
  }

  private ignoreHidden(sheet: SheetStart, rows: readonly SheetRow[]): void {
    const grids = findGrids(rows);
    let marks = 0;
    for (const { cells } of grids?.rows ?? []) {
      for (const column of grids?.positions.keys() ?? []) if (cells.has(column)) marks += 1;
    }
    for (const side of grids?.sideGrids ?? []) marks += side.marks;
    this.ignore(marks);
    this.context.log.add(hiddenSheet(sheet.name, marks, 'marks'));
  }

  private addGrids(sheet: SheetStart, title: SheetTitle, grids: SheetGrids): void {
    const { log } = this.context;
    const listed = buildSheetStudies(sheet, grids, this.context);
    for (const side of grids.sideGrids) {
      this.ignore(side.marks);
      log.add(ignoredGrid(sheet.name, side));
    }
    for (const column of grids.sideColumns)
      log.add(ignoredColumn(sheet.name, grids.headerRow, column, 'position'));
    const busy = new Set<Position | null>(listed.map((study) => study.position));
    const columns = new Map<Position, number>();
    for (const [column, position] of grids.positions)
      if (!columns.has(position)) columns.set(position, column);
    for (const [position, column] of columns) {
      if (!busy.has(position)) log.add(idlePosition(sheet.name, position, column, grids.headerRow));
    }
    for (const study of listed) this.listed.push(study);
    this.sheets.push({
      name: sheet.name,
      index: sheet.index,
      ...title,
      positions: [...columns.keys()],
      studies: listed.length,
      marks: listed.filter((study) => study.position !== null).length,
    });
  }

  private ignore(marks: number): void {
    this.context.accounting.read += marks;
    this.context.accounting.ignored += marks;
  }

  private counts(): ValidationMessage {
    const hospitals = new Map<string, Set<string>>();
    for (const { hospital, study } of this.listed) {
      const studies = hospitals.get(hospital) ?? new Set();
      hospitals.set(hospital, studies.add(study.toLowerCase()));
    }
    const studies = [...hospitals.values()].reduce((sum, own) => sum + own.size, 0);
    const { read, accepted, rejected, ignored } = this.context.accounting;
    return info(
      'COUNTS',
      `${this.sheets.length} sheets with ${studies} studies of ${hospitals.size} hospitals; ${read} marks read: ${accepted} accepted, ${rejected} rejected, ${ignored} ignored.`,
      [],
      {
        sheets: this.sheets.length,
        studies,
        marks: read,
        hospitals: [...hospitals].map(([hospital, own]) => ({ hospital, studies: own.size })),
      },
    );
  }
}
