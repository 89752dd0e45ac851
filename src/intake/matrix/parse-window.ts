/**
 * The block of hours in a sheet's name, in the spellings of chief schedulers. `5 - 6 pm` is 17:00-18:00: a start without
 * am or pm takes the end's. `11 - 1 pm` is 11:00-13:00, for with the end's it would last 14 hours. `10pm-Midnight` is
 * 22:00-00:00, `12am-1am` 00:00-01:00, `17:30-23:00` itself; `17.30` too, for spreadsheets allow no colon in a sheet's name.
 */
import { type ClockSpan, toClockTime } from '#src/domain/clock-time.ts';

type Half = 'am' | 'pm';

interface WrittenTime {
  hour: number;
  minute: number;
  half: Half | null;
  /** Written so that it can only be meant on 24 hours: `17:30`, `08`, `0`. */
  on24: boolean;
}

export interface FoundWindow {
  span: ClockSpan;
  /** The name without the window. */
  rest: string;
}

const TIME = String.raw`((?:12\s?)?(?:midnight|noon)|\d{1,2}(?:[:.]?\d{2})?)\s*(?:([ap])\.?(?:\s?m\.?)?)?`;
const window = new RegExp(
  String.raw`(?<![\p{L}\d:.])${TIME}\s*(?:-|\b(?:to|until|till)\b)\s*${TIME}(?![\p{L}\d:])`,
  'iu',
);
const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;

/** The window in a text, or null where there is none or it cannot be told (`5 - 6`). An end of 00:00 is the day's end. */
export function findWindow(text: string): FoundWindow | null {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-');
  const match = window.exec(plain);
  if (!match) return null;
  const start = parseWritten(match[1] ?? '', match[2]);
  const end = parseWritten(match[3] ?? '', match[4]);
  const minutes = start && end && resolve(start, end);
  if (!minutes) return null;
  const rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
  return { span: { start: toClockTime(minutes.start), end: toClockTime(minutes.end) }, rest };
}

function parseWritten(text: string, half: string | undefined): WrittenTime | null {
  const word = text.toLowerCase().replace(/^12\s?(?=[mn])/, '');
  if (word === 'midnight' || word === 'noon') {
    return half === undefined
      ? { hour: 12, minute: 0, half: word === 'noon' ? 'pm' : 'am', on24: false }
      : null;
  }
  const digits = word.replace(/[:.]/, '');
  const hour = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minute = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    return { hour, minute, half: half.toLowerCase() === 'p' ? 'pm' : 'am', on24: false };
  }
  return { hour, minute, half: null, on24: hour > 12 || word.startsWith('0') };
}

function resolve(start: WrittenTime, end: WrittenTime): { start: number; end: number } | null {
  const startHalf = start.half ?? (start.on24 ? null : end.half);
  const endHalf = end.half ?? (end.on24 ? null : start.half);
  // Both bare: `5 - 6` may be morning or evening; minutes or an hour past twelve show a 24-hour clock.
  if (startHalf === null && endHalf === null && !isOn24(start, end)) return null;
  let from = minutesOf(start, startHalf);
  let to = minutesOf(end, endHalf);
  if (from === DAY) return null;
  const tooLong = lasts(from, to) > NOON;
  if (tooLong && start.half === null && startHalf !== null) from = otherHalf(from);
  else if (tooLong && end.half === null && endHalf !== null) to = otherHalf(to);
  return { start: from, end: to };
}

const isOn24 = (start: WrittenTime, end: WrittenTime): boolean =>
  start.on24 || end.on24 || start.minute + end.minute > 0;

const minutesOf = (time: WrittenTime, half: Half | null): number =>
  half === null
    ? time.hour * HOUR + time.minute
    : (time.hour % 12) * HOUR + time.minute + (half === 'pm' ? NOON : 0);

/** An end that is not after its start lies on the next day; equal is a whole day. */
const lasts = (from: number, to: number): number => (to > from ? to - from : to - from + DAY);

const otherHalf = (minutes: number): number => (minutes + NOON) % DAY;
