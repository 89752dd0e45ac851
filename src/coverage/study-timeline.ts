/**
 * R7 and R9: for each study at each hospital, a time line of who reads it and why, or of the gap's cause.
 *
 * On a Saturday `Mid Weekend … 5 pm - 12 am` and `Mid Weekend 10pm-Midnight` both list Allen US: until 22:00 the first
 * decides, from 22:00 the narrower second. CPMC CT Chest stands only in the first, which then decides until midnight. A row
 * without a mark decides too: the study has no reader (NO_RULE).
 */
import { clockMinutes, spanText } from '../domain/clock-time.ts';
import type { Reader, RosterEntry, ScheduleFacts, ShiftInstance } from '../domain/coverage-facts.ts';
import { eachDate, type LocalDate } from '../domain/local-date.ts';
import { admits, mayRead } from '../domain/specialty.ts';
import { studyKey } from '../domain/study.ts';
import type { EpochMinute, ZoneClock } from '../domain/zone-clock.ts';
import { narrowestCells } from './narrowest-cells.ts';
import type { ShiftHolders } from './shift-holders.ts';
import type { HoleCause, StudyCell, StudyDemand } from './study-cell.ts';
import { buildWindows, computeWindowSlices, type Window, type WindowSlice } from './window-nights.ts';

/** Cells of every study, by `studyKey`, each list in order of time and free of overlap. */
export type StudyTimeline = Map<string, StudyCell[]>;

/** How long the studies of a schedule are asked for and read, in minutes over all of them. */
export interface StudyMinutes {
  required: number;
  covered: number;
}

/** The studies of a schedule: their minutes, whole and by schedule date, and their cells. */
export interface StudyReading extends StudyMinutes {
  byDate: Map<LocalDate, StudyMinutes>;
  cells: StudyTimeline;
}

/** The time line of the schedule dates of `facts`; nights reach into the day after the last date. */
export function computeTimeline(
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
): StudyTimeline {
  return computeReading(facts, holders, clock, true).cells;
}

/** The same with only the cells that nobody reads: the others, of a year 30,000, are counted and not kept. */
export function computeUnread(facts: ScheduleFacts, holders: ShiftHolders, clock: ZoneClock): StudyReading {
  return computeReading(facts, holders, clock, false);
}

function computeReading(
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
  keepsRead: boolean,
): StudyReading {
  const reading: StudyReading = { required: 0, covered: 0, byDate: new Map(), cells: new Map() };
  if (facts.layout === 'matrix') readMatrixWindows(reading, facts, holders, clock, keepsRead);
  else readListWindows(reading, facts, holders, clock, keepsRead);
  for (const [key, cells] of reading.cells) if (cells.length === 0) reading.cells.delete(key);
  return reading;
}

/** Every window offers a cell for each study that it lists: it decides where no narrower one does. */
function readMatrixWindows(
  reading: StudyReading,
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
  keepsRead: boolean,
): void {
  const windows = buildWindows(facts.rules);
  const listings = new Map(windows.map((window) => [window, listingsOf(window, reading)]));
  const slices = eachDate(facts.from, facts.to)
    .flatMap((date) => computeWindowSlices(windows, date, facts, holders, clock))
    .sort((a, b) => a.from - b.from);
  for (const cluster of overlapping(slices)) {
    const [slice] = cluster;
    if (slice && cluster.length === 1) {
      for (const listing of listings.get(slice.window) ?? []) {
        const { person, cause } = readerIn(slice, listing.demand, facts);
        count(reading, slice, cause);
        if (cause !== null || keepsRead) listing.cells.push(toCell(slice, listing.demand, person, cause));
      }
      continue;
    }
    const offers = new Map<StudyCell[], StudyCell[]>();
    for (const each of cluster) {
      for (const { demand, cells } of listings.get(each.window) ?? []) {
        const { person, cause } = readerIn(each, demand, facts);
        addTo(offers, cells, toCell(each, demand, person, cause));
      }
    }
    settle(reading, offers, keepsRead);
  }
}

/** Runs of slices in which each overlaps one before it; `slices` by their start. */
function overlapping(slices: readonly WindowSlice[]): WindowSlice[][] {
  const clusters: WindowSlice[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const slice of slices) {
    if (slice.from >= end) clusters.push([slice]);
    else clusters.at(-1)?.push(slice);
    end = Math.max(end, slice.to);
  }
  return clusters;
}

/** Lets the narrowest of the offers stand; `offers` by the list in which their study's cells are collected. */
function settle(
  reading: StudyReading,
  offers: ReadonlyMap<StudyCell[], StudyCell[]>,
  keepsRead: boolean,
): void {
  for (const [kept, ofStudy] of offers) {
    for (const cell of narrowestCells(ofStudy)) {
      count(reading, cell, cell.cause);
      if (cell.cause !== null || keepsRead) kept.push(cell);
    }
  }
}

function count(
  reading: StudyReading,
  { date, from, to }: Pick<StudyCell, 'date' | 'from' | 'to'>,
  cause: HoleCause | null,
): void {
  const ofDate = reading.byDate.get(date) ?? { required: 0, covered: 0 };
  reading.byDate.set(date, ofDate);
  for (const minutes of [reading, ofDate]) {
    minutes.required += to - from;
    if (cause === null) minutes.covered += to - from;
  }
}

function addTo(offers: Map<StudyCell[], StudyCell[]>, cells: StudyCell[], offer: StudyCell): void {
  const present = offers.get(cells);
  if (present) present.push(offer);
  else offers.set(cells, [offer]);
}

function readerIn(
  { holders }: WindowSlice,
  demand: StudyDemand,
  facts: ScheduleFacts,
): { person: Reader | null; cause: HoleCause | null } {
  const entry = demand.position ? holders.get(demand.position)?.entry : null;
  const person = readerOf(entry ?? null, facts);
  return { person, cause: causeOf(demand, person) };
}

function toCell(
  { window, date, from, to, scenario, holders }: WindowSlice,
  demand: StudyDemand,
  person: Reader | null,
  cause: HoleCause | null,
): StudyCell {
  const holder = demand.position ? holders.get(demand.position) : undefined;
  return {
    ...{ demand, date, from, to, window: window.text, scenario },
    ...{ shiftType: holder?.shiftType ?? null, entry: holder?.entry ?? null, person, cause },
  };
}

/** A study as a sheet lists it, with the place where its cells are collected. */
interface Listing {
  demand: StudyDemand;
  cells: StudyCell[];
}

/** Where a study stands in two rows of a sheet, the first decides. */
function listingsOf({ rules, width }: Window, reading: StudyReading): Listing[] {
  const listings = new Map<StudyCell[], Listing>();
  for (const rule of rules) {
    const { hospital, study, label, studyType, position, sheetIndex } = rule;
    const cells = cellsOf(reading.cells, hospital, study);
    if (listings.has(cells)) continue;
    const place = { position, width, order: sheetIndex };
    listings.set(cells, { demand: { hospital, study, label, studyType, ...place, source: { rule } }, cells });
  }
  return [...listings.values()];
}

/** Each row of a flat list is a window for its study type at its hospital. */
function readListWindows(
  reading: StudyReading,
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
  keepsRead: boolean,
): void {
  const offers = new Map<StudyCell[], StudyCell[]>();
  facts.instances.forEach((instance, order) => {
    const { date, hospital, studyType, shiftType } = instance;
    const { from, to } = placeListRow(instance, clock);
    // Hours that the clock skips in spring ask for nothing.
    if (from >= to) return;
    const study = { hospital, study: studyType, label: `${hospital} ${studyType}`, studyType };
    const place = { position: shiftType, width: clockMinutes(instance), order };
    const demand: StudyDemand = { ...study, ...place, source: { instance } };
    const cells = cellsOf(reading.cells, hospital, studyType);
    for (const run of holders.during(date, shiftType, from, to)) {
      const { entry } = run;
      const person = readerOf(entry, facts);
      addTo(offers, cells, {
        ...{ demand, date, from: run.from, to: run.to, window: spanText(instance), scenario: null },
        ...{ shiftType, entry, person, cause: causeOf(demand, person) },
      });
    }
  });
  settle(reading, offers, keepsRead);
}

/** Dates of a flat list are taken as they stand (R5). */
export function placeListRow(
  instance: Pick<ShiftInstance, 'date' | 'start' | 'end'>,
  clock: ZoneClock,
): { from: EpochMinute; to: EpochMinute } {
  const endDay = instance.end > instance.start ? 0 : 1;
  return {
    from: clock.instantOf(instance.date, instance.start),
    to: clock.instantOf(instance.date, instance.end, endDay),
  };
}

function cellsOf(offered: StudyTimeline, hospital: string, study: string): StudyCell[] {
  const key = studyKey(hospital, study);
  const present = offered.get(key);
  if (present) return present;
  const cells: StudyCell[] = [];
  offered.set(key, cells);
  return cells;
}

function readerOf(entry: RosterEntry | null, { readers }: ScheduleFacts): Reader | null {
  return entry?.personId ? (readers.get(entry.personId) ?? null) : null;
}

function causeOf({ position, studyType, source }: StudyDemand, person: Reader | null): HoleCause | null {
  if (position === null) return 'NO_RULE';
  if (person === null) return 'POSITION_EMPTY';
  const admitted = 'rule' in source || admits(source.instance.constraint, person.specialty);
  return admitted && mayRead(person.specialty, studyType) ? null : 'SPECIALTY_MISMATCH';
}
