/** House rules that no linter can see: names, rooms, sizes, loose ends, migrations. Lists every fault and exits 1. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The most lines that any file may have, and what half and nine in ten product files must stay under. */
const LONGEST = 300;
const HALF_UNDER = 80;
const NINE_IN_TEN_UNDER = 200;
/** Below this many product files a median says nothing. */
const ENOUGH_FILES = 20;

const CODE_FOLDERS = ['bin', 'src', 'web', 'test', 'bench', 'tools'];
const ROOMS = [
  'domain',
  'sources',
  'intake',
  'coverage',
  'repositories',
  'services',
  'jobs',
  'outside',
  'example',
  'http',
  'cli',
  'main',
];
/** Made by others or by a program: their names and sizes are not ours to choose. */
const NOT_OURS = new Set(['node_modules', 'fixtures', 'dist', 'generated']);

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const VAGUE_NAME =
  /^((.*-)?(utils?|helpers?|misc|manager)|common|types|interfaces?|base|(.*-)?v\d+|(.*-)?part-?\d+)$/;
const STATUS_FILE = /(^|[-_ ])(status|progress|summary|completion|complete|todo|handover|notes)\.(md|txt)$/i;
// Written with brackets so that this file does not find itself.
const LOOSE_END = /\b(TO[D]O|FIX[M]E|XX[X])\b|\b(it|test|describe)\.tod[o]\b/;

interface HouseReport {
  faults: string[];
  /** Lines of product files: how many files, the median, and what nine in ten stay within. */
  sizes: { files: number; median: number; nineInTen: number };
}

/** Everything that stands against the house rules under `root`, each fault with its path and what to do. */
export function checkHouse(root: string): HouseReport {
  const code = CODE_FOLDERS.flatMap((folder) => listFiles(root, folder));
  const lengths = code
    .filter((file) => !file.includes('.generated.'))
    .map((file) => ({ file, lines: countLines(path.join(root, file)) }));
  const sizes = measure(lengths.filter(({ file }) => isProduct(file)).map(({ lines }) => lines));
  return {
    faults: [
      ...code.flatMap(nameFaults),
      ...roomFaults(code),
      ...[...listFiles(root, 'docs'), ...rootFiles(root)].flatMap(statusFaults),
      ...lengths
        .filter(({ file, lines }) => lines > LONGEST && !file.endsWith('.sql'))
        .map(
          ({ file, lines }) => `${file}: ${lines} lines; split it by what is asked for (at most ${LONGEST}).`,
        ),
      ...sizeFaults(sizes),
      ...[...code, ...listFiles(root, 'migrations')].flatMap((file) => looseEnds(root, file)),
      ...migrationFaults(root),
    ],
    sizes,
  };
}

function listFiles(root: string, folder: string): string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [inner];
      return NOT_OURS.has(entry.name) ? [] : listFiles(root, inner);
    });
}

const rootFiles = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

const countLines = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

const isProduct = (file: string): boolean => file.startsWith('src/') && !file.endsWith('.test.ts');

function nameFaults(file: string): string[] {
  return file.split('/').flatMap((name) => {
    if (!KEBAB_CASE.test(name)) return [`${file}: "${name}" is not in kebab-case.`];
    const stem = name.split('.')[0] ?? '';
    return VAGUE_NAME.test(stem) ? [`${file}: "${stem}" says nothing; name it for what it does.`] : [];
  });
}

function roomFaults(code: string[]): string[] {
  return code.flatMap((file) => {
    const [folder, room] = file.split('/');
    if (folder !== 'src' || (room !== undefined && ROOMS.includes(room))) return [];
    return [`${file}: no room of the house; put it into one of src/{${ROOMS.join(',')}}.`];
  });
}

const statusFaults = (file: string): string[] =>
  STATUS_FILE.test(path.basename(file))
    ? [`${file}: a status file; the history of the repository tells it.`]
    : [];

/** The median is the middle of the sorted lengths; nine in ten is the length that nine in ten files stay within. */
function measure(lengths: number[]): HouseReport['sizes'] {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { files: sorted.length, median: at(0.5), nineInTen: at(0.9) };
}

function sizeFaults({ files, median, nineInTen }: HouseReport['sizes']): string[] {
  if (files < ENOUGH_FILES) return [];
  const faults: string[] = [];
  if (median >= HALF_UNDER)
    faults.push(`src: the median file has ${median} lines; it must stay under ${HALF_UNDER}.`);
  if (nineInTen >= NINE_IN_TEN_UNDER)
    faults.push(
      `src: one file in ten has ${nineInTen} lines or more; nine in ten stay under ${NINE_IN_TEN_UNDER}.`,
    );
  return faults;
}

function looseEnds(root: string, file: string): string[] {
  return readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const found = LOOSE_END.exec(line);
      return found ? [`${file}:${index + 1}: ${found[0]}; finish it, or open an issue.`] : [];
    });
}

/** Pairs without a missing half or number, and bytes as .sha256sums says: a migration that has run is never edited. */
function migrationFaults(root: string): string[] {
  const names = listFiles(root, 'migrations').map((file) => path.basename(file));
  const sql = names.filter((name) => name.endsWith('.sql'));
  const stems = [...new Set(sql.map((name) => name.replace(/\.(up|down)\.sql$/, '')))];
  const faults = stems.flatMap((stem, index) => {
    const number = String(index + 1).padStart(3, '0');
    const halves = ['up', 'down'].map((way) => `${stem}.${way}.sql`).filter((name) => !sql.includes(name));
    return [
      ...(stem.startsWith(`${number}_`) ? [] : [`migrations/${stem}: expected number ${number}.`]),
      ...halves.map((name) => `migrations/${name}: missing; every migration goes up and down.`),
    ];
  });
  return names.includes('.sha256sums') ? [...faults, ...sumFaults(root, sql)] : faults;
}

function sumFaults(root: string, sql: string[]): string[] {
  const listed = new Map<string, string>();
  for (const line of readFileSync(path.join(root, 'migrations/.sha256sums'), 'utf8').split('\n')) {
    const [sum, name] = line.split(/\s+\*?/);
    if (sum && name) listed.set(name, sum);
  }
  const missing = [...listed.keys()].filter((name) => !sql.includes(name));
  return [
    ...missing.map((name) => `migrations/${name}: listed in .sha256sums, but not there.`),
    ...sql.flatMap((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(path.join(root, 'migrations', name)))
        .digest('hex');
      if (!listed.has(name)) return [`migrations/${name}: not listed in .sha256sums; add it there.`];
      if (listed.get(name) === sum) return [];
      return [
        `migrations/${name}: edited after it was listed in .sha256sums; restore it and write a new pair.`,
      ];
    }),
  ];
}

if (import.meta.main) {
  const { faults, sizes } = checkHouse(path.join(import.meta.dirname, '..'));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(
    `${sizes.files} product files: median ${sizes.median} lines, nine in ten within ${sizes.nineInTen}; faults: ${faults.length}\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
