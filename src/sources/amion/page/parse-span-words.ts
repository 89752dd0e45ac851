import { type ClockSpan, toClockTime } from '#src/domain/clock-time.ts';

/** `8a`, `10:00 pm`, `5:30p`, `12a`, `noon`, `2200`: a time as pages write it. */
const TIME = String.raw`(?:noon|midnight|\d{1,2}(?::?\d{2})?\s*(?:[apnm]\.?(?:m\.?)?)?)`;
const BETWEEN = String.raw`\s*(?:-|–|—|\bto\b)\s*`;
const SPAN = new RegExp(`^(${TIME})${BETWEEN}(${TIME})$`, 'i');
const SPAN_AT_END = new RegExp(String.raw`(?:^|[\s(])(${TIME}${BETWEEN}${TIME})\)?\s*$`, 'i');
const PART = new RegExp(String.raw`(?<![\d:])(${TIME}${BETWEEN}${TIME})\s*:\s*`, 'gi');

/** The hours of `8a-5p`, `7a to 7a`, `10:00 pm - 1:00 am`, `noon-midnight` or `2200-0700`, or null. */
export function parseSpanWords(text: string): ClockSpan | null {
  const match = SPAN.exec(text.replace(/\s+/g, ' ').trim());
  const start = parseTime(match?.[1] ?? '');
  const end = parseTime(match?.[2] ?? '');
  if (!start || !end || (!start.sure && !end.half) || (!end.sure && !start.half)) return null;
  // A side without am or pm is the one that keeps the span within twelve hours.
  const from = start.sure ? start.minute : within(start.minute, end.minute, 'before');
  const to = end.sure ? end.minute : within(end.minute, start.minute, 'after');
  return { start: toClockTime(from), end: toClockTime(to) };
}

/** Text that ends in hours, such as `ON1 10p-7a`: the text before them, and the hours; null where it does not. */
export function findSpanAtEnd(text: string): { before: string; span: ClockSpan } | null {
  const match = SPAN_AT_END.exec(text);
  const span = parseSpanWords(match?.[1] ?? '');
  return match && span ? { before: text.slice(0, match.index).trim(), span } : null;
}

/**
 * The parts of a split cell's title: `Split shift: 8:00 am - 12:00 pm: A B`, and the next on a line of its own. None
 * where the title names no hours.
 */
export function parseSplitTitle(title: string): { span: ClockSpan | null; name: string; text: string }[] {
  const found = [...title.matchAll(PART)];
  return found.map((match, index) => {
    const rest = title.slice(match.index + match[0].length, found[index + 1]?.index ?? title.length);
    const name = (rest.split(/[\r\n]/)[0] ?? '').replace(/\s+/g, ' ').trim();
    return { span: parseSpanWords(match[1] ?? ''), name, text: `${match[0]}${name}` };
  });
}

interface ClockWord {
  minute: number;
  /** Whether am or pm (or noon, midnight) stands there. */
  half: boolean;
  /** Whether that or a 24-hour form settles the half of the day. */
  sure: boolean;
}

function parseTime(text: string): ClockWord | null {
  const word = text.trim().toLowerCase();
  if (word === 'noon') return { minute: 720, half: true, sure: true };
  if (word === 'midnight') return { minute: 0, half: true, sure: true };
  const match = /^(\d{1,2}?):?(\d{2})?\s*(?:([apnm])[.m]*)?$/.exec(word);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (minute > 59) return null;
  const half = match[3];
  if (half === undefined) {
    return hour > 24
      ? null
      : { minute: hour * 60 + minute, half: false, sure: hour > 12 || /^\d{4}$|^0\d:/.test(word) };
  }
  if (hour < 1 || hour > 12) return null;
  const late = half === 'p' || half === 'n';
  return { minute: ((hour % 12) + (late ? 12 : 0)) * 60 + minute, half: true, sure: true };
}

/** The half-day reading of a time that lies no more than twelve hours before (after) another. */
function within(minute: number, other: number, side: 'before' | 'after'): number {
  const candidates = [minute % 720, (minute % 720) + 720];
  const distance = (at: number): number => (1440 + (side === 'before' ? other - at : at - other)) % 1440;
  return candidates.find((at) => distance(at) > 0 && distance(at) <= 720) ?? minute;
}
