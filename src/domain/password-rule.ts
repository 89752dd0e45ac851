/**
 * Passwords as NIST SP 800-63B-4 asks: long, not among those that are tried first, and no rules of composition.
 */
export const MIN_PASSWORD = 15;
export const MAX_PASSWORD = 256;

/** Words that people build passwords from, and rows of a keyboard. */
const BLOCKED_WORDS = [
  ...[
    'password',
    'passphrase',
    'passwort',
    'secret',
    'letmein',
    'welcome',
    'iloveyou',
    'changeme',
    'default',
  ],
  ...['administrator', 'admin', 'login', 'master', 'access', 'monkey', 'dragon', 'football', 'baseball'],
  ...['sunshine', 'princess', 'superman', 'batman', 'trustno', 'starwars', 'whatever', 'summer', 'winter'],
  ...['spring', 'autumn', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'hospital'],
  ...['radiology', 'radiologist', 'schedule', 'scheduler', 'schedcu', 'amion', 'oncall', 'doctor', 'epic'],
  ...['qwertyuiop', 'qwertzuiop', 'qwerty', 'qwertz', 'azerty', 'asdfghjkl', 'asdf', 'zxcvbnm', 'yxcvbnm'],
  ...['qazwsxedc', 'qazwsx', 'abcdefghijklmnopqrstuvwxyz', 'abcdef', 'abc', 'test', 'user', 'guest', 'root'],
];

/** Long ones that are on every list. */
const BLOCKED_PHRASES = [
  ...['correcthorsebatterystaple', 'thequickbrownfoxjumpsoverthelazydog', 'tobeornottobethatisthequestion'],
  ...['maytheforcebewithyou', 'youshallnotpass', 'opensesameopensesame', 'onetwothreefourfive'],
  ...['thisisapassword', 'thisismypassword', 'passwordpassword', 'donttellanyone', 'mypasswordissecret'],
];

/** What is left of a password without blocked words must be more than a few characters. */
const FEW = 6;

/** Why a password may not be used, with what to do; null where it may. `email` is whose it is to be. */
export function passwordFault(password: string, email: string): string | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < MIN_PASSWORD) {
    return `A password has at least ${MIN_PASSWORD} characters. A sentence is easy to remember.`;
  }
  if (length > MAX_PASSWORD)
    return `A password has at most ${MAX_PASSWORD} characters. Take a shorter sentence.`;
  if (isGuessable(password, email)) {
    return 'This password is easy to guess. Take words that have nothing to do with you or each other.';
  }
  return null;
}

function isGuessable(password: string, email: string): boolean {
  const typed = password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$!]/gu, '');
  const plain = fold(typed);
  if (BLOCKED_PHRASES.some((phrase) => plain.includes(phrase))) return true;
  if (isRepeated(typed)) return true;
  const own = email
    .toLowerCase()
    .split(/[@.+_-]/)
    .filter((part) => part.length > 3);
  return distinctRuns(withoutWords(typed, [...own, ...BLOCKED_WORDS])) < FEW;
}

/** What was typed without the words, also where they are disguised, and without years. */
function withoutWords(typed: string, words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  let rest = typed;
  for (const word of longestFirst) {
    const disguised = fold(word);
    for (let at = fold(rest).indexOf(disguised); at >= 0; at = fold(rest).indexOf(disguised)) {
      rest = rest.slice(0, at) + rest.slice(at + word.length);
    }
  }
  return rest.replace(/(?:19|20)\d\d/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

const LOOKS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `p@ssw0rd` → `password`. */
const fold = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LOOKS[sign] ?? sign);

/** `abcabcabcabcabc`: a short piece again and again. */
const isRepeated = (text: string): boolean => /^(.{1,7}?)\1+.{0,2}$/su.test(text);

/** Characters that neither repeat the one before nor follow it: `aaaa` and `123456789` count one. */
function distinctRuns(text: string): number {
  let runs = 0;
  let before = Number.NaN;
  let step = Number.NaN;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const move = code - before;
    if (!(move === 0 || (Math.abs(move) === 1 && (Number.isNaN(step) || move === step)))) runs += 1;
    step = Math.abs(move) === 1 ? move : Number.NaN;
    before = code;
  }
  return runs;
}
