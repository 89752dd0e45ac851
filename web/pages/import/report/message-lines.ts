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

/** The same of a part of a message that has lines of its own. */
export function linesOfOne(told: Record<string, unknown>): LinePlace[] {
  const places = Array.isArray(told['places']) ? told['places'].filter(isRecord).flatMap(linesOfPlace) : [];
  if (places.length > 0) return places;
  const lines = Array.isArray(told['lines']) ? told['lines'] : [told['line']];
  return lines.flatMap((line) => linesOfPlace({ file: told['file'], line }));
}

function linesOfPlace({ file, line }: Record<string, unknown>): LinePlace[] {
  if (typeof line !== 'number') return [];
  return [{ file: typeof file === 'string' && file !== '' ? file : null, line }];
}
