import { addDays } from '#web/words/moments.ts';
import type { Zoom } from './coverage-search.ts';

/** So far as one view reaches: a night, a week, or to the first of the month before or after. */
export function moveDate(date: string, zoom: Zoom, direction: 1 | -1): string {
  if (zoom === 'night') return addDays(date, direction);
  if (zoom === 'week') return addDays(date, direction * 7);
  const first = `${date.slice(0, 7)}-01`;
  if (direction === -1) return date > first ? first : `${addDays(first, -1).slice(0, 7)}-01`;
  return `${addDays(first, 31).slice(0, 7)}-01`;
}
