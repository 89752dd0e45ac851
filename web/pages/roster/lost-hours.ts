/**
 * Which hours of a shift are about to be given to somebody else: the whole of it, what is left of it from a moment on, or any.
 * ON2 23:00-08:00, called in sick at 02:30: from 02:30 to 08:00, so that what has been read stays as it was.
 */
import type { ShiftPart } from './roster-grid.ts';

/** Clock times of the hospital. */
export interface Hours {
  start: string;
  end: string;
}

/** What is left of a part at a local time (`2026-12-13T02:30`); null where it has not begun, or is over. */
export function restOf({ from, to }: Pick<ShiftPart, 'from' | 'to'>, at: string): Hours | null {
  const isDuring = from.slice(0, 16) < at && at < to.slice(0, 16);
  return isDuring ? { start: at.slice(11, 16), end: to.slice(11, 16) } : null;
}

/**
 * The hours that an order names for a part: those of its row, so that whoever takes it has the same. None for a row without
 * hours or of 24, which is the whole of its shift.
 */
export function hoursOfRow({ duty }: Pick<ShiftPart, 'duty'>): Hours | null {
  if (!duty?.start || !duty.end || duty.start === duty.end) return null;
  return { start: duty.start, end: duty.end };
}

const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

/** `02:30-08:00` of the address; null where it is none. */
export function parseHours(text: string | undefined): Hours | null {
  if (!text || !HOURS.test(text)) return null;
  const [start = '', end = ''] = text.split('-');
  return { start, end };
}

export const hoursText = ({ start, end }: Hours): string => `${start}–${end}`;
