import type { Message } from '#web/findings/message-place.ts';

/** A line of a report; `file` null: the only one. */
export interface LinePlace {
  file: string | null;
  line: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The lines of a roster's reports that a message is about, in its order. */
export function linesOf({ context }: Message): LinePlace[] {
  const people = context['people'];
  const nested = Array.isArray(people) ? people.filter(isRecord).flatMap(linesOfOne) : [];
  const found = [...linesOfOne(context), ...nested];
  return [...new Map(found.map((place) => [`${place.line} ${place.file}`, place])).values()];
}

function linesOfOne(told: Record<string, unknown>): LinePlace[] {
  const file = typeof told['file'] === 'string' && told['file'] !== '' ? told['file'] : null;
  const lines = Array.isArray(told['lines']) ? told['lines'] : [told['line']];
  return lines.flatMap((line) => (typeof line === 'number' ? [{ file, line }] : []));
}
