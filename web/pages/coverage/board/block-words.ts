import { causeText } from '#web/words/causes.ts';
import { clockFrom } from '#web/words/moments.ts';
import type { Run } from './board-chunk.ts';

/** Px that a letter takes in a block, and what its edges take. */
const LETTER = 6.4;
const EDGES = 10;
const SHORTEST = 17;

/** What a block says within its width, in px: name, else initials, else nothing; of a hole its cause, else a mark. */
export function blockText({ reader, cause, position }: Run, width: number): string {
  const fits = (text: string): boolean => text.length * LETTER + EDGES <= width;
  if (width < SHORTEST) return '';
  if (cause !== null) {
    const whole = causeText(cause, { position, person: reader?.name ?? null });
    const words = [whole, 'No reader'].find((text) => fits(`! ${text}`));
    return words ? `! ${words}` : '!';
  }
  if (!reader) return '';
  return fits(reader.name) ? reader.name : reader.initials;
}

/** The whole of it, for whoever cannot see the block or rests the pointer on it; has in it whatever the block says. */
export function blockLabel({ from, to, scheduleDate, reader, cause, position }: Run): string {
  const hours = `${clockFrom(from, scheduleDate)} to ${clockFrom(to, scheduleDate)}`;
  if (cause !== null)
    return `${hours}: no reader. ${causeText(cause, { position, person: reader?.name ?? null })}`;
  return `${hours}: ${reader ? `${reader.initials}, ${reader.name}` : 'nobody'}${position ? `, ${position}` : ''}`;
}
