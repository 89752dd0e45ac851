import type { Zoom } from '../coverage-search.ts';
import type { OpenHours } from './open-hours.ts';

export type BoardZoom = Exclude<Zoom, 'year'>;

/** How many dates fill the board, and the least room of an hour: below it initials would not fit into a window. */
const PLANS: Record<BoardZoom, { dates: number; pxPerHour: number }> = {
  night: { dates: 1, pxPerHour: 30 },
  week: { dates: 7, pxPerHour: 5.5 },
  month: { dates: 31, pxPerHour: 2.9 },
};

/** The width of a date, in px: so many fill the room as the zoom says, as long as that is legible. */
export function dateWidthOf(zoom: BoardZoom, room: number, { from, to }: OpenHours): number {
  const { dates, pxPerHour } = PLANS[zoom];
  return Math.max(Math.floor(room / dates), Math.ceil((to - from) * pxPerHour));
}
