/**
 * R12: names compare without case, accents, punctuation, titles and degrees, and with `Last, First` turned.
 *
 * `Castellanos-Wu, Mei`, `Dr. Mei Castellanos Wu` and `MEI CASTELLANOS-WU, MD` have one key.
 */
const TITLES = new Set(['dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'dame']);
const DEGREES = new Set(
  'md phd dphil mbbs mbchb mbbch bmbs bsc msc mph mba mha facr frcr frcpc fsir dabr dds dmd pharmd mscr'.split(
    ' ',
  ),
);
/** Degrees that are last names too: taken for a degree only behind a comma, with full stops, or in capitals beside a mixed-case name. */
const DEGREES_OR_NAMES = new Set('do ma ba bs ms rn np pa pac jd'.split(' '));
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ|ð/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe');

interface NameWord {
  key: string;
  raw: string;
}

/** Words of one comma segment: letters and digits only, `M.D.` as `md`, hyphenated names apart. */
const wordsOf = (segment: string): NameWord[] =>
  segment
    .split(/[\s\u00a0_/-]+/)
    .map((raw) => ({ raw, key: plain(raw).replace(/[^\p{L}\p{N}]+/gu, '') }))
    .filter(({ key }) => key !== '');

const isCertainDegree = ({ key, raw }: NameWord, shouting: boolean): boolean =>
  DEGREES.has(key) ||
  (DEGREES_OR_NAMES.has(key) && (raw.includes('.') || (!shouting && raw === raw.toUpperCase())));

const isAnyDegree = ({ key }: NameWord): boolean => DEGREES.has(key) || DEGREES_OR_NAMES.has(key);

/** Without the titles before and the degrees behind; a person's only word stays. */
function bareWords(words: NameWord[], shouting: boolean): NameWord[] {
  const bare = [...words];
  while (bare.length > 1 && TITLES.has(bare[0]?.key ?? '')) bare.shift();
  for (let last = bare.at(-1); last && bare.length > 1 && isCertainDegree(last, shouting); last = bare.at(-1))
    bare.pop();
  return bare;
}

/** Words of the name in the order first, last, suffix. */
export function nameWords(name: string): string[] {
  const shouting = name === name.toUpperCase();
  const [head = [], ...rest] = name
    .split(',')
    .map(wordsOf)
    .filter((words) => words.length > 0);
  // `Do, Anna`: the given name stands first behind the comma; `Smith, John, MD` and `John Smith, MD` end in degrees.
  const given =
    rest.find((words) => !words.every((word) => isAnyDegree(word) || SUFFIXES.has(word.key))) ?? [];
  const loose = rest.filter((words) => words !== given).flat();
  const named = [...bareWords(given, shouting), ...bareWords(head, shouting)];
  const suffixed = [...named, ...loose].filter((word) => SUFFIXES.has(word.key) && word !== named[0]);
  return [...named.filter((word) => !suffixed.includes(word)), ...suffixed].map((word) => word.key);
}

/** One key for all spellings of a name; empty where the text holds no letter. */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}
