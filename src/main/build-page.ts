import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { CodedError } from '#src/domain/errors.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WEB = join(ROOT, 'web');
const BUILT = join(WEB, 'dist');
const STAMP = 'built-from.txt';
/** What the page is made from: its own files, the words that it shares with the server, and the packages. */
const SOURCES = ['web', 'src/domain', 'package-lock.json'];
/** Smaller files gain nothing. */
const COMPRESSED_FROM = 1024;

const compress = promisify(brotliCompress);

/**
 * Answers the folder of the built page, and builds it first (some seconds) where it is missing or older than its sources.
 * An installation without the sources serves what was built for it. UNAVAILABLE where neither is there.
 */
export async function preparePage(say: (text: string) => void): Promise<string> {
  const stamp = join(BUILT, STAMP);
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : null;
  if (!existsSync(join(WEB, 'index.html'))) {
    if (built !== null) return BUILT;
    throw new CodedError('UNAVAILABLE', `The page is not there: neither ${WEB} nor ${BUILT} has its files.`);
  }
  const wanted = await hashSources();
  if (built === wanted) return BUILT;
  say('building the page (a few seconds).');
  await buildPage(wanted);
  return BUILT;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(SOURCES.map(listFiles))).flat().sort()) {
    hash.update(`${file}\n`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function listFiles(name: string): Promise<string[]> {
  if (name.endsWith('.json')) return [name];
  const entries = await readdir(join(ROOT, name), { withFileTypes: true });
  const inner = entries
    .filter((entry) => !entry.name.startsWith('dist') && !entry.name.includes('.test.'))
    .map((entry) => {
      const path = `${name}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    });
  return (await Promise.all(inner)).flat();
}

/** Into a folder of its own, which then takes the place of the old one: a server never sees half a page. */
async function buildPage(stamp: string): Promise<void> {
  const { build } = await import('vite');
  const folder = await mkdtemp(join(WEB, 'dist-'));
  try {
    await inProduction(() =>
      build({
        ...{ configFile: join(WEB, 'vite.config.ts'), root: WEB, logLevel: 'error', mode: 'production' },
        build: { outDir: folder, emptyOutDir: true },
      }),
    );
    await compressFiles(folder);
    await writeFile(join(folder, STAMP), stamp);
    // Whoever may read the checkout may serve the page.
    await chmod(folder, 0o755);
    const old = `${folder}-old`;
    if (existsSync(BUILT)) await rename(BUILT, old);
    await rename(folder, BUILT);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** React is built for production or development as NODE_ENV says: a build that tests ask for is the page of everybody. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(?:js|css|html|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if (bytes.length < COMPRESSED_FROM) continue;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${file}.br`, await compress(bytes, { params: quality }));
  }
}

if (import.meta.main) await preparePage((text) => process.stderr.write(`schedcu: ${text}\n`));
