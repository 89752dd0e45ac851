import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { CellValue } from './workbook-event.ts';

/** How a number format shows its numbers. */
export type NumberShape = 'number' | 'date' | 'time';

const SECONDS_A_DAY = 86_400;
/** 9999-12-31, the last day that Excel knows. */
const LAST_DAY = 2_958_465;
const PHANTOM_DAY = 60;
const EPOCH_1900 = '1899-12-31' as LocalDate;
const EPOCH_1900_AFTER_PHANTOM = '1899-12-30' as LocalDate;
const EPOCH_1904 = '1904-01-01' as LocalDate;
const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const builtInTimes = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 45 && id <= 47);

/** The shape of one of Excel's own formats, by number. */
export function builtInShape(id: number): NumberShape {
  if (builtInDates(id)) return 'date';
  return builtInTimes(id) ? 'time' : 'number';
}

/** The shape of a format code: `yyyy-mm-dd` is a date, `[h]:mm` or `h:mm AM/PM` a time. */
export function parseNumberShape(code: string): NumberShape {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/[yd]/.test(bare)) return 'date';
  if (/[hs]|am\/pm/.test(bare)) return 'time';
  return /m/.test(bare) ? 'date' : 'number';
}

/**
 * The value of a day number: days since the end of 1899 (or since 1904-01-01), its fraction the time of day. Day 60 of
 * the 1900 count is a day that never was. Excel keeps a time as a fraction, 24:00 as 1.
 */
export function serialValue(serial: number, shape: 'date' | 'time', from1904: boolean): CellValue {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  if (shape === 'time' && seconds >= 0 && seconds < 2 * SECONDS_A_DAY)
    return { kind: 'time', value: seconds };
  const days = Math.floor(seconds / SECONDS_A_DAY);
  if (days < 0 || days > LAST_DAY) return { kind: 'number', value: serial };
  const epoch = from1904 ? EPOCH_1904 : days < PHANTOM_DAY ? EPOCH_1900 : EPOCH_1900_AFTER_PHANTOM;
  const date = addDays(epoch, days);
  const rest = seconds - days * SECONDS_A_DAY;
  return { kind: 'date', value: rest === 0 ? date : `${date}T${isoTime(rest)}` };
}

function isoTime(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
