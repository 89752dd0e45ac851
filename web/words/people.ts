/** `Greavesend Jr, Ambrose` and `Ambrose Greavesend Jr` → `AG`. */
export function initialsOf(name: string): string {
  const turned = name.includes(',') ? name.split(',').reverse().join(' ') : name;
  const words = turned
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:Jr|Sr|I{1,3}|IV)\.?$/.test(word));
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}

const COLOURS = 12;

/** The colour of a reader: the same on every page and at every load, by name. */
export function readerClass(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `reader-${hash % COLOURS}`;
}

export const SPECIALTY_NAMES: Record<string, string> = {
  BODY_ONLY: 'Body only',
  NEURO_ONLY: 'Neuro only',
  BOTH: 'Body and neuro',
};
