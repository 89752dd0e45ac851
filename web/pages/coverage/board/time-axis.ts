import type { DateSpan } from '#web/words/date-span.ts';
import { addDays } from '#web/words/moments.ts';
import type { OpenHours } from './open-hours.ts';
import { zoneMinutes } from './zone-offset.ts';

/**
 * Where the instants of a version stand across the board: one column for each schedule date, as wide as its open hours last
 * by elapsed time. The night in which the clock is put back is an hour wider, the other one narrower.
 */
export interface TimeAxis {
  dates: readonly string[];
  timeZone: string;
  pxPerHour: number;
  /** Left edge of each column in px, and one more: where the last one ends. */
  edges: readonly number[];
  /** First instant of each column. */
  starts: readonly number[];
}

interface AxisPlan {
  span: DateSpan;
  open: OpenHours;
  timeZone: string;
  /** Of a date without a clock change. */
  dateWidth: number;
}

export function newTimeAxis({ span, open, timeZone, dateWidth }: AxisPlan): TimeAxis {
  const { instantOf } = zoneMinutes(timeZone);
  const pxPerHour = dateWidth / (open.to - open.from);
  const axis = { dates: [] as string[], starts: [] as number[], edges: [0] };
  let edge = 0;
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    const start = instantOf(date, open.from);
    edge += Math.round(((instantOf(date, open.to) - start) / 60) * pxPerHour);
    axis.dates.push(date);
    axis.starts.push(start);
    axis.edges.push(edge);
  }
  return { ...axis, timeZone, pxPerHour };
}

export const columnWidth = ({ edges }: TimeAxis, column: number): number =>
  (edges[column + 1] ?? 0) - (edges[column] ?? 0);

/** From the left edge of its column. */
export const offsetIn = ({ starts, pxPerHour }: TimeAxis, column: number, minute: number): number =>
  ((minute - (starts[column] ?? 0)) / 60) * pxPerHour;

/** The column at a distance from the left edge of the board; the nearest where there is none. */
export function columnAt({ edges }: TimeAxis, x: number): number {
  let [low, high] = [0, Math.max(0, edges.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Schedule dates are their own place. -1 for a date that the version has not. */
export function columnOf({ dates }: TimeAxis, date: string): number {
  const [first] = dates;
  if (first === undefined || date < first) return -1;
  const column = Math.round((Date.parse(date) - Date.parse(first)) / 86_400_000);
  return dates[column] === date ? column : -1;
}

export interface Tick {
  x: number;
  /** `17`, on the hospital's clock; of an hour that happens twice both. */
  text: string;
  isMidnight: boolean;
}

/** How many hours lie between two ticks, so that their figures do not touch. */
const STEPS = [1, 2, 3, 6];
const ROOM = 22;
/** What the last one needs before the next column begins. */
const FIGURE = 12;

/** Whole hours of one column; the midnights alone where the figures have no room. */
export function hourTicks(axis: TimeAxis, column: number): Tick[] {
  const { clockAt } = zoneMinutes(axis.timeZone);
  const step = STEPS.find((hours) => hours * axis.pxPerHour >= ROOM) ?? 24;
  const start = axis.starts[column] ?? 0;
  const width = columnWidth(axis, column);
  const ticks: Tick[] = [];
  for (let minute = start; ; minute += 60) {
    const x = offsetIn(axis, column, minute);
    if (x >= width - 1) return ticks;
    const hour = clockAt(minute) / 60;
    const isMidnight = hour === 0;
    const hasRoom = step < 24 && x <= width - FIGURE;
    if (hour % step === 0) ticks.push({ x, text: hasRoom ? String(hour) : '', isMidnight });
  }
}
